using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class FlowTests : PlatformTest
{
    private static readonly string[] Booking = ["APPOINTMENT_BOOKING"];
    private static readonly string[] Other = ["OTHER"];
    private static readonly string[] Copied = ["Visits", "Nothing"];

    private const string Right = """{"version":"7.3","screens":[{"id":"START","layout":{"type":"SingleColumnLayout","children":[]}}]}""";
    private const string Wrong = """{"version":"7.3","screens":[]}""";

    [Fact]
    public async Task A_flow_is_mended_published_and_deprecated()
    {
        FakeToken token = await SubscribedAsync();

        ApiAnswer created = await PostAsync($"{Account.Id}/flows", token, new { name = "Visits", categories = Booking, flow_json = Wrong });
        ApiAnswer twice = await PostAsync($"{Account.Id}/flows", token, new { name = "Visits", categories = Other });
        string id = created.Text("id")!;
        ApiAnswer early = await PostAsync($"{id}/publish", token);
        using MultipartFormDataContent form = Form("{ no");
        ApiAnswer broken = await PostAsync($"{id}/assets", token, form);
        using MultipartFormDataContent better = Form(Right);
        ApiAnswer mended = await PostAsync($"{id}/assets", token, better);
        ApiAnswer published = await PostAsync($"{id}/publish", token);
        ApiAnswer kept = await DeleteAsync(id, token);
        ApiAnswer read = await GetAsync($"{id}?fields=status,json_version,preview,whatsapp_business_account", token);
        ApiAnswer assets = await GetAsync($"{id}/assets", token);
        ApiAnswer deprecated = await PostAsync($"{id}/deprecate", token);
        ApiAnswer again = await PostAsync($"{id}/deprecate", token);

        Assert.Equal("MISSING_REQUIRED_PROPERTY", (string?)created.Json["validation_errors"]![0]!["error"]);
        Assert.Equal((100, 139002, 200), (twice.Code, early.Code, broken.Status));
        Assert.Equal("INVALID_JSON", (string?)Assert.Single(broken.Json["validation_errors"]!.AsArray())!["error"]);
        Assert.Empty(mended.Json["validation_errors"]!.AsArray());
        Assert.Equal((200, 139004, 200, 139003), (published.Status, kept.Code, deprecated.Status, again.Code));
        Assert.Equal(("PUBLISHED", "7.3"), (read.Text("status"), read.Text("json_version")));
        Assert.Equal("flow.json", (string?)Assert.Single(assets.Data)!["name"]);
        Assert.Equal(["DRAFT", "PUBLISHED", "DEPRECATED"], (await WebhooksAsync("flows")).Select(static c => (string?)c["value"]!["new_status"]));
    }

    [Fact]
    public async Task Flows_are_copied_previewed_and_measured()
    {
        FakeAccount other = Platform.AddAccount(Customer, "Second account");
        FakeToken token = Platform.AddBusinessToken(App, Account, other);
        FakeFlow flow = Platform.AddFlow(Account, "Visits");

        ApiAnswer copied = await PostAsync($"{other.Id}/migrate_flows", token, new { source_waba_id = Account.Id, source_flow_names = Copied });
        ApiAnswer listed = await GetAsync($"{other.Id}/flows", token);
        ApiAnswer preview = await GetAsync($"{flow.Id}?fields=preview.invalidate(false)", token);
        ApiAnswer fresh = await GetAsync($"{flow.Id}?fields=preview.invalidate(true)", token);
        ApiAnswer metric = await GetAsync($"{flow.Id}?fields=metric.name(ENDPOINT_REQUEST_COUNT).granularity(DAY).since(2026-01-01).until(2026-01-02)", token);

        Assert.Equal(flow.Id, (string?)Assert.Single(copied.Json["migrated_flows"]!.AsArray())!["source_id"]);
        Assert.Equal("4233041", (string?)Assert.Single(copied.Json["failed_flows"]!.AsArray())!["error_code"]);
        Assert.Equal("DRAFT", (string?)Assert.Single(listed.Data)!["status"]);
        Assert.NotEqual((string?)preview.Json["preview"]!["preview_url"], (string?)fresh.Json["preview"]!["preview_url"]);
        Assert.Equal(("ENDPOINT_REQUEST_COUNT", "DAY"), ((string?)metric.Json["metric"]!["name"], (string?)metric.Json["metric"]!["granularity"]));
    }

    [Fact]
    public async Task A_failing_endpoint_throttles_and_blocks_a_flow()
    {
        FakeToken token = await SubscribedAsync();
        FakeNumber number = Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub");
        FakeFlow flow = Platform.AddFlow(Account, "Visits");
        Task<ApiAnswer> SendAsync() => PostAsync($"{number.Id}/messages", token, new
        {
            messaging_product = "whatsapp",
            to = "15550002222",
            type = "interactive",
            interactive = new
            {
                type = "flow",
                body = new { text = "Choose a day" },
                action = new { name = "flow", parameters = new { flow_message_version = "3", flow_id = flow.Id, flow_cta = "Choose" } },
            },
        });

        Platform.ReportFlowAvailability(flow, 50);
        Platform.ChangeFlowStatus(flow, "THROTTLED");
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(200, (await SendAsync()).Status);
        }

        ApiAnswer throttled = await SendAsync();
        Time.Advance(TimeSpan.FromMinutes(61));
        ApiAnswer later = await SendAsync();
        Platform.ChangeFlowStatus(flow, "BLOCKED");
        ApiAnswer blocked = await SendAsync();

        Assert.Equal((132069, 200, 132068), (throttled.Code, later.Status, blocked.Code));
        JsonNode[] told = [.. (await WebhooksAsync("flows")).Select(static c => c["value"]!)];
        Assert.Equal("ACTIVATED", (string?)told[0]["alert_state"]);
        Assert.Equal(("THROTTLED", "BLOCKED"), ((string?)told[2]["old_status"], (string?)told[2]["new_status"]));
    }

    private static MultipartFormDataContent Form(string json)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new MultipartFormDataContent { { new StringContent("flow.json"), "name" }, { new StringContent("FLOW_JSON"), "asset_type" }, { file, "file", "flow.json" } };
    }

    private async Task<FakeToken> SubscribedAsync()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        return token;
    }
}
