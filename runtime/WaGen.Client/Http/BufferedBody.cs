using System.Net;
using System.Net.Http.Headers;

namespace WaGen.Client;

/// <summary>A body that is written once, into rented memory, for all tries.</summary>
internal abstract class BufferedBody(string contentType) : RequestBody
{
    public override bool IsRepeatable => true;

    protected PooledBuffer Buffer { get; } = new();

    public override void Dispose()
    {
        Buffer.Dispose();
        base.Dispose();
    }

    protected override HttpContent Create() => new Content(this, contentType);

    private sealed class Content : HttpContent
    {
        private readonly BufferedBody _body;

        public Content(BufferedBody body, string contentType)
        {
            _body = body;
            Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            ObjectDisposedException.ThrowIf(!_body.Buffer.TryHold(), this);
            using PooledBuffer held = _body.Buffer;
            _body.Start();
            await stream.WriteAsync(held.Written, cancellationToken).ConfigureAwait(false);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Buffer.Length;
            return true;
        }
    }
}
