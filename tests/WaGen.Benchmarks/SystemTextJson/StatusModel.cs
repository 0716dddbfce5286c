using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaGen.Benchmarks.SystemTextJson;

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

    public string? RecipientParticipantId { get; set; }

    public string? RecipientParticipantUserId { get; set; }

    public string? RecipientParticipantParentUserId { get; set; }

    public string? RecipientIdentityKeyHash { get; set; }

    public string? BizOpaqueCallbackData { get; set; }

    public ConversationModel? Conversation { get; set; }

    public PricingModel? Pricing { get; set; }

    public List<ErrorModel>? Errors { get; set; }

    public string? Type { get; set; }

    public JsonElement? Payment { get; set; }

    public JsonElement? Message { get; set; }
}

internal sealed class ConversationModel
{
    public string? Id { get; set; }

    public string? ExpirationTimestamp { get; set; }

    public OriginModel? Origin { get; set; }

    public PricingModel? Pricing { get; set; }
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
