using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace WaGen.AspNetCore;

/// <summary>Turns a token into the bytes of a file and back: a mark, a checksum, and the encrypted JSON.</summary>
/// <remarks>The checksum tells a file that was damaged from one whose key is missing: only the latter is a mistake of the setup.</remarks>
internal sealed class TokenFileFormat(IDataProtectionProvider protection)
{
    private const string Purpose = "WaGen.TokenStore.v1";

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    private static ReadOnlySpan<byte> Mark => "WaGenTk1"u8;

    /// <exception cref="InvalidOperationException">Data Protection has no key to encrypt with.</exception>
    public byte[] Write(TokenFileContent content)
    {
        byte[] encrypted;
        try
        {
            encrypted = _protector.Protect(WriteJson(content));
        }
        catch (CryptographicException exception)
        {
            throw new InvalidOperationException("The token was not saved, because ASP.NET Core Data Protection could not encrypt it; its keys cannot be read or written.", exception);
        }

        return [.. Mark, .. SHA256.HashData(encrypted), .. encrypted];
    }

    /// <summary>The content; null when the bytes are damaged or foreign.</summary>
    /// <exception cref="TokenFileLockedException">The key that encrypted it is missing.</exception>
    public TokenFileContent? Read(ReadOnlySpan<byte> bytes)
    {
        int head = Mark.Length + SHA256.HashSizeInBytes;
        if (bytes.Length <= head || !bytes.StartsWith(Mark) || !SHA256.HashData(bytes[head..]).AsSpan().SequenceEqual(bytes[Mark.Length..head]))
        {
            return null;
        }

        byte[] json;
        try
        {
            json = _protector.Unprotect(bytes[head..].ToArray());
        }
        catch (CryptographicException exception)
        {
            throw new TokenFileLockedException(exception);
        }

        return RawJson.TryParse(json, out RawJson value) ? ReadJson(value) : null;
    }

    private static byte[] WriteJson(TokenFileContent content)
    {
        StoredToken token = content.Token;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("token"u8, token.Token.Reveal());
            json.WriteString("kind"u8, token.Token.Kind.ToString());
            json.WriteString("waba"u8, token.WabaId);
            json.WriteString("business"u8, token.BusinessId);
            WriteTexts(json, "numbers", token.PhoneNumberIds);
            WriteTexts(json, "scopes", token.Scopes);
            json.WriteString("issued"u8, token.IssuedAt?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("expires"u8, token.ExpiresAt?.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("order"u8, content.Order);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static TokenFileContent? ReadJson(RawJson json) =>
        json["token"u8].GetString() is not { Length: > 0 } token
        || json["waba"u8].GetString() is not { Length: > 0 } account
        || !Enum.TryParse(json["kind"u8].GetString(), out AccessTokenKind kind)
        || !json["order"u8].TryGetInt64(out long order)
            ? null
            : new TokenFileContent(
                new StoredToken
                {
                    Token = new AccessToken(token, kind),
                    WabaId = account,
                    BusinessId = json["business"u8].GetString(),
                    PhoneNumberIds = ReadTexts(json["numbers"u8]),
                    Scopes = ReadTexts(json["scopes"u8]),
                    IssuedAt = ReadTime(json["issued"u8]),
                    ExpiresAt = ReadTime(json["expires"u8]),
                },
                order);

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static List<string> ReadTexts(RawJson json)
    {
        var texts = new List<string>();
        foreach (RawJson item in json.EnumerateArray())
        {
            texts.Add(item.GetString() ?? string.Empty);
        }

        return texts;
    }

    private static DateTimeOffset? ReadTime(RawJson json) =>
        DateTimeOffset.TryParseExact(json.GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset time) ? time : null;
}
