using System.Globalization;
using System.Text;

namespace WaGen.Benchmarks.Bodies;

/// <summary>Bodies as the platform sends them: one line, invented values of real length.</summary>
internal static class ReceivedBodies
{
    private const string Metadata = """{"display_phone_number":"15550783881","phone_number_id":"106540352242922"}""";

    private const string Contacts = """[{"profile":{"name":"Ada Byron"},"wa_id":"16505551234","user_id":"US.13491208655302741918"}]""";

    /// <summary>Gets one text message.</summary>
    public static byte[] Text { get; } = OneValue($$$"""
        "contacts":{{{Contacts}}},"messages":[{"from":"16505551234","from_user_id":"US.13491208655302741918","id":"{{{MessageId(1)}}}","timestamp":"1749416383","type":"text","text":{"body":"Does it come in another color?"}}]
        """);

    /// <summary>Gets one image with a caption.</summary>
    public static byte[] Image { get; } = OneValue($$$"""
        "contacts":{{{Contacts}}},"messages":[{"from":"16505551234","from_user_id":"US.13491208655302741918","id":"{{{MessageId(2)}}}","timestamp":"1749416383","type":"image","image":{{{ImageContent(2)}}}}]
        """);

    /// <summary>Gets one status of a message that could not be delivered.</summary>
    public static byte[] FailedStatus { get; } = OneValue($$$"""
        "statuses":[{"id":"{{{MessageId(3)}}}","status":"failed","timestamp":"1749416384","recipient_id":"16505551234","recipient_user_id":"US.13491208655302741918","errors":[{{{DeliveryError}}}]}]
        """);

    /// <summary>Gets a thousand updates: texts, images, and statuses of four kinds, several to an entry.</summary>
    public static byte[] Batch { get; } = BatchOf(1_000);

    /// <summary>Gets one chunk of history of about 200 KB.</summary>
    public static byte[] History { get; } = HistoryOf(threads: 40, messages: 20);

    /// <summary>Gets one text message of which about three members in ten are not documented.</summary>
    public static byte[] WithUnknownMembers { get; } = OneValue($$$"""
        "vendor":{"region":"eu","shard":17},"contacts":{{{Contacts}}},"messages":[{"from":"16505551234","from_user_id":"US.13491208655302741918","id":"{{{MessageId(4)}}}","timestamp":"1749416383","type":"text","text":{"body":"Does it come in another color?","language":"en"},"priority":3,"labels":["sale","spring"],"origin_trace":{"hop":"a1","at":1749416383}}],"delivery_hint":null,"received_by":"edge-7"
        """);

    /// <summary>Gets one text message whose text and name are written in <c>\u</c> escapes.</summary>
    public static byte[] Escaped { get; } = OneValue($$$"""
        "contacts":[{"profile":{"name":"\u0410\u0434\u0430 \u0411\u0430\u0439\u0440\u043e\u043d"},"wa_id":"16505551234","user_id":"US.13491208655302741918"}],"messages":[{"from":"16505551234","from_user_id":"US.13491208655302741918","id":"{{{MessageId(5)}}}","timestamp":"1749416383","type":"text","text":{"body":"\u0415\u0441\u0442\u044c \u043b\u0438 \u043e\u043d\u043e \u0432 \u0434\u0440\u0443\u0433\u043e\u043c \u0446\u0432\u0435\u0442\u0435? \ud83c\udf3b"}}]
        """);

    private const string DeliveryError = """{"code":131047,"title":"Re-engagement message","message":"Re-engagement message","error_data":{"details":"Message failed to send because more than 24 hours have passed since the customer last replied to this number."},"href":"https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes"}""";

    /// <summary>Returns the body of a kind.</summary>
    public static byte[] Of(BodyKind kind) => kind switch
    {
        BodyKind.Text => Text,
        BodyKind.Image => Image,
        BodyKind.FailedStatus => FailedStatus,
        BodyKind.History => History,
        BodyKind.Batch => Batch,
        BodyKind.UnknownMembers => WithUnknownMembers,
        BodyKind.Escaped => Escaped,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>Returns the body with the names of its fields replaced by one that the contract does not have.</summary>
    public static byte[] WithUnknownField(byte[] body) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(body)
            .Replace("\"field\":\"messages\"", "\"field\":\"not_a_field\"", StringComparison.Ordinal)
            .Replace("\"field\":\"history\"", "\"field\":\"not_a_field\"", StringComparison.Ordinal));

