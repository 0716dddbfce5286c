namespace WaGen.Client;

/// <summary>What an error body says. Read by hand and forgiving: nothing in it is certain to be there or to be of its kind.</summary>
internal sealed record GraphError
{
    /// <summary>The error's code. A body without one is no error of the API, so this is always there.</summary>
    public required int Code { get; init; }

    public int? Subcode { get; init; }

    public string? Type { get; init; }

    public string? Message { get; init; }

    public string? Details { get; init; }

    public string? UserTitle { get; init; }

    public string? UserMessage { get; init; }

    public string? TraceId { get; init; }

    public bool? IsTransient { get; init; }

    /// <summary>The whole body in the type of the schema, if that describes errors.</summary>
    public Payload? Payload { get; init; }

    /// <summary>Reads a body; null when it is none of the API's, such as a page of a proxy.</summary>
    public static GraphError? Read(ReadOnlySpan<byte> body, PayloadBodyReader? reader)
    {
        if (!RawJson.TryParse(body, out RawJson json) || json["error"u8] is not { Kind: JsonKind.Object } error || Integer(error["code"u8]) is not { } code)
        {
            return null;
        }

        return new GraphError
        {
            Code = code,
            Subcode = Integer(error["error_subcode"u8]),
            Type = error["type"u8].GetString(),
            Message = error["message"u8].GetString(),
            Details = error["error_data"u8]["details"u8].GetString(),
            UserTitle = error["error_user_title"u8].GetString(),
            UserMessage = error["error_user_msg"u8].GetString(),
            TraceId = error["fbtrace_id"u8].GetString(),
            IsTransient = error["is_transient"u8].TryGetBoolean(out bool transient) ? transient : null,
            Payload = reader?.Invoke(body, null),
        };
    }

    private static int? Integer(RawJson json) => json.TryGetInt64(out long value) && value is >= int.MinValue and <= int.MaxValue ? (int)value : null;
}
