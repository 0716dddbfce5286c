using System.Text.Json;

namespace WaGen.Testing;

/// <summary>What became of a message that the business sent.</summary>
public sealed record FakeStatus : FakeNumberEvent
{
    /// <summary>Gets the id of the sent message.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what happened: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c>, <c>played</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Gets the phone number of the recipient or the id of the group; null when the user hides the number.</summary>
    public string? RecipientId { get; init; } = "16505550101";

    /// <summary>Gets a value indicating whether the message went to a group.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Gets the code of the error; null when nothing went wrong.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Gets a few words that name the error.</summary>
    public string ErrorTitle { get; init; } = "Message undeliverable";

    /// <summary>Gets what the error says in full; null says the title again.</summary>
    public string? ErrorDetails { get; init; }

    /// <summary>Gets the text that the business attached to the message; null without one.</summary>
    public string? CallbackData { get; init; }

    /// <summary>Gets the price category, such as <c>service</c> or <c>utility</c>; null leaves the price out.</summary>
    public string? PricingCategory { get; init; }

    /// <inheritdoc/>
    internal override string? UserPhone => IsGroup ? null : RecipientId;

    /// <inheritdoc/>
    private protected override string ArrayName => "statuses";

    /// <inheritdoc/>
    private protected override bool HasContact() => ErrorCode is null && (UserPhone ?? UserId) is not null;

    /// <inheritdoc/>
    private protected override void WriteItem(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, Id);
        json.WriteString("status"u8, Status);
        WriteTimestamp(json);
        if (RecipientId is not null)
        {
            json.WriteString("recipient_id"u8, IsGroup ? RecipientId : Digits(RecipientId));
        }

        if (UserId is not null)
        {
            json.WriteString("recipient_user_id"u8, UserId);
        }

        if (IsGroup)
        {
            json.WriteString("recipient_type"u8, "group"u8);
        }

        if (PricingCategory is not null)
        {
            WritePricing(json, PricingCategory);
        }

        if (ErrorCode is { } code)
        {
            WriteError(json, code);
        }

        if (CallbackData is not null)
        {
            json.WriteString("biz_opaque_callback_data"u8, CallbackData);
        }

        json.WriteEndObject();
    }

    private static void WritePricing(Utf8JsonWriter json, string category)
    {
        bool isFree = category.Equals("service", StringComparison.Ordinal);
        json.WriteStartObject("pricing"u8);
        json.WriteBoolean("billable"u8, !isFree);
        json.WriteString("pricing_model"u8, "PMP"u8);
        json.WriteString("type"u8, isFree ? "free_customer_service"u8 : "regular"u8);
        json.WriteString("category"u8, category);
        json.WriteEndObject();
    }

    private void WriteError(Utf8JsonWriter json, int code)
    {
        json.WriteStartArray("errors"u8);
        json.WriteStartObject();
        json.WriteNumber("code"u8, code);
        json.WriteString("title"u8, ErrorTitle);
        json.WriteString("message"u8, ErrorTitle);
        json.WriteStartObject("error_data"u8);
        json.WriteString("details"u8, ErrorDetails ?? ErrorTitle);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
