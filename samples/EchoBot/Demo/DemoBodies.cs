using System.Globalization;

namespace EchoBot.Demo;

/// <summary>What the demo posts. Shapes are those of the platform; ids, names and numbers are invented.</summary>
internal static class DemoBodies
{
    private const int BatchSize = 50;
    private const int WrongItem = 25;
    private const string Pricing = """ "pricing": { "billable": true, "pricing_model": "PMP", "type": "regular", "category": "utility" } """;
    private const string Error = """ "errors": [ { "code": 131026, "title": "Message undeliverable", "error_data": { "details": "Unable to deliver." } } ] """;

    public static IReadOnlyList<DemoDelivery> All { get; } =
    [
        new("a text", Message("wamid.demo-text", """ "type": "text", "text": { "body": "Hello" } """), "messages Text wamid.demo-text"),
        new("an image", Message("wamid.demo-image", """ "image": { "id": "1003383421387256", "mime_type": "image/jpeg" }, "type": "image" """), "messages Image wamid.demo-image"),
        new(
            "a button reply",
            Message("wamid.demo-button", """ "type": "interactive", "interactive": { "type": "button_reply", "button_reply": { "id": "yes", "title": "Yes" } } """),
            "messages ButtonReply wamid.demo-button"),
        new("a sent status", Status("sent", Pricing), "messages Sent wamid.demo-out/sent"),
        new("a delivered status", Status("delivered", Pricing), "messages Delivered wamid.demo-out/delivered"),
        new("a read status", Status("read", """ "recipient_user_id": "US.13491208655302741918" """), "messages Read wamid.demo-out/read"),
        new("a failed status", Status("failed", Error), "messages Failed wamid.demo-out/failed"),
        new(
            "a partner solution",
            Body("partner_solutions", """{ "event": "SOLUTION_CREATED", "solution_id": "774485461512159", "solution_status": "INITIATED" }"""),
            "partner_solutions SolutionCreated 1773000000/774485461512159/SOLUTION_CREATED/INITIATED"),
        new("an unknown field", Body("field_of_tomorrow", """{ "news": "good" }"""), "field_of_tomorrow UnknownField entry[0].changes[0].value"),
        new("a batch of 50 with one item of the wrong shape", Batch(), [.. Enumerable.Range(0, BatchSize).Select(BatchLine)]),
    ];

    private static string Batch() => Messages(string.Join(',', Enumerable.Range(0, BatchSize).Select(BatchItem)));

    private static string BatchItem(int index)
    {
        string text = index == WrongItem ? "42" : $$"""{ "body": "Line {{index}}" }""";
        return MessageItem(BatchId(index), $""" "type": "text", "text": {text} """, string.Create(CultureInfo.InvariantCulture, $"165055502{index:D2}"));
    }

    private static string BatchLine(int index) => index == WrongItem
        ? string.Create(CultureInfo.InvariantCulture, $"messages MalformedContent entry[0].changes[0].value.messages[{index}]")
        : $"messages Text {BatchId(index)}";

    private static string BatchId(int index) => string.Create(CultureInfo.InvariantCulture, $"wamid.demo-batch-{index:D2}");

    private static string Message(string id, string content) => Messages(MessageItem(id, content));

    private static string MessageItem(string id, string content, string from = "16505550101") =>
        $$"""{ "from": "{{from}}", "from_user_id": "US.134912086{{from}}", "id": "{{id}}", "timestamp": "1773000001", {{content}} }""";

    private static string Messages(string items) => Body("messages", $$"""
        {
          "messaging_product": "whatsapp",
          "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
          "contacts": [ { "profile": { "name": "Sheena" }, "wa_id": "16505550101", "user_id": "US.13491208655302741918" } ],
          "messages": [ {{items}} ]
        }
        """);

    private static string Status(string status, string more) => Body("messages", $$"""
        {
          "messaging_product": "whatsapp",
          "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
          "statuses": [ { "id": "wamid.demo-out", "status": "{{status}}", "timestamp": "1773000010", "recipient_id": "16505550101", {{more}} } ]
        }
        """);

    private static string Body(string field, string value) => $$"""
        {
          "object": "whatsapp_business_account",
          "entry": [ { "id": "102290129340398", "time": 1773000000, "changes": [ { "value": {{value}}, "field": "{{field}}" } ] } ]
        }
        """;
}
