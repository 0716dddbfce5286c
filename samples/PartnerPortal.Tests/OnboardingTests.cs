using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartnerPortal.Tests.Support;

namespace PartnerPortal.Tests;

/// <summary>Scenario a: from the signup page to the first message, and what can go wrong on the way.</summary>
public sealed class OnboardingTests
{
    private static readonly TimeSpan LifeOfCode = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_customer_is_onboarded_in_the_order_that_the_code_allows()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();

        SignupResult result = await world.SignUpAsync();

        Assert.Equal("completed", result.Result);
        Assert.All(world.Graph.Requests, static request => Assert.Equal(200, request.Status));
        string[] order = ["ExchangeCode", "InspectToken", "SubscribeApp", "RegisterPhoneNumber"];
        Assert.Equal(order, world.Graph.Requests.Select(static request => request.Operation!).Where(name => order.Contains(name, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal));
        Assert.Equal((world.Customer.Id, world.Number.Id), (world.Known.BusinessId, world.Known.PhoneNumberId));
        Assert.Equal([world.Portal.Registration], world.Account.SubscribedApps);
    }

    [Fact]
    public async Task Who_leaves_the_window_is_no_customer()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        using var browser = new SignupBrowser(world.Portal.Address);
        await browser.OpenAsync();

        SignupResult result = await browser.CancelAsync("PHONE_NUMBER_SETUP");

        Assert.Equal("cancelled", result.Result);
        Assert.Empty(world.Portal.Get<CustomerBook>().All);
        Assert.Empty(world.Graph.Requests);
    }

    [Fact]
    public async Task A_code_that_is_too_old_gets_no_token()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        using var browser = new SignupBrowser(world.Portal.Address);
        await browser.OpenAsync();
        string code = world.Platform.IssueCode(world.Portal.Registration, world.Account);
        world.Clock.Advance(LifeOfCode + TimeSpan.FromSeconds(1));

        SignupResult result = await browser.FinishAsync(code, world.Account, world.Number);

        Assert.Equal(("failed", "failed"), (result.Result, result.Steps[OnboardingSteps.ExchangeCode]));
        Assert.Null(await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id));
        Assert.False(world.Number.IsRegistered);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        using var browser = new SignupBrowser(world.Portal.Address);
        await browser.OpenAsync();
        string code = world.Platform.IssueCode(world.Portal.Registration, world.Account);

        SignupResult first = await browser.FinishAsync(code, world.Account, world.Number);
        SignupResult second = await browser.FinishAsync(code, world.Account, world.Number);

        Assert.Equal(("completed", "failed"), (first.Result, second.Result));
    }

    [Fact]
    public async Task Without_a_public_address_the_app_gets_all_webhooks()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        world.Portal.Get<IOptions<PortalOptions>>().Value.PublicAddress = null;

        SignupResult result = await world.SignUpAsync();

        Assert.Equal("completed", result.Result);
        Assert.Null(world.Account.GetOverride(world.Portal.Registration));
    }

    [Fact]
    public async Task A_message_that_does_not_arrive_is_noted()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await world.SignUpAsync();
        world.Platform.AddTemplate(world.Account, "hello", "Hello there.");
        string id = await world.Portal.Get<MessageDesk>().SendTemplateAsync(world.Account.Id, DemoWorld.User, "hello", "en_US");
        await world.SettleAsync();

        await world.Graph.PlayAsync(id, StatusPlayback.Failed(131026));

        Assert.Equal(MessageProgress.Failed, world.Known.Messages[id]);
    }

    [Fact]
    public async Task A_customer_who_leaves_takes_the_token_along()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await world.SignUpAsync();

        world.Platform.RemovePartner(world.Portal.Registration, world.Account, reason: "PRIMARY_INACTIVITY");
        await world.SettleAsync();
        Assert.True(world.Known.IsShared);
        Assert.NotNull(await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id));

        world.Platform.RemovePartner(world.Portal.Registration, world.Account);
        await world.SettleAsync();
        Assert.False(world.Known.IsShared);
        Assert.Null(await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id));
    }

    [Fact]
    public async Task Nothing_secret_is_logged()
    {
        var log = new LogLines();
        await using DemoWorld world = await DemoWorld.StartAsync(builder => builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        using var browser = new SignupBrowser(world.Portal.Address);
        await browser.OpenAsync();
        string code = world.Platform.IssueCode(world.Portal.Registration, world.Account);

        await browser.FinishAsync(code, world.Account, world.Number);
        await browser.FinishAsync(code, world.Account, world.Number);
        await world.SettleAsync();

        WhatsAppClientOptions client = world.Portal.Get<IOptions<WhatsAppClientOptions>>().Value;
        WhatsAppWebhookOptions webhooks = world.Portal.Get<IOptions<WhatsAppWebhookOptions>>().Value;
        StoredToken token = (await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id))!;
        string[] secrets = [code, token.Token.Reveal(), client.AccessToken!, client.AppSecret!, webhooks.VerifyToken!, world.Number.Phone];
        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line => Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
    }
}
