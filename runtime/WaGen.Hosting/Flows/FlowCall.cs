using WaGen.Runtime;

namespace WaGen;

/// <summary>A request to the data endpoint of a Flow, verified and decrypted.</summary>
/// <remarks>
/// The signature shows that the platform has passed the request on, but what is in it was put together on the phone of a user: check it like any input of
/// strangers.
/// </remarks>
public sealed class FlowCall
{
    internal FlowCall(ReadOnlyMemory<byte> utf8Json, string? app, IServiceProvider services)
    {
        Utf8Json = utf8Json;
        Json = RawJson.Parse(utf8Json.Span);
        App = app;
        Services = services;
    }

    /// <summary>The request as JSON in UTF-8; always an object.</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>The request for reading.</summary>
    public RawJson Json { get; }

    /// <summary>What has happened: <c>INIT</c>, <c>BACK</c> or <c>data_exchange</c>; null when it is not told. Who only wants to know whether the platform checks the endpoint need not ask: <c>ping</c> is answered already.</summary>
    public string? Action => Json["action"u8].GetString();

    /// <summary>The id of the screen that the user sees; null or empty for <c>INIT</c>.</summary>
    public string? Screen => Json["screen"u8].GetString();

    /// <summary>What the user has entered; absent where there is nothing.</summary>
    public RawJson Data => Json["data"u8];

    /// <summary>The token that was sent with the message of the Flow; null when it is not told.</summary>
    public string? FlowToken => Json["flow_token"u8].GetString();

    /// <summary>The name of the app whose secret fitted the signature.</summary>
    public string? App { get; }

    /// <summary>The services of the request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Reads the request as a printed type, such as <c>FlowEndpointRequest</c> of the group <c>flows</c>.</summary>
    /// <typeparam name="T">The type of payload.</typeparam>
    /// <returns>The payload. Members that are missing or of another type are null.</returns>
    public T Read<T>()
        where T : Payload, IPayload<T> => Payload.Parse<T>(Utf8Json.Span);

    /// <summary>Names the type only, because requests hold what users have entered.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FlowCall);
}
