using System.Text;

namespace WaGen.AspNetCore;

/// <summary>What the page sends.</summary>
internal sealed record SignupRequest
{
    private const int LongestCode = 4096;

    public string? State { get; private init; }

    public string? Code { get; private init; }

    public EmbeddedSignupMessage? Session { get; private init; }

    /// <summary>Reads a body; null when it is not what the page sends.</summary>
    public static SignupRequest? Read(ReadOnlySpan<byte> utf8Json)
    {
        if (!RawJson.TryParse(utf8Json, out RawJson json) || json.Kind != JsonKind.Object)
        {
            return null;
        }

        string? code = json["code"u8].GetString();
        return code is { Length: > LongestCode } || code?.All(static c => c is > ' ' and <= '~') == false ? null : new SignupRequest
        {
            State = json["state"u8].GetString(),
            Code = string.IsNullOrEmpty(code) ? null : code,
            Session = EmbeddedSignupMessage.TryParse(json["session"u8].GetString(), out EmbeddedSignupMessage? session) ? session : null,
        };
    }

    // The code is a secret for as long as it lives.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(Session);
        return true;
    }
}
