using System.Globalization;
using System.Security.Cryptography;

namespace WaGen.Testing;

/// <summary>Makes error answers in the shape of Graph.</summary>
internal static class GraphErrors
{
    public const int NoToken = 104;
    public const int BadToken = 190;
    public const int BadParameter = 100;
    public const int UnknownPath = 2500;
    public const int Missing = 131008;
    public const int BadValue = 131009;
    public const int BadMedia = 131053;
    public const int Throughput = 130429;
    public const int Pair = 131056;

    /// <summary>The subcode of <see cref="BadParameter"/> for an object that does not exist, or does not take the method.</summary>
    public const int NoSuchObject = 33;

    private const int TraceBytes = 8;

    /// <summary>Makes an error answer.</summary>
    /// <param name="api">Tells what codes mean; null when it is not known.</param>
    /// <param name="code">The code.</param>
    /// <param name="details">What is wrong in full; null leaves it out.</param>
    /// <param name="subcode">The subcode; null leaves it out.</param>
    /// <param name="status">The HTTP status; null takes the usual one of the code.</param>
    /// <param name="isTransient">Whether it passes by itself; null leaves it out.</param>
    /// <param name="message">The message; null takes the title of the code.</param>
    /// <param name="forUsers">A title and a text for people; null leaves them out.</param>
    public static FakeAnswer Create(
        ApiDefinition? api,
        int code,
        string? details = null,
        int? subcode = null,
        int? status = null,
        bool? isTransient = null,
        string? message = null,
        (string Title, string Text)? forUsers = null)
    {
        string title = message ?? api?.Errors.Find(code, subcode)?.Title ?? Title(code);
        byte[] body = JsonBody.WriteObject(
            json =>
            {
                json.WriteStartObject("error"u8);
                json.WriteString("message"u8, string.Create(CultureInfo.InvariantCulture, $"(#{code}) {title}"));
                json.WriteString("type"u8, code is 803 || (code == BadParameter && subcode == NoSuchObject) ? "GraphMethodException"u8 : "OAuthException"u8);
                json.WriteNumber("code"u8, code);
                if (subcode is { } sub)
                {
                    json.WriteNumber("error_subcode"u8, sub);
                }

                if (isTransient is { } transient)
                {
                    json.WriteBoolean("is_transient"u8, transient);
                }

                if (forUsers is { } texts)
                {
                    json.WriteString("error_user_title"u8, texts.Title);
                    json.WriteString("error_user_msg"u8, texts.Text);
                }

                if (details is not null)
                {
                    json.WriteStartObject("error_data"u8);
                    json.WriteString("messaging_product"u8, "whatsapp"u8);
                    json.WriteString("details"u8, details);
                    json.WriteEndObject();
                }

                json.WriteString("fbtrace_id"u8, NewTraceId());
                json.WriteEndObject();
            },
            isForPeople: true);
        return FakeAnswer.OfJson(body, status ?? StatusOf(code)) with { ErrorCode = code };
    }

    /// <summary>Makes an id such as support asks for.</summary>
    public static string NewTraceId() => "A" + Convert.ToHexString(RandomNumberGenerator.GetBytes(TraceBytes));

    /// <summary>The HTTP status that documentation gives for a code.</summary>
    public static int StatusOf(int code) => code switch
    {
        0 or 102 or NoToken or BadToken or 138000 or 138006 => 401,
        10 or (>= 200 and <= 299) or 368 or 131005 or 131031 or 130497 or 131207 => 403,
        803 or 132001 or UnknownPath => 404,
        613 or 131208 or 138002 or 138005 => 429,
        2 or 133004 => 503,
        3 or 131000 or 131016 or 131045 or 131057 or 133000 => 500,
        _ => 400,
    };

    private static string Title(int code) => code switch
    {
        NoToken => "An access token is required to request this resource.",
        BadToken => "Invalid OAuth access token.",
        BadParameter => "Invalid parameter",
        UnknownPath => "Unknown path components",
        Missing => "Required parameter is missing",
        BadValue => "Parameter value is not valid",
        BadMedia => "Media upload error",
        Throughput => "Rate limit hit",
        Pair => "Business account, consumer account pair rate limit hit",
        _ => "Error",
    };
}
