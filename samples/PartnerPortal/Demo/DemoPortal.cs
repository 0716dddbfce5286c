using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using WaGen.Testing;

namespace PartnerPortal.Demo;

/// <summary>A running portal of one provider, on a free port of this machine, whose platform is a fake one.</summary>
internal sealed class DemoPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _directory;

    private DemoPortal(WebApplication app, DirectoryInfo directory, FakeToken systemToken)
    {
        _app = app;
        _directory = directory;
        SystemToken = systemToken;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Gets the provider's app at the platform.</summary>
    public FakeApp Registration => SystemToken.App;

    /// <summary>Gets the token that the portal speaks for the provider with.</summary>
    public FakeToken SystemToken { get; }

    /// <summary>Gets where the portal is.</summary>
    public Uri Address { get; }

    /// <summary>Gets where the tokens of customers are kept.</summary>
    public string TokenDirectory => Path.Combine(_directory.FullName, "tokens");

    /// <summary>Registers a provider at the platform and starts its portal.</summary>
    /// <param name="graph">The platform.</param>
    /// <param name="name">The name of the provider.</param>
    /// <param name="configure">Changes settings and services; null for none.</param>
    public static async Task<DemoPortal> StartAsync(FakeGraph graph, string name, Action<WebApplicationBuilder>? configure = null)
    {
        FakePlatform platform = graph.UsePlatform();
        string secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        FakeApp registration = platform.AddApp(platform.AddBusiness(name), $"Portal of {name}", secret);
        FakeToken system = platform.AddSystemToken(registration);
        DirectoryInfo directory = Directory.CreateTempSubdirectory("partner-portal-");

        // Secrets are made up for each run: real ones come from the configuration, and neither belongs into code.
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["WhatsApp:BaseAddress"] = graph.BaseAddress.ToString(),
            ["WhatsApp:AppId"] = registration.Id,
            ["WhatsApp:AppSecret"] = secret,
            ["WhatsApp:VerifyToken"] = RandomNumberGenerator.GetHexString(16, lowercase: true),
            ["WhatsApp:AccessToken"] = system.Value,
            ["Portal:BusinessId"] = registration.Business.Id,
            ["Portal:SystemUserId"] = system.User.Id,
            ["Portal:ConfigurationId"] = "1084734239456788",
            ["Portal:TokenDirectory"] = Path.Combine(directory.FullName, "tokens"),
            ["Portal:KeyDirectory"] = Path.Combine(directory.FullName, "keys"),
        };
        WebApplication app = PortalApp.Build([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration.AddInMemoryCollection(settings);
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        var portal = new DemoPortal(app, directory, system);
        portal.Get<IOptions<PortalOptions>>().Value.PublicAddress = portal.Address;
        registration.DeliverTo(new Uri(portal.Address, PortalApp.WebhookPath));
        return portal;
    }

    /// <summary>Gets a service of the portal.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
