using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>Clients that misbehave on the wire.</summary>
public class ConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("sha256=short", 100, "HTTP/1.1 401")]
    [InlineData(null, 3_145_729, "HTTP/1.1 413")]
    public async Task Refusals_that_need_no_body_do_not_wait_for_it(string? signature, int announced, string expected)
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        using Socket socket = await RawClient.ConnectAsync(app);

        await socket.SendAsync(Encoding.UTF8.GetBytes(RawClient.Request(string.Empty, announced, signature)));

        Assert.StartsWith(expected, await RawClient.ReadStatusLineAsync(socket, Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_above_that_of_the_server_is_honoured()
    {
        const int Large = 31_000_000;
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel, static options => options.MaxBodyBytes = Large);

        Assert.Equal(200, await app.PostAsync(Bodies.Text.PadRight(Large)));
        Assert.Single(app.Recorder.Handled);
    }

    [Fact]
    public async Task A_body_that_comes_in_many_pieces_is_put_together()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        using Socket socket = await RawClient.ConnectAsync(app);
        socket.NoDelay = true;

        foreach (byte[] piece in Encoding.UTF8.GetBytes(RawClient.Request(Bodies.Text)).Chunk(50))
        {
            await socket.SendAsync(piece);
            await Task.Yield();
        }

        Assert.StartsWith("HTTP/1.1 200", await RawClient.ReadStatusLineAsync(socket, Patience), StringComparison.Ordinal);
        Assert.Single(app.Recorder.Handled);
    }

    [Fact]
    public async Task A_client_that_is_too_slow_is_dropped_without_a_line_in_the_log()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.Kestrel,
            static builder =>
            {
                builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1_000, gracePeriod: TimeSpan.FromSeconds(1.5)));
                builder.Services
                    .AddWhatsAppWebhooks(static options => (options.AppSecret, options.VerifyToken) = (WebhookApp.Secret, WebhookApp.Token))
                    .AddHandler<RecordingBot>();
            },
            static application => application.MapWhatsAppWebhooks(WebhookApp.Path));
        using Socket socket = await RawClient.ConnectAsync(app);

        await socket.SendAsync(Encoding.UTF8.GetBytes(RawClient.Request("{\"object\":", announced: 1000)));

        Assert.StartsWith("HTTP/1.1 408", await RawClient.ReadStatusLineAsync(socket, Patience), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Logs.Entries, static entry => entry.Level >= LogLevel.Warning);
        Assert.Equal(200, await app.PostAsync(Bodies.Text));
    }

    [Fact]
    public async Task Clients_that_go_away_in_the_middle_of_a_body_leave_no_line_in_the_log()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        for (int i = 0; i < 5; i++)
        {
            using Socket socket = await RawClient.ConnectAsync(app);
            await socket.SendAsync(Encoding.UTF8.GetBytes(RawClient.Request("{\"object\":", announced: 1000)));
            await Task.Delay(20);
            RawClient.Reset(socket);
        }

        Assert.Equal(200, await app.PostAsync(Bodies.Text));
        Assert.True(
            SpinWait.SpinUntil(() => app.Logs.OfWaGen.Count(static entry => entry.EventId == 13) == 5, Patience),
            "The endpoint did not notice that the clients went away.");
        Assert.DoesNotContain(app.Logs.Entries, static entry => entry.Level >= LogLevel.Warning);
        Assert.Single(app.Recorder.Handled);
    }
}
