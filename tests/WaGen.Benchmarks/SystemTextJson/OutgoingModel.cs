using System.Text.Json.Serialization;

namespace WaGen.Benchmarks.SystemTextJson;

/// <summary>A message to be sent, as classes of System.Text.Json: the members of the payload types.</summary>
internal sealed class OutgoingModel
{
    public string? MessagingProduct { get; set; } = "whatsapp";

    public string? RecipientType { get; set; }

    public string? To { get; set; }

    public string? Recipient { get; set; }

    public OutgoingContextModel? Context { get; set; }

    public string? BizOpaqueCallbackData { get; set; }

    public string? RecipientIdentityKeyHash { get; set; }

    public string? Category { get; set; }

    public long? TtlSeconds { get; set; }

    public OutgoingDirectSendModel? DirectSendConfig { get; set; }

    public string? MessagingAccountId { get; set; }

    public string? PaidMessagingAccountId { get; set; }

    public string? Type { get; set; }

    public OutgoingTextModel? Text { get; set; }

    public OutgoingTemplateModel? Template { get; set; }
}

internal sealed class OutgoingContextModel
{
    public string? MessageId { get; set; }
}

internal sealed class OutgoingDirectSendModel
{
    public string? TemplateName { get; set; }
}

internal sealed class OutgoingTextModel
{
    public string? Body { get; set; }

    public bool? PreviewUrl { get; set; }
}

internal sealed class OutgoingTemplateModel
{
    public string? Name { get; set; }

    public OutgoingLanguageModel? Language { get; set; }

    public List<OutgoingComponentModel>? Components { get; set; }
}

internal sealed class OutgoingLanguageModel
{
    public string? Code { get; set; }

    public string? Policy { get; set; }
}

internal sealed class OutgoingComponentModel
{
    public string? Type { get; set; }

    public string? SubType { get; set; }

    public long? Index { get; set; }

    public List<OutgoingParameterModel>? Parameters { get; set; }
}

internal sealed class OutgoingParameterModel
{
    public string? Type { get; set; }

    public string? ParameterName { get; set; }

    public string? Text { get; set; }

    public bool? PaymentLinkPreview { get; set; }

    public OutgoingCurrencyModel? Currency { get; set; }
}

internal sealed class OutgoingCurrencyModel
{
    public string? FallbackValue { get; set; }

    public string? Code { get; set; }

    [JsonPropertyName("amount_1000")]
    public long? Amount1000 { get; set; }
}
