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

    public ConversationContextModel? ConversationContext { get; set; }

    public List<HistoryModel>? History { get; set; }
}

internal sealed class MetadataModel
{
    public string? DisplayPhoneNumber { get; set; }

    public string? PhoneNumberId { get; set; }
}

internal sealed class ConversationContextModel
{
    public string? Type { get; set; }

    public ConversationSummaryModel? Summary { get; set; }
}

internal sealed class ConversationSummaryModel
{
    public string? Text { get; set; }
}
