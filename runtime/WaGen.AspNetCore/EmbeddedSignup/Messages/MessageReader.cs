using System.Globalization;
using System.Text;

namespace WaGen.AspNetCore;

/// <summary>Reads session info. Values may be texts or numbers; ids are never turned into numbers, because not all fit.</summary>
internal static class MessageReader
{
    private const string MessageType = "WA_EMBEDDED_SIGNUP";

    // Later than any time in seconds, and earlier than any in milliseconds.
    private const long FirstMilliseconds = 100_000_000_000;
    private const long LastMilliseconds = 10_000_000_000_000;

    /// <summary>The message; null when it is none.</summary>
    public static EmbeddedSignupMessage? Read(RawJson json)
    {
        if (json["type"u8].GetString() != MessageType || json["event"u8].GetString() is not { Length: > 0 } name)
        {
            return null;
        }

        RawJson data = json["data"u8];
        string? version = Text(json["version"u8]);
        return name switch
        {
            "CANCEL" => ReadCancelled(name, version, data),
            "ERROR" => new EmbeddedSignupFailed { Event = name, Version = version, Error = ReadError(data) },
            _ when name.StartsWith("FINISH", StringComparison.Ordinal) => ReadFinished(name, version, data),
            _ => new EmbeddedSignupUnknown { Event = name, Version = version, Data = data.IsPresent ? JsonFragment.Parse(data.Utf8) : null },
        };
    }

    private static EmbeddedSignupFinished ReadFinished(string name, string? version, RawJson data) => new()
    {
        Event = name,
        Version = version,
        Kind = name switch
        {
            "FINISH" => EmbeddedSignupFinish.WithNumber,
            "FINISH_ONLY_WABA" => EmbeddedSignupFinish.WithoutNumber,
            "FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING" => EmbeddedSignupFinish.BusinessApp,
            "FINISH_GRANT_ONLY_API_ACCESS" => EmbeddedSignupFinish.AppOnly,
            "FINISH_OBO_MIGRATION" => EmbeddedSignupFinish.OnBehalfMigration,
            _ => EmbeddedSignupFinish.Unknown,
        },
        WabaId = Text(data["waba_id"u8]),
        PhoneNumberId = Text(data["phone_number_id"u8]),
        BusinessId = Text(data["business_id"u8]),
        WabaIds = Texts(data["waba_ids"u8]),
        AdAccountIds = Texts(data["ad_account_ids"u8]),
        PageIds = Texts(data["page_ids"u8]),
        DatasetIds = Texts(data["dataset_ids"u8]),
        CatalogIds = Texts(data["catalog_ids"u8]),
        InstagramAccountIds = Texts(data["instagram_account_ids"u8]),
    };

    private static EmbeddedSignupCancelled ReadCancelled(string name, string? version, RawJson data)
    {
        EmbeddedSignupError error = ReadError(data);
        return new()
        {
            Event = name,
            Version = version,
            CurrentStep = Text(data["current_step"u8]),
            Error = error is { Message: null, Code: null, SessionId: null } ? null : error,
        };
    }

    private static EmbeddedSignupError ReadError(RawJson data) => new()
    {
        Message = Text(data["error_message"u8]),
        Code = Text(data["error_code"u8]) ?? Text(data["error_id"u8]),
        SessionId = Text(data["session_id"u8]),
        Timestamp = Time(Text(data["timestamp"u8])),
    };

    private static string? Text(RawJson value) => value.Kind switch
    {
        JsonKind.String when value.GetString() is { Length: > 0 } text => text,
        JsonKind.Number => Encoding.UTF8.GetString(value.Utf8),
        _ => null,
    };

    private static List<string> Texts(RawJson value)
    {
        var texts = new List<string>();
        foreach (RawJson item in value.EnumerateArray())
        {
            if (Text(item) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    private static DateTimeOffset? Time(string? text) =>
        !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long time) || time >= LastMilliseconds ? null
        : time < FirstMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(time)
        : DateTimeOffset.FromUnixTimeMilliseconds(time);
}
