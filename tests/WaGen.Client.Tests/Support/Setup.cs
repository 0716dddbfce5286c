using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WaGen.Client.Tests;

/// <summary>A client in an application of its own.</summary>
internal sealed class Setup : IAsyncDisposable
{
    public const string Token = "EAAtoken1";
    public const string Depot = "106540352242922";
    public const string Phone = "15550001111";

    private readonly ServiceProvider _services;

    public Setup(LoopbackServer? server = null, Action<WhatsAppClientOptions>? configure = null, Action<WhatsAppClientBuilder>? build = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddMetrics();
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        WhatsAppClientBuilder builder = services.AddWhatsAppClient(options =>
        {
            options.AccessToken = Token;
            options.BaseAddress = server?.Address;
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    public LogCollector Log { get; } = new();

    public IServiceProvider Services => _services;

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public WhatsAppClient Client => _services.GetRequiredService<WhatsAppClient>();

    public Task<Receipt> SendAsync(Order? order = null, CancellationToken cancellationToken = default) =>
        Client.SendAsync(Parcels.Send, new ApiArguments { { "depot-id", Depot } }, order ?? Order.For(Phone), cancellationToken);

    public Task<Receipt> GetAsync(CancellationToken cancellationToken = default) =>
        Client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "P1" } }, null, cancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
