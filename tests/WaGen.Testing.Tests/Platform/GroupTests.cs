using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class GroupTests : PlatformTest
{
    private const string Product = "whatsapp";
    private static readonly string[] UserPhones = ["+1 555 000 2222", "15550003333"];

    [Fact]
    public async Task A_group_is_made_changed_and_deleted_and_webhooks_tell_it()
    {
        (FakeToken token, FakeNumber number) = await ReadyAsync();

        ApiAnswer created = await PostAsync($"{number.Id}/groups", token, new { messaging_product = Product, subject = "Ferns", description = "News" });
        FakeGroup group = Platform.All<FakeGroup>()[0];
        ApiAnswer listed = await GetAsync($"{number.Id}/groups", token);
        ApiAnswer changed = await PostAsync(group.Id, token, new { messaging_product = Product, subject = "More ferns" });
        ApiAnswer read = await GetAsync($"{group.Id}?fields=subject,suspended,total_participant_count", token);
        ApiAnswer link = await GetAsync($"{group.Id}/invite_link", token);
        ApiAnswer reset = await PostAsync($"{group.Id}/invite_link", token, new { messaging_product = Product });
        ApiAnswer deleted = await DeleteAsync(group.Id, token);

        Assert.NotNull(created.Text("request_id"));
        Assert.Equal(group.Id, (string?)listed.Json["data"]!["groups"]![0]!["id"]);
        Assert.Equal((200, "More ferns", 0), (changed.Status, read.Text("subject"), (int?)read.Json["total_participant_count"]));
        Assert.NotEqual(link.Text("invite_link"), reset.Text("invite_link"));
        Assert.Equal((200, 33), (deleted.Status, (await GetAsync(group.Id, token)).Subcode));
        JsonNode[] life = [.. (await WebhooksAsync("group_lifecycle_update")).Select(static c => c["value"]!["groups"]![0]!)];
        Assert.Equal(["group_create", "group_delete"], life.Select(static g => (string?)g["type"]));
        Assert.Equal(created.Text("request_id"), (string?)life[0]["request_id"]);
        Assert.Equal(link.Text("invite_link"), (string?)life[0]["invite_link"]);
        JsonNode settings = Assert.Single(await WebhooksAsync("group_settings_update"))["value"]!["groups"]![0]!;
        Assert.Equal("More ferns", (string?)settings["group_subject"]!["text"]);
        Assert.True((bool?)settings["group_subject"]!["update_successful"]);
    }

    [Fact]
    public async Task Users_join_are_let_in_and_are_removed()
    {
        (FakeToken token, FakeNumber number) = await ReadyAsync();
        FakeGroup open = Platform.AddGroup(number, "Open");
        FakeGroup closed = Platform.AddGroup(number, "Closed", needsApproval: true);
        Platform.JoinGroup(open, UserPhones[0]);
        foreach (string phone in UserPhones)
        {
            Platform.JoinGroup(closed, phone);
        }

        ApiAnswer requests = await GetAsync($"{closed.Id}/join_requests", token);
        string first = closed.JoinRequestIds[0];
        ApiAnswer approved = await PostAsync($"{closed.Id}/join_requests", token, new { messaging_product = Product, join_requests = new[] { first, "unknown" } });
        ApiAnswer rejected = await DeleteAsync($"{closed.Id}/join_requests", token, new { messaging_product = Product, join_requests = new[] { closed.JoinRequestIds[0] } });
        ApiAnswer removed = await DeleteAsync($"{open.Id}/participants", token, new { messaging_product = Product, participants = new[] { new { user = UserPhones[0] }, new { user = "15559999999" } } });
        ApiAnswer nobody = await DeleteAsync($"{open.Id}/participants", token, new { messaging_product = Product, participants = new[] { new { user = "15559999999" } } });
        bool isBack = Platform.JoinGroup(open, UserPhones[0]);
        Platform.LeaveGroup(closed, UserPhones[0]);

        Assert.Equal(2, requests.Data.Count);
        Assert.Equal((206, first), (approved.Status, (string?)Assert.Single(approved.Json["approved_join_requests"]!.AsArray())));
        Assert.Equal(131213, (int?)approved.Json["failed_join_requests"]![0]!["errors"]![0]!["code"]);
        Assert.Equal((200, 206, 131212, false), (rejected.Status, removed.Status, nobody.Code, isBack));
        Assert.Equal(131212, (int?)removed.Json["failed_participants"]![0]!["errors"]![0]!["code"]);
        Assert.Empty(open.Participants);
        JsonNode[] told = [.. (await WebhooksAsync("group_participants_update")).Select(static c => c["value"]!["groups"]![0]!)];
        Assert.Equal(
            ["group_participants_add", "group_join_request_created", "group_join_request_created", "group_participants_add", "group_participants_remove", "group_participants_remove"],
            told.Select(static g => (string?)g["type"]));
        Assert.Equal(("business", "participant"), ((string?)told[4]["initiated_by"], (string?)told[5]["initiated_by"]));
    }

    [Fact]
    public async Task Messages_go_to_groups_that_can_get_them()
    {
        (FakeToken token, FakeNumber number) = await ReadyAsync();
        FakeGroup group = Platform.AddGroup(number, "Open");
        Task<ApiAnswer> SendAsync(string to) => PostAsync($"{number.Id}/messages", token, new { messaging_product = Product, recipient_type = "group", to, type = "text", text = new { body = "Hello" } });

        ApiAnswer unknown = await SendAsync("nothing");
        ApiAnswer empty = await SendAsync(group.Id);
        Platform.JoinGroup(group, UserPhones[0]);
        ApiAnswer sent = await SendAsync(group.Id);
        Platform.SuspendGroup(group);
        ApiAnswer suspended = await SendAsync(group.Id);

        Assert.Equal((131041, 131020, 200, 131207), (unknown.Code, empty.Code, sent.Status, suspended.Code));
        Assert.Equal("group_suspend", (string?)Assert.Single(await WebhooksAsync("group_status_update"))["value"]!["groups"]![0]!["type"]);
    }

    private async Task<(FakeToken Token, FakeNumber Number)> ReadyAsync()
    {
        FakeToken token = await OnboardAsync();
        await PostAsync($"{Account.Id}/subscribed_apps", token);
        return (token, Platform.AddRegisteredNumber(Account, "15550001111", "Lucky Shrub"));
    }
}
