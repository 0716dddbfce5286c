using WaGen.Benchmarks.SystemTextJson;

namespace WaGen.Benchmarks.Writing;

/// <summary>The messages that are written, as payloads and as classes of System.Text.Json.</summary>
internal static class SentMessages
{
    private const string To = "15550100101";
    private const string Body = "Thank you for your order 4711. It leaves our house this afternoon and should be with you by Thursday at noon.";
    private const string Callback = "order-4711";

    public static Payload Text { get; } = new SampleTextMessage
    {
        RecipientType = "individual",
        To = To,
        BizOpaqueCallbackData = Callback,
        Text = new() { PreviewUrl = false, Body = Body },
    };

    public static OutgoingModel TextModel { get; } = new()
    {
        RecipientType = "individual",
        To = To,
        BizOpaqueCallbackData = Callback,
        Type = "text",
        Text = new() { PreviewUrl = false, Body = Body },
    };

    public static Payload Template { get; } = new SampleTemplateMessage
    {
        RecipientType = "individual",
        To = To,
        Template = new()
        {
            Name = "order_confirmation",
            Language = new() { Code = "en_US" },
            Components =
            [
                new SampleBodyComponent
                {
                    Parameters =
                    [
                        new SampleTextParameter { Text = "Alex" },
                        new SampleTextParameter { Text = "Order 4711, two boxes of tea" },
                        new SampleCurrencyParameter { Currency = new() { FallbackValue = "EUR 24.90", Code = "EUR", Amount1000 = 24_900 } },
                    ],
                },
                new SampleButtonComponent { SubType = "url", Index = 0, Parameters = [new SampleTextParameter { Text = "orders/4711" }] },
            ],
        },
    };

    public static OutgoingModel TemplateModel { get; } = new()
    {
        RecipientType = "individual",
        To = To,
        Type = "template",
        Template = new()
        {
            Name = "order_confirmation",
            Language = new() { Code = "en_US" },
            Components =
            [
                new()
                {
                    Type = "body",
                    Parameters =
                    [
                        new() { Type = "text", Text = "Alex" },
                        new() { Type = "text", Text = "Order 4711, two boxes of tea" },
                        new() { Type = "currency", Currency = new() { FallbackValue = "EUR 24.90", Code = "EUR", Amount1000 = 24_900 } },
                    ],
                },
                new() { Type = "button", SubType = "url", Index = "0", Parameters = [new() { Type = "text", Text = "orders/4711" }] },
            ],
        },
    };
}
