namespace WaGen.Client;

/// <summary>The body of a request, for as many tries as it takes.</summary>
internal abstract class RequestBody : IDisposable
{
    private volatile bool _hasStarted;

    /// <summary>Whether the body can be sent again after it began to be sent.</summary>
    public abstract bool IsRepeatable { get; }

    /// <summary>Whether the current try has begun to send the body; null when that cannot be told. A server cannot have acted on a request whose body it has not got.</summary>
    public virtual bool? HasStarted => _hasStarted;

    /// <summary>The JSON text, for who looks into it; empty for a file.</summary>
    public virtual ReadOnlyMemory<byte> Json => default;

    /// <summary>Makes the content of the next try.</summary>
    public HttpContent CreateContent()
    {
        _hasStarted = false;
        return Create();
    }

    public virtual void Dispose()
    {
    }

    protected void Start() => _hasStarted = true;

    protected abstract HttpContent Create();
}
