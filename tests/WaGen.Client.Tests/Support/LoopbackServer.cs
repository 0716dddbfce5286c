using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WaGen.Client.Tests;

/// <summary>A server on plain sockets, so that a test decides when a connection breaks.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Received> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<Received, int, Reply> _answer;
    private readonly Task _accepting;
    private int _count;

    public LoopbackServer(Func<Received, int, Reply> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public LoopbackServer(params Reply[] replies)
        : this((_, index) => replies[Math.Min(index, replies.Length - 1)])
    {
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));

    public IReadOnlyList<Received> Requests => [.. _requests];

    public Received Only => Assert.Single(_requests);

    /// <summary>Breaks a connection after this many bytes of a body; null to read bodies to the end.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>Keeps bodies; without, only their length is counted.</summary>
    public bool KeepsBodies { get; init; } = true;

    public long BodyBytes { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                _connections.Add(ServeAsync(socket));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var reader = new RequestReader(stream, _stop.Token);
            while (await reader.ReadAsync(BreakAfter, KeepsBodies) is { } request)
            {
                BodyBytes += reader.BodyBytes;
                int index = Interlocked.Increment(ref _count) - 1;
                _requests.Enqueue(request);
                Reply reply = BreakAfter is null ? _answer(request, index) : Reply.Killed;
                if (reply.Hangs)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                if (reply.Kills)
                {
                    // An abortive close: the client sees a reset, as when a server process dies.
                    socket.LingerState = new LingerOption(enable: true, seconds: 0);
                    return;
                }

                await WriteAsync(stream, reply);
                if (reply.Missing > 0)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
        }
    }

    private async Task WriteAsync(NetworkStream stream, Reply reply)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Whatever\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {reply.ContentType}\r\nContent-Length: {reply.Body.Length + reply.Missing + reply.Pattern}\r\n");
        foreach (string header in reply.Headers)
        {
            head.Append(header).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
        await stream.WriteAsync(reply.Body, _stop.Token);
        byte[] piece = new byte[64 * 1024];
        for (long rest = reply.Pattern; rest > 0; rest -= piece.Length)
        {
            await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(rest, piece.Length)), _stop.Token);
        }
    }
}
