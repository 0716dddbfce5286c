using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class TemplateTests : PlatformTest
{
    private static readonly string[][] Examples = [["Ada", "118"]];
    private static readonly string[] Languages = ["en_US", "es_ES"];

    [Fact]
    public async Task A_template_lives_from_creation_to_deletion()
    {
        FakeToken token = await SubscribedAsync();

        ApiAnswer created = await CreateAsync(token, "order_news", Body("Hi {{1}}, your order {{2}} has left."));
        FakeTemplate template = Platform.FindTemplate(Account, "order_news", "en_US")!;
        Platform.ReviewTemplate(template, "INVALID_FORMAT", "The variables are not explained.", "Add words around them.");
        ApiAnswer rejected = await GetAsync($"{template.Id}?fields=status,rejected_reason", token);
        ApiAnswer edited = await PostAsync(template.Id, token, new { components = Body("Hello {{1}}, your order {{2}} has left our house.") });
        Platform.ReviewTemplate(template);
        Platform.ChangeQuality(template, "RED");
        Platform.PauseTemplate(template);
        string paused = template.Status;
        Platform.ResumeTemplate(template);
        Platform.AnnounceCategory(template, "MARKETING");
        Platform.ChangeCategory(template, "MARKETING");
        ApiAnswer read = await GetAsync($"{template.Id}?fields=category,previous_category,quality_score,components", token);
        ApiAnswer deleted = await DeleteAsync($"{Account.Id}/message_templates?name=order_news", token);
        ApiAnswer gone = await GetAsync(template.Id, token);
        ApiAnswer blocked = await CreateAsync(token, "order_news", Body("Hello {{1}}, here we are again."));

        Assert.Equal(("PENDING", "UTILITY"), (created.Text("status"), created.Text("category")));
        Assert.Equal(("REJECTED", "INVALID_FORMAT"), (rejected.Text("status"), rejected.Text("rejected_reason")));
        Assert.True((bool?)edited.Json["success"]);
        Assert.Equal("PAUSED", paused);
        Assert.Equal(("MARKETING", "UTILITY"), (read.Text("category"), read.Text("previous_category")));
        Assert.Equal("RED", (string?)read.Json["quality_score"]!["score"]);
        Assert.StartsWith("Hello", (string?)read.Json["components"]![0]!["text"], StringComparison.Ordinal);
        Assert.Equal((200, 33, 2388023), (deleted.Status, gone.Subcode, blocked.Subcode));
        JsonNode[] states = [.. (await WebhooksAsync("message_template_status_update")).Select(static c => c["value"]!)];
        Assert.Equal(["REJECTED", "APPROVED", "PAUSED", "APPROVED", "PENDING_DELETION"], states.Select(static v => (string?)v["event"]));
        Assert.Equal("The variables are not explained.", (string?)states[0]["rejection_info"]!["reason"]);
        Assert.Equal("FIRST_PAUSE", (string?)states[2]["other_info"]!["title"]);
        Assert.Equal(template.Id, states[0]["message_template_id"]!.GetValue<long>().ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Hello {{1}}, your order {{2}} has left our house.", (string?)Assert.Single(await WebhooksAsync("message_template_components_update"))["value"]!["message_template_element"]);
        Assert.Equal("RED", (string?)Assert.Single(await WebhooksAsync("message_template_quality_update"))["value"]!["new_quality_score"]);
        JsonNode[] categories = [.. (await WebhooksAsync("template_category_update")).Select(static c => c["value"]!)];
        Assert.Equal(("UTILITY", "MARKETING"), ((string?)categories[0]["new_category"], (string?)categories[0]["correct_category"]));
        Assert.Equal(("MARKETING", "UTILITY"), ((string?)categories[1]["new_category"], (string?)categories[1]["previous_category"]));
    }

    [Theory]
    [InlineData("Hi {{2}}, welcome.", 2388072)]
    [InlineData("a {{1}}{{2}}{{3}} b", 2388293)]
    public async Task A_bad_body_is_refused_with_words_for_people(string text, int subcode)
    {
        ApiAnswer answer = await CreateAsync(await SubscribedAsync(), "order_news", Body(text));

        Assert.Equal((400, 100, subcode), (answer.Status, answer.Code, answer.Subcode));
        Assert.NotEmpty((string)answer.Json["error"]!["error_user_title"]!);
        Assert.Empty(Platform.All<FakeTemplate>());
    }

    [Fact]
    public async Task Parts_are_checked()
    {
        FakeToken token = await SubscribedAsync();
        object text = new { type = "BODY", text = "Welcome to us." };
        object reply = new { type = "QUICK_REPLY", text = "Yes" };
        object link = new { type = "URL", text = "Shop", url = "https://example.com" };

        ApiAnswer none = await CreateAsync(token, "a", new object[] { new { type = "FOOTER", text = "Bye" } });
        ApiAnswer twice = await CreateAsync(token, "a", new[] { text, text });
        ApiAnswer buttons = await CreateAsync(token, "a", new[] { text, new { type = "BUTTONS", buttons = new[] { reply, link, reply } } });
        ApiAnswer offer = await CreateAsync(token, "a", new[] { text, new { type = "LIMITED_TIME_OFFER", limited_time_offer = new { text = "Now" } } });
        ApiAnswer name = await CreateAsync(token, "No Spaces", new[] { text });
        ApiAnswer lifetime = await PostAsync($"{Account.Id}/message_templates", token, new { name = "a", language = "en_US", category = "UTILITY", message_send_ttl_seconds = 5, components = new[] { text } });
        ApiAnswer first = await CreateAsync(token, "a", new[] { text, new { type = "buttons", buttons = new[] { reply, link } } });
        ApiAnswer again = await CreateAsync(token, "a", new[] { text });

        Assert.Equal([2388072, 2388039, 2388039, 2388039], new[] { none, twice, buttons, offer }.Select(static a => a.Subcode!.Value));
        Assert.Equal((400, 400, 200, 2388024), (name.Status, lifetime.Status, first.Status, again.Subcode));
        ApiAnswer list = await GetAsync($"{Account.Id}/message_templates?status=pending", token);
        Assert.Equal("BUTTONS", (string?)Assert.Single(list.Data)!["components"]![1]!["type"]);
    }

    [Fact]
    public async Task An_approved_template_is_edited_once_a_day_and_keeps_its_category()
    {
        FakeToken token = await SubscribedAsync();
        FakeTemplate template = Platform.AddTemplate(Account, "hello", "Hello there, friend.");
        Platform.ApprovesTemplates = true;

        ApiAnswer category = await PostAsync(template.Id, token, new { category = "MARKETING" });
        ApiAnswer first = await PostAsync(template.Id, token, new { components = Body("Hello there, dear friend.") });
        ApiAnswer second = await PostAsync(template.Id, token, new { components = Body("Hello there.") });
        Time.Advance(TimeSpan.FromHours(25));
        ApiAnswer later = await PostAsync(template.Id, token, new { components = Body("Hello there.") });

        Assert.Equal((400, 200, 400, 200), (category.Status, first.Status, second.Status, later.Status));
        Assert.Equal("APPROVED", template.Status);
    }

    [Fact]
    public async Task Only_what_is_approved_can_be_sent()
    {
        FakeToken token = await SubscribedAsync();
        FakeNumber number = Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub");
        FakeTemplate template = Platform.AddTemplate(Account, "order_news", "Hi {{1}}, it has left.");

        Task<ApiAnswer> SendAsync(string name, params string[] texts)
        {
            var named = new JsonObject { ["name"] = name, ["language"] = new JsonObject { ["code"] = "en_US" } };
            if (texts.Length > 0)
            {
                named["components"] = new JsonArray(new JsonObject { ["type"] = "body", ["parameters"] = new JsonArray([.. texts.Select(static t => new JsonObject { ["type"] = "text", ["text"] = t })]) });
            }

            return PostAsync($"{number.Id}/messages", token, new { messaging_product = "whatsapp", to = "15550002222", type = "template", template = named });
        }

        ApiAnswer unknown = await SendAsync("nothing", "Ada");
        ApiAnswer empty = await SendAsync("order_news");
        ApiAnswer sent = await SendAsync("order_news", "Ada");
        Platform.PauseTemplateWhilePacing(template);
        ApiAnswer paused = await SendAsync("order_news", "Ada");
        ApiAnswer unpaused = await PostAsync($"{template.Id}/unpause", token);
        ApiAnswer twice = await PostAsync($"{template.Id}/unpause", token);
        Platform.PauseTemplate(template);
        Platform.PauseTemplate(template);
        Platform.PauseTemplate(template);
        ApiAnswer disabled = await SendAsync("order_news", "Ada");

        Assert.Equal((132001, 132000, 200, 132015), (unknown.Code, empty.Code, sent.Status, paused.Code));
        Assert.Equal((true, false), ((bool?)unpaused.Json["success"], (bool?)twice.Json["success"]));
        Assert.Equal((132016, "DISABLED", 1), (disabled.Code, template.Status, template.SentCount));
    }

    [Fact]
    public async Task The_library_and_texts_of_codes_are_given()
    {
        FakeToken token = await SubscribedAsync();

        ApiAnswer library = await GetAsync("message_template_library?topic=ORDER_MANAGEMENT&search=on%20its%20way", token);
        object copy = new { name = "my_delivery", language = "en_US", category = "UTILITY", library_template_name = "delivery_update_1" };
        ApiAnswer missing = await PostAsync($"{Account.Id}/message_templates", token, copy);
        ApiAnswer copied = await PostAsync($"{Account.Id}/message_templates", token, new
        {
            name = "my_delivery",
            language = "en_US",
            category = "UTILITY",
            library_template_name = "delivery_update_1",
            library_template_button_inputs = new[] { new { type = "URL", url = new { base_url = "https://example.com/{{1}}", url_suffix_example = "https://example.com/1" } } },
        });
        ApiAnswer previews = await GetAsync($"{Account.Id}/message_template_previews?category=AUTHENTICATION&languages=en_US,es_ES&code_expiration_minutes=10", token);
        ApiAnswer codes = await PostAsync($"{Account.Id}/upsert_message_templates", token, new
        {
            name = "code",
            languages = Languages,
            category = "AUTHENTICATION",
            components = new object[] { new { type = "BODY", add_security_recommendation = true }, new { type = "BUTTONS", buttons = new[] { new { type = "OTP", otp_type = "COPY_CODE" } } } },
        });
        ApiAnswer code = await GetAsync((string)codes.Data[1]!["id"]!, token);

        Assert.Equal("delivery_update_1", (string?)Assert.Single(library.Data)!["name"]);
        Assert.Equal((400, "APPROVED"), (missing.Status, copied.Text("status")));
        Assert.Equal("This code expires in 10 minutes.", (string?)previews.Data[0]!["footer"]);
        Assert.Equal(["APPROVED", "APPROVED"], codes.Data.Select(static d => (string?)d!["status"]));
        Assert.Equal("URL", (string?)code.Json["components"]![1]!["buttons"]![0]!["type"]);
        Assert.Contains("código", (string?)code.Json["components"]![0]!["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_are_copied_compared_archived_and_grouped()
    {
        FakeAccount other = Platform.AddAccount(Customer, "Second account");
        FakeToken token = Platform.AddBusinessToken(App, Account, other);
        FakeTemplate good = Platform.AddTemplate(Account, "good", "A good one.");
        FakeTemplate bad = Platform.AddTemplate(Account, "bad", "A bad one.");
        Platform.ChangeQuality(bad, "RED");

        ApiAnswer migrated = await PostAsync($"{other.Id}/migrate_message_templates", token, new { source_waba_id = Account.Id });
        ApiAnswer compared = await GetAsync($"{good.Id}/compare?template_ids=[{bad.Id}]&start=1&end=2", SystemToken);
        ApiAnswer archived = await PostAsync($"{Account.Id}/message_templates/archive", token, new { hsm_ids = new[] { good.Id, "1" } });
        string away = good.Status;
        ApiAnswer back = await PostAsync($"{Account.Id}/message_templates/unarchive", token, new { hsm_ids = new[] { good.Id, bad.Id } });
        long[] members = [long.Parse(good.Id, System.Globalization.CultureInfo.InvariantCulture)];
        ApiAnswer group = await PostAsync($"{Account.Id}/template_groups", token, new { name = "Spring", whatsapp_business_templates = members });
        ApiAnswer second = await PostAsync($"{Account.Id}/template_groups", token, new { name = "Autumn", whatsapp_business_templates = members });
        ApiAnswer groups = await GetAsync($"{Account.Id}/template_groups", token);

        Assert.Equal(good.Id, (string?)Assert.Single(migrated.Json["migrated_templates"]!.AsArray()));
        Assert.True(migrated.Json["failed_templates"]!.AsObject().ContainsKey(bad.Id));
        Assert.Equal("APPROVED", Platform.FindTemplate(other, "good")!.Status);
        Assert.Equal(good.Id, (string?)compared.Data[0]!["order_by_relative_metric"]![0]);
        Assert.Equal((good.Id, "ARCHIVED"), ((string?)Assert.Single(archived.Json["archived_templates"]!.AsArray()), away));
        Assert.True(archived.Json["failed_templates"]!.AsObject().ContainsKey("1"));
        Assert.Equal("APPROVED", good.Status);
        Assert.True(back.Json["failed_templates"]!.AsObject().ContainsKey(bad.Id));
        Assert.Equal((200, 400), (group.Status, second.Status));
        Assert.Equal("good", (string?)Assert.Single(groups.Data)!["whatsapp_business_templates"]!["data"]![0]!["name"]);
    }

    private static object[] Body(string text) => [new { type = "body", text, example = new { body_text = Examples } }];

    private async Task<FakeToken> SubscribedAsync()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        return token;
    }

    private Task<ApiAnswer> CreateAsync(FakeToken token, string name, object components) =>
        PostAsync($"{Account.Id}/message_templates", token, new { name, language = "en_US", category = "utility", components });
}
