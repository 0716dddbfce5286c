using System.Text.Json;

namespace WaGen.Client;

/// <summary>Reads from the body of a message to whom it goes.</summary>
internal static class MessageTarget
{
    /// <summary>The phone number in digits, or else the id of the user; null when the body names neither, or a group, which has no pair limit.</summary>
    public static string? Of(ReadOnlySpan<byte> json)
    {
        string? phone = null;
        string? user = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isPhone = reader.ValueTextEquals("to"u8);
            bool isUser = reader.ValueTextEquals("recipient"u8);
            bool isType = reader.ValueTextEquals("recipient_type"u8);
            reader.Read();
            if (isType && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("group"u8))
            {
                return null;
            }

            phone = isPhone && reader.TokenType == JsonTokenType.String ? reader.GetString() : phone;
            user = isUser && reader.TokenType == JsonTokenType.String ? reader.GetString() : user;
            reader.Skip();
        }

        return string.IsNullOrEmpty(phone) ? user : string.Concat(phone.Where(char.IsAsciiDigit));
    }
}
