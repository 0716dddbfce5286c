namespace WaGen.Client;

/// <summary>A payload as JSON, written once for all tries.</summary>
internal sealed class JsonBody : BufferedBody
{
    public JsonBody(Payload payload)
        : base("application/json") => payload.WriteTo(Buffer);

    public override ReadOnlyMemory<byte> Json => Buffer.Written;
}
