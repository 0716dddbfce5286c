using System.Text.Json;

namespace WaGen.Testing;

/// <summary>A message from a user. <see cref="WebhookBodies"/> makes the usual kinds.</summary>
public sealed record FakeMessage : FakeNumberEvent
{
    /// <summary>Gets the user's phone number, in any usual form; null when a user with a username hides it.</summary>
    public required string? From { get; init; }

    /// <summary>Gets the kind of message, such as <c>text</c>; the content stands in the member of this name.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the content.</summary>
    public required JsonFragment Content { get; init; }

    /// <summary>Gets the id of the message; a new one by default.</summary>
    public string Id { get; init; } = MessageIds.Create();

    /// <summary>Gets the name in the user's profile.</summary>
    public string ProfileName { get; init; } = "Test User";

    /// <summary>Gets the user's username; null leaves it out.</summary>
    public string? Username { get; init; }

    /// <summary>Gets the id of the message that this one answers; null when it stands on its own.</summary>
    public string? ContextId { get; init; }

    /// <summary>Gets the id of the group that the message was sent to; null outside groups.</summary>
    public string? GroupId { get; init; }

    /// <inheritdoc/>
    internal override string? UserPhone => From;

    /// <inheritdoc/>
    private protected override string ArrayName => "messages";

    /// <inheritdoc/>
    private protected override void WriteProfile(Utf8JsonWriter json)
    {
        json.WriteStartObject("profile"u8);
        json.WriteString("name"u8, ProfileName);
        if (Username is not null)
        {
            json.WriteString("username"u8, Username);
        }

        json.WriteEndObject();
    }

    /// <inheritdoc/>
    private protected override void WriteItem(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (ContextId is not null)
        {
            json.WriteStartObject("context"u8);
            json.WriteString("from"u8, DisplayPhoneNumber);
            json.WriteString("id"u8, ContextId);
            json.WriteEndObject();
        }

        if (From is not null)
        {
            json.WriteString("from"u8, Digits(From));
        }

        if (UserId is not null)
        {
            json.WriteString("from_user_id"u8, UserId);
        }

        if (GroupId is not null)
        {
            json.WriteString("group_id"u8, GroupId);
        }

        json.WriteString("id"u8, Id);
        WriteTimestamp(json);
        json.WriteString("type"u8, Type);
        json.WritePropertyName(Type);
        json.WriteRawValue(Content.Utf8.Span);
        json.WriteEndObject();
    }
}
