using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class OnboardingTests : PlatformTest
{
    [Fact]
    public async Task A_code_becomes_a_token_of_the_customer_once()
    {
        string code = Platform.IssueCode(App, Account);

        ApiAnswer first = await ExchangeAsync(code);
        ApiAnswer second = await ExchangeAsync(code);

        Assert.Equal(200, first.Status);
        FakeToken token = Platform.FindBusinessToken(App, Customer)!;
        Assert.Equal(token.Value, first.Text("access_token"));
        Assert.Equal([Account], token.Accounts);
        Assert.Equal((100, 36009), (second.Code, second.Subcode));
        Assert.DoesNotContain(Graph.Requests, static r => r.Query.ContainsKey("client_secret") || r.Query.ContainsKey("code"));
        JsonNode added = Assert.Single(await WebhooksAsync("account_update"));
        Assert.Equal("PARTNER_ADDED", (string?)added["value"]!["event"]);
        Assert.Equal(Account.Id, (string?)added["value"]!["waba_info"]!["waba_id"]);
        Assert.Equal(Partner.Id, (string?)Callback.Received[0].Body["entry"]![0]!["id"]);
    }

    [Fact]
    public async Task A_code_is_good_for_30_seconds_and_for_its_app()
    {
        string code = Platform.IssueCode(App, Account);
        Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(36007, (await ExchangeAsync(code)).Subcode);
        Assert.Equal(1, (await ExchangeAsync(Platform.IssueCode(App, Account), "another-secret")).Code);
        Assert.Equal(100, (await ExchangeAsync("made-up")).Code);
        Assert.Null(Platform.FindBusinessToken(App, Customer));
    }

    [Fact]
    public async Task A_token_can_be_inspected()
    {
        FakeToken token = await OnboardAsync();

        ApiAnswer answer = await GetAsync($"debug_token?input_token={token.Value}", SystemToken);
        ApiAnswer app = await SendAsync(HttpMethod.Get, $"debug_token?input_token={token.Value}", $"{App.Id}|{Secret}", body: null);
        token.Revoke();
        ApiAnswer revoked = await GetAsync($"debug_token?input_token={token.Value}", SystemToken);

        JsonNode data = answer.Json["data"]!;
        Assert.Equal(App.Id, (string?)data["app_id"]);
        Assert.True((bool?)data["is_valid"]);
        Assert.Equal(Account.Id, (string?)data["granular_scopes"]![0]!["target_ids"]![0]);
        Assert.Equal(200, app.Status);
        Assert.False((bool?)revoked.Json["data"]!["is_valid"]);
        Assert.Equal(190, (int?)revoked.Json["data"]!["error"]!["code"]);
    }

    [Fact]
    public async Task A_token_is_fetched_with_a_proof()
    {
        FakeToken token = await OnboardAsync();
        string proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(SystemToken.Value)));

        ApiAnswer without = await PostAsync($"{Customer.Id}/system_user_access_tokens?fetch_only=true", SystemToken);
        ApiAnswer wrong = await PostAsync($"{Customer.Id}/system_user_access_tokens?fetch_only=true&appsecret_proof=00", SystemToken);
        ApiAnswer right = await PostAsync($"{Customer.Id}/system_user_access_tokens?fetch_only=true&appsecret_proof={proof}", SystemToken);
        ApiAnswer kind = await PostAsync($"{Customer.Id}/system_user_access_tokens?fetch_only=true", token);

        Assert.Equal((100, 100, 200), (without.Code, wrong.Code, kind.Code));
        Assert.Equal(token.Value, right.Text("access_token"));
    }

    [Fact]
    public async Task Tokens_open_what_they_are_for()
    {
        FakeToken token = await OnboardAsync();
        FakeAccount other = Platform.AddAccount(Platform.AddBusiness("Stranger"), "Other");

        Assert.Equal("Lucky Shrub", (await GetAsync($"{Account.Id}?fields=name,owner_business_info{{id}}", token)).Text("name"));
        Assert.Equal(200, (await GetAsync($"{Account.Id}", SystemToken)).Status);
        Assert.Equal(200, (await GetAsync($"{other.Id}", token)).Code);
        Assert.Equal((100, 33), await CodesAsync("123456", token));
        Assert.Equal(190, (await SendAsync(HttpMethod.Get, Account.Id, "made-up", body: null)).Code);
        token.Remove("whatsapp_business_management");
        Assert.Equal(10, (await GetAsync(Account.Id, token)).Code);
        token.Revoke();
        Assert.Equal(190, (await GetAsync(Account.Id, token)).Code);
    }

    [Fact]
    public async Task An_app_subscribes_with_an_address_of_its_own()
    {
        FakeToken token = await OnboardAsync();
        FakeNumber number = Platform.AddNumber(Account, "15550001111", "Lucky Shrub");

        ApiAnswer refused = await PostAsync($"{Account.Id}/subscribed_apps", token, new { override_callback_uri = Callback.At("waba"), verify_token = "wrong" });
        ApiAnswer done = await PostAsync($"{Account.Id}/subscribed_apps", token, new { override_callback_uri = Callback.At("waba"), verify_token = CallbackHost.VerifyToken });
        ApiAnswer listed = await GetAsync($"{Account.Id}/subscribed_apps", token);
        await Graph.DeliverAsync(WebhookBodies.Text("16505550101", "Hello") with { AccountId = Account.Id, PhoneNumberId = number.Id });
        await PostAsync($"{number.Id}", token, new { webhook_configuration = new { override_callback_uri = Callback.At("number"), verify_token = CallbackHost.VerifyToken } });
        await Graph.DeliverAsync(WebhookBodies.Text("16505550101", "Hello") with { AccountId = Account.Id, PhoneNumberId = number.Id });
        ApiAnswer configuration = await GetAsync($"{number.Id}?fields=webhook_configuration", token);
        await PostAsync($"{Account.Id}/subscribed_apps", token);

        Assert.NotNull(refused.Code);
        Assert.Equal(200, done.Status);
        Assert.Equal(Callback.At("waba").AbsoluteUri, (string?)listed.Data[0]!["override_callback_uri"]);
        Assert.Equal(App.Id, (string?)listed.Data[0]!["whatsapp_business_api_data"]!["id"]);
        Assert.Equal(["/app", "/waba", "/number"], Callback.Received.Select(static r => r.Path));
        Assert.Equal(Callback.At("number").AbsoluteUri, (string?)configuration.Json["webhook_configuration"]!["phone_number"]);
        Assert.Null(Account.GetOverride(App));
        Assert.Equal([App], Account.SubscribedApps);
    }

    [Fact]
    public async Task A_number_is_added_verified_and_registered()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);

        string id = (await PostAsync($"{Account.Id}/phone_numbers", token, new { cc = "1", phone_number = "5550001111", verified_name = "Lucky Shrub" })).Text("id")!;
        ApiAnswer early = await PostAsync($"{id}/register", token, new { messaging_product = "whatsapp", pin = "123456" });
        ApiAnswer asked = await PostAsync($"{id}/request_code", token, new { code_method = "SMS", language = "en_US" });
        ApiAnswer wrong = await PostAsync($"{id}/verify_code", token, new { code = "000000" });
        ApiAnswer right = await PostAsync($"{id}/verify_code", token, new { code = "123830" });
        ApiAnswer done = await PostAsync($"{id}/register", token, new { messaging_product = "whatsapp", pin = "123456" });
        ApiAnswer again = await PostAsync($"{id}/register", token, new { messaging_product = "whatsapp", pin = "654321" });
        ApiAnswer listed = await GetAsync($"{Account.Id}/phone_numbers?fields=id,status,platform_type", token);

        Assert.Equal((133006, 200, 100, 200, 200, 133005), (early.Code, asked.Status, wrong.Code, right.Status, done.Status, again.Code));
        FakeNumber number = Platform.Find<FakeNumber>(id)!;
        Assert.True(number.IsRegistered);
        Assert.Equal("CONNECTED", (string?)Assert.Single(listed.Data)!["status"]);
        Assert.Equal("ONBOARDING", (string?)Assert.Single(await WebhooksAsync("phone_number_quality_update"))["value"]!["event"]);
        for (int i = 0; i < 7; i++)
        {
            Assert.Equal(200, (await PostAsync($"{id}/register", token, new { messaging_product = "whatsapp", pin = "123456" })).Status);
        }

        Assert.Equal(133016, (await PostAsync($"{id}/deregister", token)).Code);
        Time.Advance(TimeSpan.FromHours(73));
        Assert.Equal(200, (await PostAsync($"{id}/deregister", token)).Status);
        Assert.False(number.IsRegistered);
    }

    [Fact]
    public async Task Calls_are_counted_when_asked_for()
    {
        Platform.EnforcesQuotas = true;
        FakeToken token = await OnboardAsync();

        var answers = new List<ApiAnswer>();
        for (int i = 0; i < 201; i++)
        {
            answers.Add(await GetAsync(Account.Id, token));
        }

        Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub");
        ApiAnswer active = await GetAsync(Account.Id, token);
        Time.Advance(TimeSpan.FromHours(1));
        ApiAnswer later = await GetAsync(Account.Id, token);

        Assert.Equal((null, 80007), (answers[^2].Code, answers[^1].Code));
        Assert.Contains("\"call_count\":50,", answers[99].Headers.GetValues("X-Business-Use-Case-Usage").Single(), StringComparison.Ordinal);
        Assert.Contains($"{{\"{Account.Id}\":[", answers[^1].Headers.GetValues("X-Business-Use-Case-Usage").Single(), StringComparison.Ordinal);
        Assert.Contains("\"estimated_time_to_regain_access\":60", answers[^1].Headers.GetValues("X-Business-Use-Case-Usage").Single(), StringComparison.Ordinal);
        Assert.Equal((200, 200), (active.Status, later.Status));
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        FakeToken token = await OnboardAsync();
        for (int i = 0; i < 5; i++)
        {
            Platform.AddNumber(Account, $"1555000111{i}", "Lucky Shrub");
        }

        var found = new List<string>();
        string? after = null;
        ApiAnswer page;
        do
        {
            page = await GetAsync($"{Account.Id}/phone_numbers?fields=id&limit=2&sort=['last_onboarded_time_ascending']{(after is null ? null : "&after=" + after)}", token);
            found.AddRange(page.Data.Select(static n => (string)n!["id"]!));
            after = (string?)page.Json["paging"]!["cursors"]!["after"];
        }
        while (page.Json["paging"]!["next"] is not null);

        Assert.Equal(Account.Numbers.Select(static n => n.Id), found);
        string before = (string)page.Json["paging"]!["cursors"]!["before"]!;
        Assert.Equal(found[2..4], (await GetAsync($"{Account.Id}/phone_numbers?fields=id&limit=2&sort=asc&before={before}", token)).Data.Select(static n => (string)n!["id"]!));
        Assert.Equal(131059, (await GetAsync($"{Account.Id}/phone_numbers?after=nonsense", token)).Code);
    }

    private async Task<(int? Code, int? Subcode)> CodesAsync(string path, FakeToken token)
    {
        ApiAnswer answer = await GetAsync(path, token);
        return (answer.Code, answer.Subcode);
    }
}
