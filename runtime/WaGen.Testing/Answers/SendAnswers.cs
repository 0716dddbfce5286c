using System.Security.Cryptography;
using System.Text.Json;

namespace WaGen.Testing;

/// <summary>Answers sends as the platform does.</summary>
internal static class SendAnswers
{
    private const int PartBytes = 16;
    private const int JweParts = 5;

    /// <summary>Whether the body marks a message as read instead of sending one.</summary>
    public static bool IsReceipt(RawJson body) => body["status"u8].IsPresent && !body["type"u8].IsPresent;

    /// <summary>Makes a message of a body that was checked.</summary>
    public static SentMessage Accept(RawJson body, string phoneNumberId, DateTimeOffset now)
    {
        string? to = body["to"u8].GetString();
        string? type = body["type"u8].GetString();
        bool isGroup = body["recipient_type"u8].GetString() is "group";
        return new SentMessage
        {
            Id = MessageIds.Create(),
            PhoneNumberId = phoneNumberId,
            To = to is null || isGroup ? to : PhoneNumbers.Normalize(to),
            UserId = to is null ? body["recipient"u8].GetString() : null,
            IsGroup = isGroup,
            IsReaction = type is "reaction",
            CallbackData = body["biz_opaque_callback_data"u8].GetString(),
            PricingCategory = body["category"u8].GetString() ?? (type is "template" ? "utility" : "service"),
            SentAt = now,
        };
    }

    /// <summary>The answer to a message that was sent.</summary>
    /// <param name="message">The message.</param>
    /// <param name="body">The body of the request.</param>
    /// <param name="hasState">Whether it tells the state of pacing.</param>
    public static byte[] Write(SentMessage message, RawJson body, bool hasState) => JsonBody.WriteObject(json =>
    {
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        json.WriteStartArray("contacts"u8);
        json.WriteStartObject();
        json.WriteString("input"u8, body["to"u8].GetString() ?? message.UserId);
        if (message.To is not null)
        {
            json.WriteString("wa_id"u8, message.To);
        }

        if (message.UserId is not null)
        {
            json.WriteString("user_id"u8, message.UserId);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        WriteMessage(json, message, hasState);
    });

    /// <summary>The answer to an encrypted message, which nobody can read here.</summary>
    public static byte[] WriteEncrypted() => JsonBody.WriteObject(json =>
        json.WriteString("encrypted_contents"u8, string.Join('.', Enumerable.Range(0, JweParts).Select(static _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PartBytes))))));

    private static void WriteMessage(Utf8JsonWriter json, SentMessage message, bool hasState)
    {
        json.WriteStartArray("messages"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, message.Id);
        if (message.IsGroup)
        {
            json.WriteString("group_id"u8, message.To);
        }

        if (hasState)
        {
            json.WriteString("message_status"u8, "accepted"u8);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
