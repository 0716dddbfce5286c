using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace WaGen.Testing;

/// <summary>Makes webhooks in the shapes of the platform. Ids are new in each, everything else has a default that <c>with</c> changes.</summary>
/// <example>
/// <code>
/// FakeMessage message = WebhookBodies.Text("16505550101", "Hello") with { ProfileName = "Sheena" };
/// byte[] body = WebhookBodies.Batch(message, WebhookBodies.Status(id, "read"));
/// </code>
/// </example>
public static class WebhookBodies
{
    /// <summary>A text.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="text">What the user wrote.</param>
    /// <returns>The message.</returns>
    public static FakeMessage Text(string? from, string text) =>
        Message(from, "text", json => json.WriteString("body"u8, text));

    /// <summary>A tap on a reply button of an interactive message.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="id">The id of the button.</param>
    /// <param name="title">What the button says.</param>
    /// <returns>The message; its <see cref="FakeMessage.ContextId"/> can name the message with the buttons.</returns>
    public static FakeMessage ButtonReply(string? from, string id, string title) => Interactive(from, "button_reply", json =>
    {
        json.WriteString("id"u8, id);
        json.WriteString("title"u8, title);
    });

    /// <summary>A choice of a row of a list.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="id">The id of the row.</param>
    /// <param name="title">What the row says.</param>
    /// <param name="description">What stands below the title; null without it.</param>
    /// <returns>The message.</returns>
    public static FakeMessage ListReply(string? from, string id, string title, string? description = null) => Interactive(from, "list_reply", json =>
    {
        json.WriteString("id"u8, id);
        json.WriteString("title"u8, title);
        if (description is not null)
        {
            json.WriteString("description"u8, description);
        }
    });

    /// <summary>A Flow that the user completed.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="responseJson">What the Flow answered: a JSON object as text.</param>
    /// <param name="name">The name of the form.</param>
    /// <param name="body">What the chat shows.</param>
    /// <returns>The message.</returns>
    public static FakeMessage FlowReply(string? from, [StringSyntax(StringSyntaxAttribute.Json)] string responseJson, string name = "flow", string body = "Sent") =>
        Interactive(from, "nfm_reply", json =>
        {
            json.WriteString("response_json"u8, responseJson);
            json.WriteString("body"u8, body);
            json.WriteString("name"u8, name);
        });

    /// <summary>A tap on a quick reply button of a template.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="text">What the button says.</param>
    /// <param name="payload">What the business attached to it; null repeats the text, as the platform does.</param>
    /// <returns>The message.</returns>
    public static FakeMessage TemplateButton(string? from, string text, string? payload = null) => Message(from, "button", json =>
    {
        json.WriteString("payload"u8, payload ?? text);
        json.WriteString("text"u8, text);
    });

    /// <summary>A picture. The id may be one that <see cref="FakeGraph.AddMedia"/> gave.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="mediaId">The id of the file; null for a new one.</param>
    /// <param name="caption">What stands below the picture; null without it.</param>
    /// <param name="mimeType">The type of the file.</param>
    /// <returns>The message.</returns>
    public static FakeMessage Image(string? from, string? mediaId = null, string? caption = null, string mimeType = "image/jpeg") =>
        Media(from, "image", mediaId, mimeType, caption, fileName: null);

    /// <summary>A file.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="mediaId">The id of the file; null for a new one.</param>
    /// <param name="mimeType">The type of the file.</param>
    /// <returns>The message.</returns>
    public static FakeMessage Document(string? from, string fileName, string? mediaId = null, string mimeType = "application/pdf") =>
        Media(from, "document", mediaId, mimeType, caption: null, fileName);

    /// <summary>A place.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="latitude">Degrees from -90 to 90.</param>
    /// <param name="longitude">Degrees from -180 to 180.</param>
    /// <param name="name">The name of the place; null without it.</param>
    /// <param name="address">The address; null without it.</param>
    /// <returns>The message.</returns>
    public static FakeMessage Location(string? from, double latitude, double longitude, string? name = null, string? address = null) => Message(from, "location", json =>
    {
        json.WriteNumber("latitude"u8, latitude);
        json.WriteNumber("longitude"u8, longitude);
        if (name is not null)
        {
            json.WriteString("name"u8, name);
        }

        if (address is not null)
        {
            json.WriteString("address"u8, address);
        }
    });

    /// <summary>An emoji on a message.</summary>
    /// <param name="from">The user's phone number.</param>
    /// <param name="messageId">The id of the message that it stands on.</param>
    /// <param name="emoji">The emoji; null when the user takes it away.</param>
    /// <returns>The message.</returns>
    public static FakeMessage Reaction(string? from, string messageId, string? emoji) => Message(from, "reaction", json =>
    {
        json.WriteString("message_id"u8, messageId);
        if (emoji is not null)
        {
            json.WriteString("emoji"u8, emoji);
        }
    });

