using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class NumberTests : PlatformTest
{
    private static readonly string[] Websites = ["https://example.com/"];

    [Fact]
    public async Task A_profile_keeps_what_was_sent()
    {
        (FakeToken token, FakeNumber number) = await StartAsync();

        await PostAsync($"{number.Id}/whatsapp_business_profile", token, new { messaging_product = "whatsapp", about = "Plants", websites = Websites });
        await PostAsync($"{number.Id}/whatsapp_business_profile", token, new { messaging_product = "whatsapp", email = "a@example.com" });
        JsonNode profile = (await GetAsync($"{number.Id}/whatsapp_business_profile?fields=about,email,websites", token)).Data[0]!;
        ApiAnswer node = await GetAsync($"{number.ProfileId}", token);

        Assert.Equal(("Plants", "a@example.com", "whatsapp"), ((string?)profile["about"], (string?)profile["email"], (string?)profile["messaging_product"]));
        Assert.Equal("https://example.com/", (string?)profile["websites"]![0]);
        Assert.Equal("Plants", node.Text("about"));
        Assert.Equal(100, (await PostAsync($"{number.Id}/whatsapp_business_profile", token, new { messaging_product = "whatsapp", about = "" })).Code);
    }

    [Fact]
    public async Task Settings_take_one_feature_at_a_time()
    {
        (FakeToken token, FakeNumber number) = await StartAsync();

        ApiAnswer two = await PostAsync($"{number.Id}/settings", token, new { calling = new { status = "ENABLED" }, user_identity_change = new { enable_identity_key_check = true } });
        ApiAnswer one = await PostAsync($"{number.Id}/settings", token, new { calling = new { status = "ENABLED" } });
        ApiAnswer storage = await PostAsync($"{number.Id}/settings", token, new { storage_configuration = new { status = "DEFAULT" } });
        ApiAnswer read = await GetAsync($"{number.Id}/settings", token);

        Assert.Equal((131009, 200, 100), (two.Code, one.Status, storage.Code));
        Assert.Equal("ENABLED", (string?)read.Json["calling"]!["status"]);
        JsonNode told = Assert.Single(await WebhooksAsync("account_settings_update"));
        Assert.Equal(number.Id, (string?)told["value"]!["phone_number_settings"]!["phone_number_id"]);
    }

    [Fact]
    public async Task Codes_are_made_changed_and_deleted()
    {
        (FakeToken token, FakeNumber number) = await StartAsync();

        ApiAnswer made = await PostAsync($"{number.Id}/message_qrdls", token, new { prefilled_message = "Hello", generate_qr_image = "SVG" });
        string code = made.Text("code")!;
        await PostAsync($"{number.Id}/message_qrdls", token, new { code, prefilled_message = "Hi" });
        ApiAnswer read = await GetAsync($"{number.Id}/message_qrdls/{code}?fields=code,prefilled_message,qr_image_url.format(PNG)", token);
        ApiAnswer listed = await GetAsync($"{number.Id}/message_qrdls", token);
        ApiAnswer deleted = await DeleteAsync($"{number.Id}/message_qrdls/{code}", token);

        Assert.EndsWith(".svg", made.Text("qr_image_url"), StringComparison.Ordinal);
        Assert.Equal("Hi", (string?)read.Data[0]!["prefilled_message"]);
        Assert.EndsWith(".png", (string?)read.Data[0]!["qr_image_url"], StringComparison.Ordinal);
        Assert.Equal($"https://wa.me/message/{code}", (string?)Assert.Single(listed.Data)!["deep_link_url"]);
        Assert.Equal(200, deleted.Status);
        Assert.Equal(803, (await GetAsync($"{number.Id}/message_qrdls/{code}", token)).Code);
    }

    [Fact]
    public async Task Only_users_who_wrote_are_blocked()
    {
        (FakeToken token, FakeNumber number) = await StartAsync();
        await Graph.DeliverAsync(WebhookBodies.Text("16505550101", "Hello") with { AccountId = Account.Id, PhoneNumberId = number.Id });
        object[] users = [new { user = "+1 650 555 0101" }, new { user = "16505550999" }];

        ApiAnswer blocked = await PostAsync($"{number.Id}/block_users", token, new { messaging_product = "whatsapp", block_users = users });
        ApiAnswer listed = await GetAsync($"{number.Id}/block_users", token);
        ApiAnswer sent = await PostAsync($"{number.Id}/messages", token, new { messaging_product = "whatsapp", to = "16505550101", type = "text", text = new { body = "Hi" } });
        ApiAnswer unblocked = await DeleteAsync($"{number.Id}/block_users", token, new { messaging_product = "whatsapp", block_users = users[..1] });

        Assert.Equal((400, 139100), (blocked.Status, blocked.Code));
        Assert.Equal("16505550101", (string?)blocked.Json["block_users"]!["added_users"]![0]!["wa_id"]);
        Assert.Equal(131047, (int?)blocked.Json["block_users"]!["failed_users"]![0]!["errors"]![0]!["code"]);
        Assert.Equal("16505550101", (string?)Assert.Single(listed.Data)!["wa_id"]);
        Assert.Equal(131026, sent.Code);
        Assert.Equal(200, unblocked.Status);
    }

    [Fact]
    public async Task A_name_belongs_to_one_number()
    {
        (FakeToken token, FakeNumber number) = await StartAsync();
        FakeNumber second = Platform.AddRegisteredNumber(Account, "15550002222", "Second");

        Assert.Equal("approved", (await PostAsync($"{number.Id}/username", token, new { username = "lucky.shrub" })).Text("status"));
        Assert.Equal(147005, (await PostAsync($"{second.Id}/username", token, new { username = "Lucky.Shrub" })).Code);
        Assert.Equal("approved", (await PostAsync($"{second.Id}/username", token, new { username = "Lucky.Shrub", transfer_action = "force_transfer" })).Text("status"));
        Assert.Empty((await GetAsync($"{number.Id}/username", token)).Json);
        Assert.Equal("Lucky.Shrub", (await GetAsync($"{second.Id}/username", token)).Text("username"));
        Assert.Equal(100, (await PostAsync($"{number.Id}/username", token, new { username = "www.shrub" })).Code);
        await DeleteAsync($"{second.Id}/username", token);
        Assert.Equal(["approved", "deleted", "approved", "deleted"], (await WebhooksAsync("business_username_updates")).Select(static c => (string?)c["value"]!["status"]));
    }

    [Fact]
    public async Task A_new_name_is_reviewed_and_shows_after_registering()
    {
        (FakeToken token, FakeNumber number) = await StartAsync();

        await PostAsync($"{number.Id}?new_display_name=Shrub", token);
        Platform.ReviewName(number, "NAME_FORMAT_UNACCEPTABLE");
        await PostAsync($"{number.Id}?new_display_name=Luckier%20Shrub", token);
        Platform.ReviewName(number);
        string before = number.VerifiedName;
        await PostAsync($"{number.Id}/register", token, new { messaging_product = "whatsapp", pin = "123456" });

        Assert.Equal(("Lucky Shrub", "Luckier Shrub"), (before, number.VerifiedName));
        JsonNode[] told = await WebhooksAsync("phone_number_name_update");
        Assert.Equal(["REJECTED", "APPROVED"], told.Select(static c => (string?)c["value"]!["decision"]));
        Assert.Equal(["Shrub", "Luckier Shrub"], told.Select(static c => (string?)c["value"]!["requested_verified_name"]));
    }

    [Fact]
    public async Task Contacts_and_history_of_the_app_are_synchronized_once_and_in_time()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        FakeNumber number = Platform.AddBusinessAppNumber(Account, "15550003333", "Lucky Shrub");
        Platform.AddAppContact(number, "Ada L", "16505550101");
        Platform.AddAppMessage(number, "16505550101", "Do you have ferns?");

        ApiAnswer contacts = await PostAsync($"{number.Id}/smb_app_data", token, new { messaging_product = "whatsapp", sync_type = "smb_app_state_sync" });
        ApiAnswer again = await PostAsync($"{number.Id}/smb_app_data", token, new { messaging_product = "whatsapp", sync_type = "smb_app_state_sync" });
        Time.Advance(TimeSpan.FromHours(23));
        ApiAnswer history = await PostAsync($"{number.Id}/smb_app_data", token, new { messaging_product = "whatsapp", sync_type = "history" });
        Time.Advance(TimeSpan.FromHours(2));
        ApiAnswer late = await PostAsync($"{number.Id}/smb_app_data", token, new { messaging_product = "whatsapp", sync_type = "history" });

        Assert.NotNull(contacts.Text("request_id"));
        Assert.Equal((2593107, 200, 2593108), (again.Code, history.Status, late.Code));
        Assert.Equal("Ada L", (string?)Assert.Single(await WebhooksAsync("smb_app_state_sync"))["value"]!["state_sync"]![0]!["contact"]!["full_name"]);
        Assert.Equal("Do you have ferns?", (string?)Assert.Single(await WebhooksAsync("history"))["value"]!["history"]![0]!["threads"]![0]!["messages"]![0]!["text"]!["body"]);
    }

    [Fact]
    public async Task A_number_that_is_not_registered_does_not_send()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        FakeNumber number = Platform.AddNumber(Account, "15550001111", "Lucky Shrub");
        object message = new { messaging_product = "whatsapp", to = "16505550101", type = "text", text = new { body = "Hi" } };

        ApiAnswer early = await PostAsync($"{number.Id}/messages", token, message);
        await PostAsync($"{number.Id}/register", token, new { messaging_product = "whatsapp", pin = "123456" });
        ApiAnswer sent = await PostAsync($"{number.Id}/messages", token, message);

        Assert.Equal((133010, 200), (early.Code, sent.Status));
        JsonNode[] statuses = await WebhooksAsync("messages");
        Assert.Equal(["sent", "delivered", "read"], statuses.Select(static c => (string?)c["value"]!["statuses"]![0]!["status"]));
        Assert.All(statuses, c => Assert.Equal("15550001111", (string?)c["value"]!["metadata"]!["display_phone_number"]));
    }

    private async Task<(FakeToken Token, FakeNumber Number)> StartAsync()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        return (token, Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub"));
    }
}
