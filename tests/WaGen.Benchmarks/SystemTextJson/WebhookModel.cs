using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaGen.Benchmarks.SystemTextJson;

/// <summary>The field <c>messages</c> and the chunks of <c>history</c> as classes for System.Text.Json, with the members that the views have.</summary>
internal sealed class WebhookModel
{
    public string? Object { get; set; }

    public List<EntryModel>? Entry { get; set; }
}

internal sealed class EntryModel
{
    public string? Id { get; set; }

    public long? Time { get; set; }

    public List<ChangeModel>? Changes { get; set; }
}

internal sealed class ChangeModel
{
    public string? Field { get; set; }

    public ValueModel? Value { get; set; }
}

internal sealed class ValueModel
{
    public string? MessagingProduct { get; set; }

    public MetadataModel? Metadata { get; set; }

    public List<ContactModel>? Contacts { get; set; }

    public List<MessageModel>? Messages { get; set; }

    public List<StatusModel>? Statuses { get; set; }

    public List<ErrorModel>? Errors { get; set; }

    public List<HistoryModel>? History { get; set; }
}

internal sealed class MetadataModel
{
    public string? DisplayPhoneNumber { get; set; }

    public string? PhoneNumberId { get; set; }
}

internal sealed class ContactModel
{
    public ProfileModel? Profile { get; set; }

    public string? WaId { get; set; }

    public string? UserId { get; set; }

    public string? ParentUserId { get; set; }

    public string? IdentityKeyHash { get; set; }
}

internal sealed class ProfileModel
{
    public string? Name { get; set; }

    public string? Username { get; set; }
}

internal sealed class MessageModel
{
    public string? From { get; set; }

    public string? FromUserId { get; set; }

    public string? FromParentUserId { get; set; }

    public string? GroupId { get; set; }

    public string? Id { get; set; }

    public string? Timestamp { get; set; }

    public string? Type { get; set; }

    public TextModel? Text { get; set; }

    public MediaModel? Image { get; set; }

    public MediaModel? Audio { get; set; }

    public MediaModel? Video { get; set; }

    public MediaModel? Document { get; set; }

    public MediaModel? Sticker { get; set; }

    public LocationModel? Location { get; set; }

    public ReactionModel? Reaction { get; set; }

    public ButtonModel? Button { get; set; }

    public InteractiveModel? Interactive { get; set; }

    public ReplyContextModel? Context { get; set; }

    public List<ErrorModel>? Errors { get; set; }

    public HistoryContextModel? HistoryContext { get; set; }

    public JsonElement? Contacts { get; set; }

    public JsonElement? Order { get; set; }

    public JsonElement? System { get; set; }

    public JsonElement? Referral { get; set; }
}

internal sealed class TextModel
{
    public string? Body { get; set; }
}

internal sealed class MediaModel
{
    public string? Id { get; set; }

    public string? MimeType { get; set; }

    public string? Sha256 { get; set; }

    public string? Caption { get; set; }

    public string? Filename { get; set; }

    public string? Url { get; set; }

    public bool? Voice { get; set; }

    public bool? Animated { get; set; }
}

internal sealed class LocationModel
{
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Name { get; set; }

    public string? Address { get; set; }

    public string? Url { get; set; }
}

internal sealed class ReactionModel
{
    public string? MessageId { get; set; }

    public string? Emoji { get; set; }
}

internal sealed class ButtonModel
{
    public string? Payload { get; set; }

    public string? Text { get; set; }
}

internal sealed class InteractiveModel
{
    public string? Type { get; set; }

    public ReplyModel? ButtonReply { get; set; }

    public ReplyModel? ListReply { get; set; }
}

internal sealed class ReplyModel
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }
}

internal sealed class ReplyContextModel
{
    public string? From { get; set; }

    public string? Id { get; set; }

    public bool? Forwarded { get; set; }

    public bool? FrequentlyForwarded { get; set; }
}

internal sealed class HistoryContextModel
{
    public string? Status { get; set; }
}

internal sealed class StatusModel
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    public string? Timestamp { get; set; }

    public string? RecipientId { get; set; }

    public string? RecipientUserId { get; set; }

    public string? RecipientParentUserId { get; set; }

    public string? RecipientType { get; set; }

    public string? GroupId { get; set; }

    public string? BizOpaqueCallbackData { get; set; }

    public ConversationModel? Conversation { get; set; }

    public PricingModel? Pricing { get; set; }

    public List<ErrorModel>? Errors { get; set; }

    public string? Type { get; set; }
}

internal sealed class ConversationModel
{
    public string? Id { get; set; }

    public string? ExpirationTimestamp { get; set; }

    public OriginModel? Origin { get; set; }
}

internal sealed class OriginModel
{
    public string? Type { get; set; }
}

internal sealed class PricingModel
{
    public bool? Billable { get; set; }

    [JsonPropertyName("pricing_model")]
    public string? Model { get; set; }

    public string? Category { get; set; }

    public string? Type { get; set; }
}

internal sealed class ErrorModel
{
    public long? Code { get; set; }

    public string? Title { get; set; }

    public string? Message { get; set; }

    public ErrorDataModel? ErrorData { get; set; }

    public string? Href { get; set; }
}

internal sealed class ErrorDataModel
{
    public string? Details { get; set; }
}

internal sealed class HistoryModel
{
    public HistoryMetadataModel? Metadata { get; set; }

    public List<ThreadModel>? Threads { get; set; }
}

internal sealed class HistoryMetadataModel
{
    public int? Phase { get; set; }

    public int? ChunkOrder { get; set; }

    public int? Progress { get; set; }
}

internal sealed class ThreadModel
{
    public string? Id { get; set; }

    public List<MessageModel>? Messages { get; set; }
}

/// <summary>The source-generated reader of <see cref="WebhookModel"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WebhookModel))]
internal sealed partial class WebhookModelContext : JsonSerializerContext;
