using System.Globalization;
using System.Text.Json;

namespace WaGen.Testing;

/// <summary>An event of the field <c>messages</c>: it belongs to a phone number of the business and to a user.</summary>
public abstract record FakeNumberEvent : FakeEvent
{
    private protected FakeNumberEvent()
    {
    }

    /// <summary>Gets the id of the phone number of the business.</summary>
    public string PhoneNumberId { get; init; } = "106540352242922";

    /// <summary>Gets the phone number of the business as it is shown, digits only.</summary>
    public string DisplayPhoneNumber { get; init; } = "15550783881";

    /// <summary>Gets the user's id that belongs to the business (BSUID); null leaves it out.</summary>
    public string? UserId { get; init; }

    /// <inheritdoc/>
    internal override string FieldName => "messages";

    /// <summary>Gets the user's phone number; null when the user hides it.</summary>
    internal abstract string? UserPhone { get; }

    /// <summary>Gets the name of the array that holds events of this kind.</summary>
    private protected abstract string ArrayName { get; }

    /// <inheritdoc/>
    internal override bool CanShareValue(FakeEvent other) =>
        other.GetType() == GetType() && other is FakeNumberEvent same
        && string.Equals(same.PhoneNumberId, PhoneNumberId, StringComparison.Ordinal)
        && string.Equals(same.DisplayPhoneNumber, DisplayPhoneNumber, StringComparison.Ordinal);

    /// <inheritdoc/>
    internal override void WriteValue(Utf8JsonWriter json, IReadOnlyList<FakeEvent> events)
    {
        json.WriteStartObject();
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        json.WriteStartObject("metadata"u8);
        json.WriteString("display_phone_number"u8, DisplayPhoneNumber);
        json.WriteString("phone_number_id"u8, PhoneNumberId);
        json.WriteEndObject();
        WriteContacts(json, events);
        json.WriteStartArray(ArrayName);
        foreach (FakeEvent item in events)
        {
            ((FakeNumberEvent)item).WriteItem(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Keeps the digits of a phone number, as webhooks do; other addresses stay as they are.</summary>
    private protected static string Digits(string phone) => PhoneNumbers.Normalize(phone);

    /// <summary>Writes the event itself.</summary>
    private protected abstract void WriteItem(Utf8JsonWriter json);

    /// <summary>Writes what a contact says beside phone number and id.</summary>
    private protected virtual void WriteProfile(Utf8JsonWriter json)
    {
    }

    /// <summary>Whether the platform names the user among the contacts.</summary>
    private protected virtual bool HasContact() => true;

    /// <summary>Writes the time in the form of the platform: seconds as text.</summary>
    private protected void WriteTimestamp(Utf8JsonWriter json) =>
        json.WriteString("timestamp"u8, Timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    private static void WriteContacts(Utf8JsonWriter json, IReadOnlyList<FakeEvent> events)
    {
        FakeNumberEvent[] contacts = [.. events.Cast<FakeNumberEvent>().Where(static e => e.HasContact()).DistinctBy(static e => (e.UserPhone, e.UserId))];
        if (contacts.Length == 0)
        {
            return;
        }

        json.WriteStartArray("contacts"u8);
        foreach (FakeNumberEvent contact in contacts)
        {
            json.WriteStartObject();
            contact.WriteProfile(json);
            if (contact.UserPhone is { } phone)
            {
                json.WriteString("wa_id"u8, Digits(phone));
            }

            if (contact.UserId is { } user)
            {
                json.WriteString("user_id"u8, user);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
