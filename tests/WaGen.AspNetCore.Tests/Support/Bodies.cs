namespace WaGen.AspNetCore.Tests.Support;

/// <summary>Bodies in the shapes of the platform, with invented content.</summary>
internal static class Bodies
{
    public const string MessageText = "I would like two pizzas";
    public const string PhoneNumber = "16505550101";
    public const string MessageId = "wamid.HBgLMTY1MDU1NTAxMDEVAgASGBQzQTRBRTNGMDVCOEE1RkM3";
    public const string EntryId = "102290129340398";

    /// <summary>The shortest body of the platform.</summary>
    public const string Empty = """{"object":"whatsapp_business_account","entry":[]}""";

    /// <summary>The example of Meta that misses a comma after the type.</summary>
    public const string MissingComma = """
        {
          "object": "whatsapp_business_account",
          "entry": [
            {
              "id": "102290129340398",
              "changes": [
                {
                  "value": {
                    "messages": [
                      {
                        "from": "16505550101",
                        "id": "wamid.HBgLMTY1MDU1NTAxMDEVAgASGBQzQTRBRTNGMDVCOEE1RkM3",
                        "timestamp": "1749416383",
                        "type": "text"
                        "text": {
                          "body": "I would like two pizzas"
                        }
                      }
                    ]
                  },
                  "field": "messages"
                }
              ]
            }
          ]
        }
        """;

    public static string Text { get; } = Messages(TextItem(MessageId));

    public static string PartnerSolution { get; } =
        Change("partner_solutions", """{"event":"SOLUTION_CREATED","solution_id":"774485461512159","solution_status":"INITIATED"}""");

    public static string TextItem(string id) =>
        $$$"""{"from":"{{{PhoneNumber}}}","id":"{{{id}}}","timestamp":"1749416383","type":"text","text":{"body":"{{{MessageText}}}"}}""";

    public static string Status(string id, string status) => Value($$"""
        "statuses":[{"id":"{{id}}","status":"{{status}}","timestamp":"1749416384","recipient_id":"{{PhoneNumber}}"}]
        """);

    public static string Messages(params string[] items) => Value($$"""
        "contacts":[{"profile":{"name":"Sheena"},"wa_id":"{{PhoneNumber}}"}],"messages":[{{string.Join(',', items)}}]
        """);

    public static string Change(string field, string value) => Entry($$"""{"value":{{value}},"field":"{{field}}"}""");

    public static string Entry(params string[] changes) =>
        $$"""{"object":"whatsapp_business_account","entry":[{"id":"{{EntryId}}","changes":[{{string.Join(',', changes)}}]}]}""";

    private static string Value(string members) => Change(
        "messages",
        $$$"""{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},{{{members}}}}""");
}
