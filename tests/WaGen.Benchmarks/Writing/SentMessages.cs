using WaGen.Benchmarks.SystemTextJson;

namespace WaGen.Benchmarks.Writing;

/// <summary>The messages that are written, as payloads and as classes of System.Text.Json.</summary>
internal static class SentMessages
{
    private const string To = "15550100101";
    private const string Body = "Thank you for your order 4711. It leaves our house this afternoon and should be with you by Thursday at noon.";
    private const string Callback = "order-4711";
    private const string TemplateName = "order_confirmation";
    private const string Language = "en_US";
    private const string Header = "4711";
    private const string Name = "Alex";
    private const string Order = "Order 4711, two boxes of tea";
    private const string Price = "EUR 24.90";
    private const string Currency = "EUR";
    private const long Amount = 24_900;
    private const string Page = "orders/4711";

    public static Payload Text { get; } = OutgoingMessage.Text(To, Body, previewUrl: false) with
    {
        RecipientType = OutgoingRecipientType.Individual,
        BizOpaqueCallbackData = Callback,
    };

    public static OutgoingModel TextModel { get; } = new()
    {
        RecipientType = "individual",
        To = To,
        BizOpaqueCallbackData = Callback,
        Type = "text",
        Text = new() { PreviewUrl = false, Body = Body },
    };

    public static Payload Template { get; } = OutgoingMessage.Template(To, TemplateName, Language,
    [
        TemplateComponent.Header([TemplateParameter.Text(Header)]),
        TemplateComponent.Body([TemplateParameter.Text(Name), TemplateParameter.Text(Order), TemplateParameter.Currency(Price, Currency, Amount)]),
        TemplateComponent.UrlButton(0, [TemplateParameter.Text(Page)]),
    ]) with
    {
        RecipientType = OutgoingRecipientType.Individual,
    };

    public static OutgoingModel TemplateModel { get; } = new()
    {
        RecipientType = "individual",
        To = To,
        Type = "template",
        Template = new()
        {
            Name = TemplateName,
            Language = new() { Code = Language },
            Components =
            [
                new() { Type = "header", Parameters = [new() { Type = "text", Text = Header }] },
                new()
                {
                    Type = "body",
                    Parameters =
                    [
                        new() { Type = "text", Text = Name },
                        new() { Type = "text", Text = Order },
                        new() { Type = "currency", Currency = new() { FallbackValue = Price, Code = Currency, Amount1000 = Amount } },
                    ],
                },
                new() { Type = "button", SubType = "url", Index = 0, Parameters = [new() { Type = "text", Text = Page }] },
            ],
        },
    };
}
