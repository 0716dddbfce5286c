using System.Buffers;
using System.Text.Json;

namespace WaGen;

/// <summary>What the data endpoint of a Flow replies. A payload, such as the printed <c>FlowEndpointAnswer</c>, converts to it by itself.</summary>
public sealed class FlowReply
{
    private const string LastScreen = "SUCCESS";

    private FlowReply(byte[] utf8Json, bool isTokenInvalid)
    {
        Utf8Json = utf8Json;
        IsTokenInvalid = isTokenInvalid;
    }

    /// <summary>Whether the reply says that the token of the Flow is no longer valid; it is not encrypted then.</summary>
    public bool IsTokenInvalid { get; }

    /// <summary>The reply as JSON in UTF-8, before it is encrypted.</summary>
    internal ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>Replies with a payload.</summary>
    /// <param name="payload">The payload; it is checked against the limits of its schema.</param>
    /// <exception cref="PayloadValidationException">The payload breaks limits.</exception>
    public static implicit operator FlowReply(Payload payload) => Of(payload);

    /// <summary>Replies with a payload.</summary>
    /// <param name="payload">The payload; it is checked against the limits of its schema.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="PayloadValidationException">The payload breaks limits.</exception>
    public static FlowReply Of(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.ThrowIfInvalid();
        return new FlowReply(payload.ToUtf8Json(), isTokenInvalid: false);
    }

    /// <summary>Replies with JSON of your own.</summary>
    /// <param name="json">A JSON object: <c>screen</c> and <c>data</c>.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="ArgumentException">It is no object.</exception>
    public static FlowReply Of(JsonFragment json)
    {
        ThrowIfNoObject(json, nameof(json));
        return new FlowReply(json.Utf8.ToArray(), isTokenInvalid: false);
    }

    /// <summary>Shows a screen: the next one, or the same one again with an <c>error_message</c> in its data.</summary>
    /// <param name="screen">The id of the screen in the Flow JSON.</param>
    /// <param name="data">A JSON object: what the screen needs; null for nothing.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="ArgumentException">The id is empty, or the data is no object.</exception>
    public static FlowReply Show(string screen, JsonFragment? data = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(screen);
        if (data is not null)
        {
            ThrowIfNoObject(data, nameof(data));
        }

        return Write(json =>
        {
            json.WriteString("screen"u8, screen);
            json.WritePropertyName("data"u8);
            json.WriteRawValue(data is null ? "{}"u8 : data.Utf8.Span, skipInputValidation: true);
        });
    }

    /// <summary>Ends the Flow. The business gets the values in a webhook, as a reply to the message of the Flow.</summary>
    /// <param name="flowToken">The token of the Flow.</param>
    /// <param name="values">Further values by their names; null for none.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public static FlowReply End(string flowToken, IReadOnlyDictionary<string, JsonFragment>? values = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(flowToken);
        return Write(json =>
        {
            json.WriteString("screen"u8, LastScreen);
            json.WriteStartObject("data"u8);
            json.WriteStartObject("extension_message_response"u8);
            json.WriteStartObject("params"u8);
            json.WriteString("flow_token"u8, flowToken);
            foreach ((string name, JsonFragment value) in values ?? new Dictionary<string, JsonFragment>(StringComparer.Ordinal))
            {
                if (name != "flow_token")
                {
                    json.WritePropertyName(name);
                    json.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    /// <summary>Says that the token of the Flow is no longer valid, such as when an order was placed already: HTTP 427. The Flow closes.</summary>
    /// <param name="message">What the user is told.</param>
    /// <returns>The reply.</returns>
    /// <exception cref="ArgumentException">The message is empty.</exception>
    public static FlowReply TokenNoLongerValid(string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        return new FlowReply(Write(json => json.WriteString("error_msg"u8, message)).Utf8Json.ToArray(), isTokenInvalid: true);
    }

    /// <summary>Names the type only.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FlowReply);

    private static FlowReply Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new FlowReply(buffer.WrittenSpan.ToArray(), isTokenInvalid: false);
    }

    private static void ThrowIfNoObject(JsonFragment json, string name)
    {
        ArgumentNullException.ThrowIfNull(json, name);
        if (json.Json.Kind != JsonKind.Object)
        {
            throw new ArgumentException("It has to be a JSON object.", name);
        }
    }
}
