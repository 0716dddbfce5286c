using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WaGen.Hosting;

/// <summary>Builds every endpoint before the first server or worker starts, so that a mistake stops the host instead of a request.</summary>
internal sealed class WebhookStartupCheck(IServiceProvider services, IEnumerable<WebhookEndpointName> endpoints) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (WebhookEndpointName endpoint in endpoints)
        {
            services.GetRequiredKeyedService<WhatsAppWebhookEndpoint>(endpoint.Name);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
