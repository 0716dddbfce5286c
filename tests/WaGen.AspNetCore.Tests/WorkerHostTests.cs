using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>Hosts that get bodies by another way than HTTP.</summary>
public class WorkerHostTests
{
    [Fact]
    public async Task A_worker_takes_the_processor_from_the_services()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<Recorder>();
        builder.Services.AddWhatsAppWebhooks("queue", static options => (options.AppSecret, options.VerifyToken) = ("s", "t")).AddHandler<RecordingBot>();
        using IHost host = builder.Build();
        await host.StartAsync();
        var processor = host.Services.GetRequiredKeyedService<WebhookProcessor>("queue");
        byte[] body = Encoding.UTF8.GetBytes(Bodies.Text);

        WebhookOutcome signed = await processor.ProcessAsync(body, SignatureVerifier.Sign("s"u8, body));
        WebhookOutcome again = await processor.ProcessVerifiedAsync(body);
        WebhookOutcome verifiedElsewhere = await processor.ProcessVerifiedAsync(Encoding.UTF8.GetBytes(Bodies.Messages(Bodies.TextItem("another"))));

        Assert.Equal((WebhookResult.Accepted, 0), (signed.Result, signed.Duplicates));
        Assert.Equal((WebhookResult.Accepted, 1), (again.Result, again.Duplicates));
        Assert.Equal((WebhookResult.Accepted, 0), (verifiedElsewhere.Result, verifiedElsewhere.Duplicates));
        Assert.Equal(2, host.Services.GetRequiredService<Recorder>().Handled.Count);
        Assert.Null(host.Services.GetService<WebhookProcessor>());
        await host.StopAsync();
    }

    [Fact]
    public async Task The_services_work_in_a_container_without_host_logging_or_metrics()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Recorder>();
        services.AddWhatsAppWebhooks(static options => (options.AppSecret, options.VerifyToken) = ("s", "t")).AddHandler<RecordingBot>();
        await using ServiceProvider provider = services.BuildServiceProvider();

        var endpoint = provider.GetRequiredService<WhatsAppWebhookEndpoint>();
        WebhookOutcome outcome = await endpoint.Processor.ProcessVerifiedAsync(Encoding.UTF8.GetBytes(Bodies.Text));

        Assert.Equal(1, outcome.Events);
        Assert.True(endpoint.IsHandshake("subscribe", "t", "1"));
        Assert.False(endpoint.IsHandshake("subscribe", "u", "1"));
    }
}
