using System.Net;

namespace WaGen.Client;

/// <summary>The empty body of a request that must not be sent twice, reading ones such as the exchange of a code included.</summary>
/// <remarks>With a body, even an empty one, the connection pool does not send the request again by itself when a connection breaks.</remarks>
internal sealed class EmptyBody : RequestBody
{
    public override bool IsRepeatable => true;

    public override bool? HasStarted => null;

    protected override HttpContent Create() => new Content();

    private sealed class Content : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return true;
        }
    }
}
