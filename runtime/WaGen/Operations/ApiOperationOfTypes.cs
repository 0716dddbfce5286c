using System.Text.Json;
using WaGen.Runtime;

namespace WaGen;

/// <summary>An operation with the types of its body and its answer.</summary>
/// <typeparam name="TBody">The body of the request; <see cref="NoPayload"/> without one.</typeparam>
/// <typeparam name="TAnswer">The answer; <see cref="NoPayload"/> when it is no JSON object.</typeparam>
public sealed class ApiOperation<TBody, TAnswer> : ApiOperation
    where TBody : Payload, IPayload<TBody>
    where TAnswer : Payload, IPayload<TAnswer>
{
    /// <inheritdoc/>
    public override Type? BodyType => typeof(TBody) == typeof(NoPayload) ? null : typeof(TBody);

    /// <inheritdoc/>
    public override Type? AnswerType => typeof(TAnswer) == typeof(NoPayload) ? null : typeof(TAnswer);

    /// <inheritdoc/>
    public override Payload? ReadBody(ReadOnlySpan<byte> utf8Json, ICollection<PayloadFinding>? findings = null) =>
        BodyType is null ? null : PayloadParser.Parse<TBody>(utf8Json, findings);

    /// <inheritdoc/>
    public override Payload? ReadAnswer(ReadOnlySpan<byte> utf8Json, ICollection<PayloadFinding>? findings = null) =>
        AnswerType is null ? null : PayloadParser.Parse<TAnswer>(ListMember is { } member && IsArray(utf8Json) ? Under(member, utf8Json) : utf8Json, findings);

    private static bool IsArray(ReadOnlySpan<byte> utf8Json) => utf8Json.TrimStart(" \t\r\n"u8).StartsWith("["u8);

    /// <summary>The object with the array as its only member.</summary>
    private static byte[] Under(string member, ReadOnlySpan<byte> array) =>
        [.. "{\""u8, .. JsonEncodedText.Encode(member).EncodedUtf8Bytes, .. "\":"u8, .. array, .. "}"u8];
}
