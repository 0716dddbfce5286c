using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class CallingTests : PlatformTest
{
    private const string User = "15550002222";
    private const string Sdp = "v=0\r\n";

    [Fact]
    public async Task A_user_is_asked_and_called()
    {
        (FakeToken token, FakeNumber number) = await ReadyAsync();

        ApiAnswer none = await GetAsync($"{number.Id}/call_permissions?user_wa_id={User}", token);
        ApiAnswer refused = await ConnectAsync(token, number);
        ApiAnswer asked = await AskAsync(token, number);
        ApiAnswer twice = await AskAsync(token, number);
        Platform.AllowCalls(number, User);
        ApiAnswer allowed = await GetAsync($"{number.Id}/call_permissions?user_wa_id={User}", token);
        ApiAnswer connected = await ConnectAsync(token, number);
        ApiAnswer running = await ConnectAsync(token, number);
        string id = (string)connected.Json["calls"]![0]!["id"]!;
        Platform.TakeCall(number, id);
        Time.Advance(TimeSpan.FromSeconds(30));
        ApiAnswer ended = await PostAsync($"{number.Id}/calls", token, new { messaging_product = "whatsapp", call_id = id, action = "terminate" });

        Assert.Equal("no_permission", (string?)none.Json["permission"]!["status"]);
        Assert.Equal((138006, 200, 138009, 138003), (refused.Code, asked.Status, twice.Code, running.Code));
        Assert.Equal("temporary", (string?)allowed.Json["permission"]!["status"]);
        Assert.False((bool?)allowed.Json["actions"]![0]!["can_perform_action"]);
        Assert.NotNull(allowed.Json["actions"]![0]!["limits"]![0]!["limit_expiration_time"]);
        Assert.True((bool?)ended.Json["success"]);
        JsonNode[] told = [.. (await WebhooksAsync("calls")).Select(static c => c["value"]!)];
        Assert.Equal(["RINGING", "ACCEPTED"], told.Where(static v => v["statuses"] is not null).Select(static v => (string?)v["statuses"]![0]!["status"]));
        JsonNode[] calls = [.. told.Where(static v => v["calls"] is not null).Select(static v => v["calls"]![0]!)];
        Assert.Equal(["connect", "terminate"], calls.Select(static c => (string?)c["event"]));
        Assert.Equal(("answer", 30, "COMPLETED"), ((string?)calls[0]["session"]!["sdp_type"], (int?)calls[1]["duration"], (string?)calls[1]["status"]));
    }

    [Fact]
    public async Task A_user_calls()
    {
        (FakeToken token, FakeNumber number) = await ReadyAsync();
        object answer = new { sdp_type = "answer", sdp = Sdp };

        string id = Platform.CallNumber(number, User);
        ApiAnswer before = await PostAsync($"{number.Id}/calls", token, new { messaging_product = "whatsapp", call_id = id, action = "pre_accept", session = answer });
        ApiAnswer accepted = await PostAsync($"{number.Id}/calls", token, new { messaging_product = "whatsapp", call_id = id, action = "accept", session = answer });
        Platform.EndCall(number, id);
        ApiAnswer late = await PostAsync($"{number.Id}/calls", token, new { messaging_product = "whatsapp", call_id = id, action = "terminate" });
        string missed = Platform.CallNumber(number, User);
        ApiAnswer rejected = await PostAsync($"{number.Id}/calls", token, new { messaging_product = "whatsapp", call_id = missed, action = "reject" });

        Assert.Equal((200, 200, 100, 200), (before.Status, accepted.Status, late.Code, rejected.Status));
        JsonNode[] calls = [.. (await WebhooksAsync("calls")).Select(static c => c["value"]!["calls"]![0]!)];
        Assert.Equal(["connect", "terminate", "connect", "terminate"], calls.Select(static c => (string?)c["event"]));
        Assert.Equal(["COMPLETED", "FAILED"], calls.Where(static c => c["status"] is not null).Select(static c => (string?)c["status"]));
        Assert.All(calls, static c => Assert.Equal("USER_INITIATED", (string?)c["direction"]));
    }

    [Fact]
    public async Task Calling_is_off_until_it_is_enabled()
    {
        FakeToken token = await OnboardAsync();
        FakeNumber number = Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub");

        Assert.Equal(138000, (await ConnectAsync(token, number)).Code);
    }

    private Task<ApiAnswer> ConnectAsync(FakeToken token, FakeNumber number) =>
        PostAsync($"{number.Id}/calls", token, new { messaging_product = "whatsapp", to = User, action = "connect", session = new { sdp_type = "offer", sdp = Sdp } });

    private Task<ApiAnswer> AskAsync(FakeToken token, FakeNumber number) => PostAsync($"{number.Id}/messages", token, new
    {
        messaging_product = "whatsapp",
        to = User,
        type = "interactive",
        interactive = new { type = "call_permission_request", body = new { text = "May we call you?" }, action = new { name = "call_permission_request" } },
    });

    private async Task<(FakeToken Token, FakeNumber Number)> ReadyAsync()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        FakeNumber number = Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub");
        await PostAsync($"{number.Id}/settings", token, new { calling = new { status = "ENABLED" } });
        return (token, number);
    }
}