    /// <summary>Makes a body with many updates.</summary>
    public static byte[] BatchOf(int updates)
    {
        var entries = new StringBuilder();
        for (int i = 0; i < updates; i += 8)
        {
            string account = (102290129340398 + (i % 3)).ToString(CultureInfo.InvariantCulture);
            entries.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$$"""
                {"id":"{{{account}}}","changes":[{"value":{"messaging_product":"whatsapp","metadata":{{{Metadata}}},"contacts":{{{Contacts}}},"messages":[
                {"from":"16505551234","from_user_id":"US.13491208655302741918","id":"{{{MessageId(i)}}}","timestamp":"1749416383","type":"text","text":{"body":"Order {{{i}}} has arrived, thank you!"}},
                {"from":"16505551234","from_user_id":"US.13491208655302741918","id":"{{{MessageId(i + 1)}}}","timestamp":"1749416384","type":"image","image":{{{ImageContent(i)}}}}]},"field":"messages"},
                {"value":{"messaging_product":"whatsapp","metadata":{{{Metadata}}},"statuses":[
                {"id":"{{{MessageId(i + 2)}}}","status":"sent","timestamp":"1749416385","recipient_id":"16505551234","conversation":{"id":"6ceb9d929c9bdc4f90967a32f8639b4{{{i % 10}}}","expiration_timestamp":"1749502785","origin":{"type":"utility"}},"pricing":{"billable":true,"pricing_model":"PMP","category":"utility","type":"regular"}},
                {"id":"{{{MessageId(i + 3)}}}","status":"delivered","timestamp":"1749416386","recipient_id":"16505551234","recipient_user_id":"US.13491208655302741918","pricing":{"billable":true,"pricing_model":"PMP","category":"utility","type":"regular"}},
                {"id":"{{{MessageId(i + 4)}}}","status":"read","timestamp":"1749416387","recipient_id":"16505551234","recipient_user_id":"US.13491208655302741918"},
                {"id":"{{{MessageId(i + 5)}}}","status":"read","timestamp":"1749416388","recipient_id":"16505551234","recipient_user_id":"US.13491208655302741918"},
                {"id":"{{{MessageId(i + 6)}}}","status":"delivered","timestamp":"1749416389","recipient_id":"16505551234","recipient_user_id":"US.13491208655302741918","pricing":{"billable":true,"pricing_model":"PMP","category":"utility","type":"regular"}},
                {"id":"{{{MessageId(i + 7)}}}","status":"failed","timestamp":"1749416390","recipient_id":"16505551234","recipient_user_id":"US.13491208655302741918","errors":[{{{DeliveryError}}}]}]},"field":"messages"}]}
                """);
        }

        return OneLine($$"""{"object":"whatsapp_business_account","entry":[{{entries}}]}""");
    }

    private static byte[] HistoryOf(int threads, int messages)
    {
        var chunk = new StringBuilder();
        for (int thread = 0; thread < threads; thread++)
        {
            chunk.Append(thread == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"id":"1650555{{thread:D4}}","messages":[""");
            for (int i = 0; i < messages; i++)
            {
                chunk.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$$"""
                    {"from":"1650555{{{thread:D4}}}","id":"{{{MessageId((thread * messages) + i)}}}","timestamp":"{{{1739230955 + i}}}","type":"text","text":{"body":"Line {{{i}}} of a longer talk about orders, sizes and colors"},"history_context":{"status":"READ"}}
                    """);
            }

            chunk.Append("]}");
        }

        return OneLine($$"""
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{{Metadata}},
            "history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[{{chunk}}]}]},"field":"history"}]}]}
            """);
    }

    private static byte[] OneValue(string members) => OneLine($$$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{{{{Metadata}}}},{{{{members}}}}},"field":"messages"}]}]}
        """);

    private static string ImageContent(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"caption":"The one on the left, please","mime_type":"image/jpeg","sha256":"SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0{{number % 1000:D3}}=","id":"{{1003383421387256 + number}}","url":"https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1003383421387256&source=webhook"}
        """);

    /// <summary>An id of the length that ids of messages have.</summary>
    private static string MessageId(int number) =>
        "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ" + Convert.ToBase64String(SHA256Of(number)).Replace('+', 'A').Replace('/', 'B')[..22] + "==";

    private static byte[] SHA256Of(int number) => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number));

    private static byte[] OneLine(string body) => Encoding.UTF8.GetBytes(body.ReplaceLineEndings(string.Empty));
}
