using System.Text;
using System.Text.Json;
using WaGen.Cli.Inspect;

namespace WaGen.Cli.Operations;

/// <summary>The text of a body. A bare list, where an operation may answer one, is read as a member of an object, and shown as the list that it is.</summary>
/// <param name="Json">The text of the object.</param>
/// <param name="ListMember">The member that the list was put under; null when the body is an object itself.</param>
internal sealed record BodyText(byte[] Json, string? ListMember)
{
    public static BodyText Of(ApiOperation operation, byte[] body) => operation.ListMember is { } member && body.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("["u8)
        ? new BodyText([.. Before(member), .. body, (byte)'}'], member)
        : new BodyText(body, ListMember: null);

    /// <summary>Why the text cannot be read, as a sentence that tells places of the body as it came; null when it can.</summary>
    public string? Problem(byte[] body) => ListMember is null
        ? JsonFaults.Of(body)
        : JsonFaults.Of(Json, body, Before(ListMember).Length);

    /// <summary>The body as the payload is written, in the form in which it came.</summary>
    public RawJson Rewrite(Payload payload)
    {
        RawJson written = RawJson.Parse(payload.ToUtf8Json());
        return ListMember is null ? written : written[Encoding.UTF8.GetBytes(ListMember)];
    }

    private static byte[] Before(string member) => [.. "{\""u8, .. JsonEncodedText.Encode(member).EncodedUtf8Bytes, .. "\":"u8];
}
