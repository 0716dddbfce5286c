using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class PartnerTests : PlatformTest
{
    [Fact]
    public async Task A_customer_is_asked_to_join_marketing_messages_and_joins()
    {
        FakeToken token = await OnboardAsync();
        FakeNumber number = Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub");
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        Platform.AddTemplate(Account, "sale", "All ferns at half the price.", "MARKETING");
        object strict = new { messaging_product = "whatsapp", to = "16505550101", type = "template", recipient_type = "individual", template = new { name = "sale", language = new { code = "en_US" } }, product_policy = "STRICT" };

        ApiAnswer early = await PostAsync($"{number.Id}/marketing_messages", token, strict);
        ApiAnswer kind = await PostAsync($"{Customer.Id}/onboard_partners_to_mm_lite", token);
        ApiAnswer asked = await PostAsync($"{Customer.Id}/onboard_partners_to_mm_lite", SystemToken);
        ApiAnswer twice = await PostAsync($"{Customer.Id}/onboard_partners_to_mm_lite", SystemToken);
        ApiAnswer read = await GetAsync($"{Customer.Id}?fields=marketing_messages_onboarding_status", SystemToken);
        Platform.AcceptTerms(Customer);
        string adAccount = Platform.LinkAdAccount(Account);
        ApiAnswer late = await PostAsync($"{Customer.Id}/onboard_partners_to_mm_lite", SystemToken);
        FakeToken renewed = Platform.FindBusinessToken(App, Customer)!;
        ApiAnswer sent = await PostAsync($"{number.Id}/marketing_messages", renewed, strict);
        Platform.ClickLink(number);

        Assert.Equal((134102, 200, 1752041, 100), (early.Code, kind.Code, twice.Code, late.Code));
        Assert.NotNull(asked.Text("request_id"));
        Assert.Equal("REQUEST_SENT", (string?)read.Json["marketing_messages_onboarding_status"]!["status"]);
        Assert.NotEqual(token.Value, renewed.Value);
        Assert.Equal(200, sent.Status);
        JsonNode[] told = await WebhooksAsync("account_update");
        Assert.Equal(["PARTNER_ADDED", "MM_LITE_TERMS_SIGNED", "AD_ACCOUNT_LINKED"], told.Select(static c => (string?)c["value"]!["event"]));
        Assert.Equal(adAccount, (string?)told[2]["value"]!["waba_info"]!["ad_account_linked"]);
        Assert.Contains(await WebhooksAsync("messages"), static c => (string?)c["value"]!["user_actions"]?[0]!["action_type"] == "marketing_messages_link_click");
    }

    [Fact]
    public async Task A_customer_without_shared_accounts_cannot_be_asked()
    {
        Assert.Equal(200, (await PostAsync($"{Customer.Id}/onboard_partners_to_mm_lite", SystemToken)).Code);
        await OnboardAsync();
        Account.SetField("marketing_messages_onboarding_status", "\"INELIGIBLE_COUNTRY_NOT_SUPPORTED\"");

        Assert.Equal(100, (await PostAsync($"{Customer.Id}/onboard_partners_to_mm_lite", SystemToken)).Code);
    }

    [Fact]
    public async Task A_partner_vouches_for_a_customer()
    {
        await OnboardAsync();

        ApiAnswer sent = await PostAsync($"{Partner.Id}/self_certify_whatsapp_business", SystemToken, Form("end_business_id", Customer.Id));
        Assert.Equal(200, sent.Status);
        Platform.ReviewCertification(Partner, Customer, "LEGAL_NAME_NOT_MATCHING");
        ApiAnswer listed = await GetAsync($"{Partner.Id}/self_certified_whatsapp_business_submissions?end_business_id={Customer.Id}", SystemToken);

        Assert.Equal(1, (int?)sent.Json["verification_attempts"]);
        Assert.Equal("FAILED", (string?)Assert.Single(listed.Data)!["verification_status"]);
        Assert.Equal("LEGAL_NAME_NOT_MATCHING", (string?)(await WebhooksAsync("account_update"))[^1]["value"]!["partner_client_certification_info"]!["rejection_reasons"]![0]);
    }

    [Fact]
    public async Task A_verified_number_waits_for_a_customer()
    {
        FakeToken token = await OnboardAsync();

        string id = (await PostAsync($"{Partner.Id}/add_phone_numbers", SystemToken, new { phone_number = "15550004444" })).Text("id")!;
        await PostAsync($"{id}/request_code", SystemToken, new { code_method = "SMS", language = "en" });
        ApiAnswer verified = await PostAsync($"{id}/verify_code", SystemToken, new { code = "123830" });
        await PostAsync($"{Partner.Id}/share_preverified_numbers", SystemToken, new { preverified_id = id, partner_business_id = Customer.Id });
        ApiAnswer partners = await GetAsync($"{id}/partners", SystemToken);
        ApiAnswer listed = await GetAsync($"{Partner.Id}/preverified_numbers?code_verification_status=VERIFIED", SystemToken);
        string number = (await PostAsync($"{Account.Id}/phone_numbers", token, new { cc = "1", phone_number = "5550004444", verified_name = "Lucky Shrub", preverified_id = id })).Text("id")!;
        ApiAnswer registered = await PostAsync($"{number}/register", token, new { messaging_product = "whatsapp", pin = "123456" });

        Assert.Equal((200, 200), (verified.Status, registered.Status));
        Assert.Equal(Customer.Id, (string?)Assert.Single(partners.Data)!["id"]);
        Assert.Equal(id, (string?)Assert.Single(listed.Data)!["id"]);
        Assert.Equal(33, (await GetAsync($"{id}", SystemToken)).Subcode);
    }

    public static TheoryData<string, string> Kept { get; } = new()
    {
        { "schedules", """{"name":"Open","schedule_type":"BUSINESS_HOURS","start_time":"09:00","end_time":"17:00"}""" },
        { "signups", """{"signup_message":"Join","confirmation_message":"Welcome","privacy_policy_url":"https://example.com/"}""" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Lists_keep_what_was_sent(string edge, string item)
    {
        FakeToken token = await OnboardAsync();

        string id = (await PostAsync($"{Account.Id}/{edge}", token, JsonNode.Parse(item))).Text("id")!;
        ApiAnswer listed = await GetAsync($"{Account.Id}/{edge}", token);

        Assert.Equal(id, (string?)Assert.Single(listed.Data)!["id"]);
    }

    [Fact]
    public async Task Analytics_answer_what_was_set_and_routes_tell_operations_apart()
    {
        FakeToken token = await OnboardAsync();
        Account.SetField("pricing_analytics", """{"data":[{"data_points":[{"start":1,"end":2,"volume":3,"cost":0.1}]}]}""");

        ApiAnswer messages = await GetAsync($"{Account.Id}?fields=analytics.start(1).end(2).granularity(MONTH).phone_numbers([\"1\"])", token);
        ApiAnswer pricing = await GetAsync($"{Account.Id}?fields=pricing_analytics.start(1).end(2).granularity(DAILY)", token);
        ApiAnswer missing = await GetAsync($"{Account.Id}?fields=analytics.start(1)", token);
        await GetAsync($"{Account.Id}?fields=health_status", token);
        await GetAsync($"{Account.Id}?fields=name", token);

        Assert.Equal("MONTH", (string?)messages.Json["analytics"]!["granularity"]);
        Assert.Equal(3, (int?)pricing.Json["pricing_analytics"]!["data"]![0]!["data_points"]![0]!["volume"]);
        Assert.Equal(100, missing.Code);
        Assert.Equal(["GetMessageAnalytics", "GetPricingAnalytics", "GetMessageAnalytics", "GetHealth", "GetAccount"], Graph.Requests.TakeLast(5).Select(static r => r.Operation));
    }

    private static MultipartFormDataContent Form(string name, string value)
    {
        var form = new MultipartFormDataContent { { new StringContent(value), name } };
        var proof = new ByteArrayContent("%PDF"u8.ToArray());
        proof.Headers.ContentType = new("application/pdf");
        form.Add(proof, "business_documents[]", "proof.pdf");
        return form;
    }
}
