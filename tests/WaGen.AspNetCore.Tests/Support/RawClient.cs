using System.Net.Sockets;
using System.Text;

namespace WaGen.AspNetCore.Tests.Support;

/// <summary>A client that can misbehave on the wire.</summary>
internal static class RawClient
{
    public static async Task<Socket> ConnectAsync(WebhookApp app)
    {
        var address = new Uri(app.Application.Urls.First());
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        return socket;
    }

    /// <summary>A signed request as text; the announced length may differ from the true one.</summary>
    public static string Request(string body, int? announced = null, string? signature = null) =>
        $"POST {WebhookApp.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
        $"{Requests.SignatureHeader}: {signature ?? Requests.Signature(Encoding.UTF8.GetBytes(body))}\r\n" +
        $"Content-Length: {announced ?? Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <summary>Goes away as if the machine had crashed.</summary>
    public static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public static async Task<string> ReadStatusLineAsync(Socket socket, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        using var reader = new StreamReader(new NetworkStream(socket), Encoding.ASCII);
        return await reader.ReadLineAsync(timeout.Token) ?? string.Empty;
    }
}
