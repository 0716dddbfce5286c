using WaGen.Runtime;

namespace WaGen.Benchmarks.Writing;

public record SampleRequest : Payload
{
    protected override void WriteMembers(ref PayloadWriter json) => json.Constant(",\"messaging_product\":\"whatsapp\""u8);
}

public record SampleMessage : SampleRequest
{
    public string? RecipientType { get; init; }

    public string? To { get; init; }

    public string? Recipient { get; init; }

    public SampleContext? Context { get; init; }

    public string? BizOpaqueCallbackData { get; init; }

    public string? RecipientIdentityKeyHash { get; init; }

    public string? Category { get; init; }

    public long? TtlSeconds { get; init; }

    public SampleContext? DirectSendConfig { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Text(",\"recipient_type\":"u8, RecipientType);
        json.Text(",\"to\":"u8, To);
        json.Text(",\"recipient\":"u8, Recipient);
        json.Object(",\"context\":"u8, Context);
        json.Text(",\"biz_opaque_callback_data\":"u8, BizOpaqueCallbackData);
        json.Text(",\"recipient_identity_key_hash\":"u8, RecipientIdentityKeyHash);
        json.Text(",\"category\":"u8, Category);
        json.Integer(",\"ttl_seconds\":"u8, TtlSeconds);
        json.Object(",\"direct_send_config\":"u8, DirectSendConfig);
    }
}

public sealed record SampleContext : Payload
{
    public string? MessageId { get; init; }

    protected override void WriteMembers(ref PayloadWriter json) => json.Text(",\"message_id\":"u8, MessageId);
}

public sealed record SampleTextMessage : SampleMessage
{
    public SampleText? Text { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"text\""u8);
        json.Object(",\"text\":"u8, Text);
    }
}

public sealed record SampleText : Payload
{
    public bool? PreviewUrl { get; init; }

    public string? Body { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Boolean(",\"preview_url\":"u8, PreviewUrl);
        json.Text(",\"body\":"u8, Body);
    }
}

public sealed record SampleTemplateMessage : SampleMessage
{
    public SampleTemplate? Template { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"template\""u8);
        json.Object(",\"template\":"u8, Template);
    }
}

public sealed record SampleTemplate : Payload
{
    public string? Name { get; init; }

    public SampleLanguage? Language { get; init; }

    public PayloadList<SampleComponent>? Components { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Text(",\"name\":"u8, Name);
        json.Object(",\"language\":"u8, Language);
        json.Objects(",\"components\":"u8, Components);
    }
}

public sealed record SampleLanguage : Payload
{
    public string? Code { get; init; }

    protected override void WriteMembers(ref PayloadWriter json) => json.Text(",\"code\":"u8, Code);
}

public record SampleComponent : Payload
{
    public PayloadList<SampleParameter>? Parameters { get; init; }

    protected override void WriteMembers(ref PayloadWriter json) => json.Objects(",\"parameters\":"u8, Parameters);
}

public sealed record SampleBodyComponent : SampleComponent
{
    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"body\""u8);
    }
}

public sealed record SampleButtonComponent : SampleComponent
{
    public string? SubType { get; init; }

    public long? Index { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"button\""u8);
        json.Text(",\"sub_type\":"u8, SubType);
        json.Integer(",\"index\":"u8, Index, ScalarForms.String);
    }
}

public record SampleParameter : Payload
{
    public string? ParameterName { get; init; }

    protected override void WriteMembers(ref PayloadWriter json) => json.Text(",\"parameter_name\":"u8, ParameterName);
}

public sealed record SampleTextParameter : SampleParameter
{
    public string? Text { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"text\""u8);
        json.Text(",\"text\":"u8, Text);
    }
}

public sealed record SampleCurrencyParameter : SampleParameter
{
    public SampleCurrency? Currency { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        base.WriteMembers(ref json);
        json.Constant(",\"type\":\"currency\""u8);
        json.Object(",\"currency\":"u8, Currency);
    }
}

public sealed record SampleCurrency : Payload
{
    public string? FallbackValue { get; init; }

    public string? Code { get; init; }

    public long? Amount1000 { get; init; }

    protected override void WriteMembers(ref PayloadWriter json)
    {
        json.Text(",\"fallback_value\":"u8, FallbackValue);
        json.Text(",\"code\":"u8, Code);
        json.Integer(",\"amount_1000\":"u8, Amount1000);
    }
}
