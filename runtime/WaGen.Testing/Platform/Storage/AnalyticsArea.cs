using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Numbers about the past. They are empty unless a test has set the field of the account, such as <c>pricing_analytics</c>.</summary>
internal sealed class AnalyticsArea : IPlatformArea
{
    public void Register(PlatformTable table)
    {
        table.Add("GetMessageAnalytics", static call => Member(call, "analytics", Points(call)));
        table.Add("GetConversationAnalytics", static call => Member(call, "conversation_analytics", Wrap(Points())));
        table.Add("GetPricingAnalytics", static call => Member(call, "pricing_analytics", Wrap(Points())));
        table.Add("GetCallAnalytics", static call => Member(call, "call_analytics", Wrap(Points())));
        foreach ((string operation, string field) in (ReadOnlySpan<(string Operation, string Field)>)
            [
                ("ListConversationAnalytics", "conversation_analytics"), ("ListPricingAnalytics", "pricing_analytics"), ("ListTemplateAnalytics", "template_analytics"),
                ("ListTemplateGroupAnalytics", "template_group_analytics"), ("ListCallAnalytics", "call_analytics"), ("ListGroupAnalytics", "group_analytics"),
            ])
        {
            table.Add(operation, call => call.Answer(call.Account.Read(field) as JsonObject ?? Wrap(Points())));
        }

        table.Add("ListMarketingInsights", static call => call.Page([]));
    }

    private static FakeAnswer Member(PlatformCall call, string field, JsonObject none) =>
        call.Answer(new JsonObject { [field] = call.Account.Read(field) ?? none, ["id"] = call.Account.Id });

    private static JsonObject Wrap(JsonObject item) => new() { ["data"] = new JsonArray(item) };

    private static JsonObject Points() => new() { ["data_points"] = new JsonArray() };

    private static JsonObject Points(PlatformCall call)
    {
        Dictionary<string, string>? arguments = ExpansionText.Find(call.Fields ?? string.Empty, "analytics");
        return new JsonObject
        {
            ["phone_numbers"] = new JsonArray([.. call.Account.Numbers.Select(static n => JsonValue.Create(n.Phone))]),
            ["country_codes"] = new JsonArray(),
            ["granularity"] = arguments?.GetValueOrDefault("granularity") ?? "DAY",
            ["data_points"] = new JsonArray(),
        };
    }
}
