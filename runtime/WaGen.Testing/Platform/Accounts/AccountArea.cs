using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Accounts, and the businesses around them.</summary>
internal sealed class AccountArea(FakePlatform platform) : IPlatformArea
{
    private const int InsightsStayOn = 200006;
    private const string ListFields = "id,name,currency,timezone_id,message_template_namespace";
    private static readonly string[] Writable = ["name", "timezone_id", "degrees_of_freedom_spec", "creative_optimizations_enrollment"];
    private static readonly string[] Switches = ["is_enabled_for_insights", "disable_marketing_messages_on_cloud_api", "template_auto_archival_enabled"];

    public void Register(PlatformTable table)
    {
        table.Add("GetAccount", static call => call.AnswerNode());
        table.Add("UpdateAccount", Update);
        table.Add("GetHealth", static call => call.AnswerNode());
        table.Add("GetBusiness", static call => call.AnswerNode());
        table.Add("ListOwnedAccounts", call => List(call, platform.All<FakeAccount>(a => a.Business == call.Business)));
        table.Add("ListClientAccounts", call => List(call, platform.All<FakeAccount>(a => a.IsSharedWith(call.Business))));
        table.Add("ListAssignedAccounts", ListAssigned);
        table.Add("ListConnectedBusinesses", ListConnected);
    }

    private static FakeAnswer Update(PlatformCall call)
    {
        FakeAccount account = call.Account;
        if (call.Flag("is_enabled_for_insights") == false && account.Fields["is_enabled_for_insights"]?.GetValue<bool>() == true)
        {
            return call.Error(InsightsStayOn, "Template insights cannot be switched off", status: 400);
        }

        foreach (string name in Writable.Where(n => call.Text(n) is not null))
        {
            account.Fields[name] = call.Object(name)?.DeepClone() ?? JsonValue.Create(call.Text(name));
        }

        foreach (string name in Switches.Where(n => call.Flag(n) is not null))
        {
            account.Fields[name] = call.Flag(name);
        }

        return call.AnswerId(account.Id);
    }

    private static FakeAnswer List(PlatformCall call, IEnumerable<FakeAccount> accounts)
    {
        if (call.NonEmpty("find") is { } id)
        {
            accounts = accounts.Where(a => a.Id.Equals(id, StringComparison.Ordinal));
        }

        foreach (JsonObject filter in (call.Array("filtering") ?? []).OfType<JsonObject>())
        {
            accounts = accounts.Where(a => Fits(a, filter)).ToArray();
        }

        if (call.Text("sort") is "creation_time_descending")
        {
            accounts = accounts.Reverse();
        }

        string fields = call.Fields ?? ListFields;
        return call.Page(accounts.Select(a => a.Describe(fields)));
    }

    private static bool Fits(FakeAccount account, JsonObject filter)
    {
        string? kept = TextOf(account.Read(filter["field"]?.GetValue<string>() ?? string.Empty));
        string?[] wanted = filter["value"] is JsonArray array ? [.. array.Select(TextOf)] : [TextOf(filter["value"])];
        return filter["field"]?.GetValue<string>() is "partners"
            ? wanted.All(id => account.Partners.Any(p => p.Id.Equals(id, StringComparison.Ordinal)))
            : filter["operator"]?.GetValue<string>() switch
            {
                "GREATER_THAN" => NumberOf(kept) > NumberOf(wanted.FirstOrDefault()),
                "LESS_THAN" => NumberOf(kept) < NumberOf(wanted.FirstOrDefault()),
                _ => wanted.Contains(kept, StringComparer.Ordinal),
            };
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : node?.ToJsonString();

    private static long? NumberOf(string? text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) ? number : null;

    private FakeAnswer ListAssigned(PlatformCall call)
    {
        string user = call.Path("user-id");
        return call.Page(platform.All<FakeAccount>(a => a.Users.ContainsKey(user)).Select(account =>
        {
            JsonObject item = account.Describe("id,name,status");
            item["permissions"] = new JsonArray([.. account.Users[user].Select(static t => JsonValue.Create(t))]);
            item["business_id"] = account.Business.Id;
            return item;
        }));
    }

    private FakeAnswer ListConnected(PlatformCall call)
    {
        FakeBusiness partner = call.Node<FakeApp>().Business;
        IEnumerable<FakeBusiness> customers = platform.All<FakeAccount>(a => a.IsSharedWith(partner)).Select(static a => a.Business).Distinct();
        return call.Page(customers.Select(b => b.Describe(call.Fields ?? "id,name,verification_status")));
    }
}