    /// <summary>A message of any other kind.</summary>
    /// <param name="from">The user's phone number; null when the user hides it.</param>
    /// <param name="type">The kind, such as <c>sticker</c>.</param>
    /// <param name="content">The content: JSON that stands in the member of that name.</param>
    /// <returns>The message.</returns>
    /// <exception cref="FormatException"><paramref name="content"/> is not valid JSON.</exception>
    public static FakeMessage Message(string? from, string type, [StringSyntax(StringSyntaxAttribute.Json)] string content) =>
        new() { From = from, Type = type, Content = JsonFragment.Parse(content) };

    /// <summary>What became of a sent message.</summary>
    /// <param name="id">The id of the message.</param>
    /// <param name="status">What happened: <c>sent</c>, <c>delivered</c>, <c>read</c> or <c>failed</c>.</param>
    /// <param name="error">The code of the error; null takes 131026 for <c>failed</c> and none otherwise.</param>
    /// <returns>The status.</returns>
    public static FakeStatus Status(string id, string status, int? error = null) =>
        new() { Id = id, Status = status, ErrorCode = error ?? (status.Equals("failed", StringComparison.Ordinal) ? 131026 : null) };

    /// <summary>An event of any field, written by hand.</summary>
    /// <param name="field">The name of the field on the wire.</param>
    /// <param name="value">The value of the field as JSON.</param>
    /// <returns>The event.</returns>
    /// <exception cref="FormatException"><paramref name="value"/> is not valid JSON.</exception>
    public static FakeChange Change(string field, [StringSyntax(StringSyntaxAttribute.Json)] string value) =>
        new() { Field = field, Value = JsonFragment.Parse(value) };

    /// <summary>Makes one body of several events, as the platform does under load.</summary>
    /// <param name="events">The events in order. Neighbours of one account share an entry, neighbours of one kind and number share a value.</param>
    /// <returns>A new array of UTF-8.</returns>
    public static byte[] Batch(params IEnumerable<FakeEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return JsonBody.WriteObject(json =>
        {
            json.WriteString("object"u8, "whatsapp_business_account"u8);
            json.WriteStartArray("entry"u8);
            foreach (List<FakeEvent> entry in Neighbours(events, static (a, b) => string.Equals(a.AccountId, b.AccountId, StringComparison.Ordinal) && a.HasEntryTime == b.HasEntryTime))
            {
                WriteEntry(json, entry);
            }

            json.WriteEndArray();
        });
    }

    private static void WriteEntry(Utf8JsonWriter json, List<FakeEvent> events)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, events[0].AccountId);
        if (events[0].HasEntryTime)
        {
            json.WriteNumber("time"u8, events[0].Timestamp.ToUnixTimeSeconds());
        }

        json.WriteStartArray("changes"u8);
        foreach (List<FakeEvent> change in Neighbours(events, static (a, b) => a.CanShareValue(b)))
        {
            json.WriteStartObject();
            json.WritePropertyName("value"u8);
            change[0].WriteValue(json, change);
            json.WriteString("field"u8, change[0].FieldName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static List<List<FakeEvent>> Neighbours(IEnumerable<FakeEvent> events, Func<FakeEvent, FakeEvent, bool> together)
    {
        var groups = new List<List<FakeEvent>>();
        foreach (FakeEvent item in events)
        {
            if (groups.Count > 0 && together(groups[^1][0], item))
            {
                groups[^1].Add(item);
            }
            else
            {
                groups.Add([item]);
            }
        }

        return groups;
    }

    private static FakeMessage Message(string? from, string type, Action<Utf8JsonWriter> writeMembers) =>
        new() { From = from, Type = type, Content = JsonBody.Fragment(writeMembers) };

    private static FakeMessage Interactive(string? from, string type, Action<Utf8JsonWriter> writeMembers) => Message(from, "interactive", json =>
    {
        json.WriteString("type"u8, type);
        json.WriteStartObject(type);
        writeMembers(json);
        json.WriteEndObject();
    });

    private static FakeMessage Media(string? from, string type, string? mediaId, string mimeType, string? caption, string? fileName) => Message(from, type, json =>
    {
        if (caption is not null)
        {
            json.WriteString("caption"u8, caption);
        }

        if (fileName is not null)
        {
            json.WriteString("filename"u8, fileName);
        }

        json.WriteString("mime_type"u8, mimeType);
        json.WriteString("sha256"u8, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes)));
        json.WriteString("id"u8, mediaId ?? DecimalIds.Create());
    });
}
