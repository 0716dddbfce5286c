using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WaGen.Benchmarks.Http;

/// <summary>A connection that stays open. It looks at no more of an answer than tells that it was 200 and has ended.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[1024];

    public LoadConnection(IPEndPoint server) => _socket.Connect(server);

    /// <summary>Sends a request and waits for the answer, which must have no content.</summary>
    /// <exception cref="InvalidOperationException">The answer was another one than 200.</exception>
    public void Send(ReadOnlySpan<byte> request)
    {
        while (!request.IsEmpty)
        {
            request = request[_socket.Send(request)..];
        }

        int length = 0;
        do
        {
            int received = _socket.Receive(_answer.AsSpan(length));
            length = received == 0 ? throw new InvalidOperationException("The server closed the connection.") : length + received;
        }
        while (!_answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8));

        if (!_answer.AsSpan(0, length).StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(_answer, 0, length));
        }
    }

    public void Dispose() => _socket.Dispose();
}
