using System.Text.Json;

namespace WaGen.Benchmarks.SystemTextJson;

internal sealed class MessageModel
{
    public string? From { get; set; }

    public string? FromUserId { get; set; }

    public string? FromParentUserId { get; set; }

    public string? GroupId { get; set; }

    public string? To { get; set; }

    public string? Id { get; set; }

    public string? Timestamp { get; set; }

    public string? Type { get; set; }

    public string? FromLogicalId { get; set; }

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

    public JsonElement? Identity { get; set; }

    public JsonElement? InternalData { get; set; }

    public JsonElement? Referral { get; set; }
}

internal sealed class ReplyContextModel
{
    public string? From { get; set; }

    public string? Id { get; set; }

    public ReferredProductModel? ReferredProduct { get; set; }

    public bool? Forwarded { get; set; }

    public bool? FrequentlyForwarded { get; set; }
}

internal sealed class ReferredProductModel
{
    public string? CatalogId { get; set; }

    public string? ProductRetailerId { get; set; }
}
