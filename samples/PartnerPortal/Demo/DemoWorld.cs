using PartnerPortal.Customers;
using WaGen.Testing;

namespace PartnerPortal.Demo;

/// <summary>A platform with a provider, whose portal runs, and a customer, who knows nothing of it yet.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private DemoWorld(FakeGraph graph, DemoClock clock, DemoPortal portal, Action<WebApplicationBuilder>? configure)
    {
        Graph = graph;
        Clock = clock;
        Portal = portal;
        Configure = configure;
        Customer = Platform.AddBusiness("Lucky Shrub");
        Account = Platform.AddAccount(Customer, "Lucky Shrub");
        Number = Platform.AddNumber(Account, "+1 555 078 3881", "Lucky Shrub");
    }

    /// <summary>Gets the phone number of somebody who buys plants.</summary>
    public static string User => "16505550101";

    /// <summary>Gets the server that plays the platform.</summary>
    public FakeGraph Graph { get; }

    /// <summary>Gets what there is at the platform.</summary>
    public FakePlatform Platform => Graph.UsePlatform();

    /// <summary>Gets the clock of the platform.</summary>
    public DemoClock Clock { get; }

    /// <summary>Gets the provider's portal.</summary>
    public DemoPortal Portal { get; }

    /// <summary>Gets what changes settings and services of portals; null for nothing.</summary>
    public Action<WebApplicationBuilder>? Configure { get; }

    /// <summary>Gets the customer's portfolio.</summary>
    public FakeBusiness Customer { get; }

    /// <summary>Gets the customer's account.</summary>
    public FakeAccount Account { get; }

    /// <summary>Gets the customer's number, which is not registered yet.</summary>
    public FakeNumber Number { get; }

    /// <summary>Gets what the portal knows of the customer.</summary>
    public Customer Known => Portal.Get<CustomerBook>().Get(Account.Id);

    /// <summary>Starts platform and portal.</summary>
    /// <param name="configure">Changes settings and services of the portal; null for none.</param>
    public static async Task<DemoWorld> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var clock = new DemoClock();
        FakeGraph graph = await FakeGraph.StartAsync(WhatsAppApi.Operations, new FakeGraphOptions { TimeProvider = clock });
        return new DemoWorld(graph, clock, await DemoPortal.StartAsync(graph, "Shrub Solutions", configure), configure);
    }

    /// <summary>Waits until all webhooks are delivered.</summary>
    public async Task SettleAsync()
    {
        await Graph.WhenIdleAsync();
        Clock.Advance(Step);
    }

    /// <summary>Lets the customer sign up at the portal, and waits for the webhooks about it.</summary>
    /// <returns>What the page got as answer.</returns>
    public async Task<SignupResult> SignUpAsync()
    {
        using var browser = new SignupBrowser(Portal.Address);
        await browser.OpenAsync();
        SignupResult result = await browser.FinishAsync(Platform.IssueCode(Portal.Registration, Account), Account, Number);
        await SettleAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
