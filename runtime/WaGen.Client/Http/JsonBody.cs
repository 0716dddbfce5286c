using System.Net;
using System.Net.Http.Headers;

namespace WaGen.Client;

/// <summary>A payload as JSON, written once for all tries.</summary>
internal sealed class JsonBody : RequestBody
{
    private readonly PooledBuffer _buffer = new();

    public JsonBody(Payload payload) => payload.WriteTo(_buffer);

    public override bool IsRepeatable => true;

    public override ReadOnlyMemory<byte> Json => _buffer.Written;

    public override void Dispose()
    {
        _buffer.Dispose();
        base.Dispose();
    }

    protected override HttpContent Create() => new Content(this, _buffer);

    private sealed class Content : HttpContent
    {
        private readonly JsonBody _body;
        private readonly PooledBuffer _buffer;

        public Content(JsonBody body, PooledBuffer buffer)
        {
            _body = body;
            _buffer = buffer;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            ObjectDisposedException.ThrowIf(!_buffer.TryHold(), this);
            using PooledBuffer held = _buffer;
            _body.Start();
            await stream.WriteAsync(held.Written, cancellationToken).ConfigureAwait(false);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = _buffer.Length;
            return true;
        }
    }
}
