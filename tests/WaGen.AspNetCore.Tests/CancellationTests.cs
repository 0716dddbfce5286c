using System.Net.Sockets;
using System.Text;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>What cancels a handler and what does not.</summary>
public class CancellationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_stop_of_the_host_cancels_handlers_and_the_sender_is_told_to_come_again()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        var started = new TaskCompletionSource();
        app.Recorder.During = async cancellationToken =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };

        Task<int> answer = app.PostAsync(Bodies.Text);
        await started.Task.WaitAsync(Patience);
        Task stop = app.Application.StopAsync();

        Assert.Equal(500, await answer.WaitAsync(Patience));
        await stop.WaitAsync(Patience);
    }

    [Fact]
    public async Task The_timeout_of_handlers_cancels_one_call()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel, static options => options.HandlerTimeout = TimeSpan.FromMilliseconds(50));
        int calls = 0;
        app.Recorder.During = async cancellationToken => await Task.Delay(++calls == 1 ? Timeout.Infinite : 0, cancellationToken);

        Assert.Equal(500, await app.PostAsync(Bodies.Messages(Bodies.TextItem("a"), Bodies.TextItem("b"))));
        Assert.Equal(["messages Text a", "messages Text b"], app.Recorder.Handled);
    }

    [Fact]
    public async Task The_disconnect_of_the_client_does_not_cancel_handlers()
    {
        await using WebhookApp app = await WebhookApp.StartAsync(ServerKind.Kestrel);
        var started = new TaskCompletionSource();
        var disconnected = new TaskCompletionSource();
        var finished = new TaskCompletionSource<bool>();
        app.Recorder.During = async cancellationToken =>
        {
            started.TrySetResult();
            await disconnected.Task;

            // Time for the server to notice.
            await Task.Delay(200, CancellationToken.None);
            finished.TrySetResult(cancellationToken.IsCancellationRequested);
        };

        using (Socket socket = await RawClient.ConnectAsync(app))
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(RawClient.Request(Bodies.Text)));
            await started.Task.WaitAsync(Patience);
            RawClient.Reset(socket);
        }

        disconnected.SetResult();
        Assert.False(await finished.Task.WaitAsync(Patience));
    }
}
