using System.Text.Json.Nodes;

namespace WaGen.Testing.Tests.Platform;

public sealed class SolutionTests : PlatformTest
{
    private static readonly string[] Messaging = ["MESSAGING"];

    [Fact]
    public async Task A_solution_goes_through_all_its_states()
    {
        (FakeApp provider, FakeToken providerToken) = AddProvider();

        string id = (await PostAsync($"{App.Id}/whatsapp_business_solution", SystemToken, Invitation(provider))).Text("solution_id")!;
        FakeSolution solution = Platform.Find<FakeSolution>(id)!;
        ApiAnswer own = await PostAsync($"{id}/accept", SystemToken);
        ApiAnswer accepted = await PostAsync($"{id}/accept", providerToken);
        ApiAnswer late = await PostAsync($"{id}/reject", providerToken);
        ApiAnswer read = await GetAsync($"{id}?fields=name,status,status_for_pending_request,owner_app{{id}},partners{{status,partner_app}}", SystemToken);
        await PostAsync($"{id}/send_deactivation_request", SystemToken);
        string pending = solution.PendingStatus;
        ApiAnswer ownEnd = await PostAsync($"{id}/accept_deactivation_request", SystemToken);
        await PostAsync($"{id}/reject_deactivation_request", providerToken);
        string kept = solution.Status;
        await PostAsync($"{id}/send_deactivation_request", providerToken);
        await PostAsync($"{id}/accept_deactivation_request", SystemToken);

        Assert.Equal((200, 200, 100, 200), (own.Code, accepted.Status, late.Code, ownEnd.Code));
        Assert.Equal(("PENDING_DEACTIVATION", "ACTIVE", "DEACTIVATED"), (pending, kept, solution.Status));
        Assert.Equal(App.Id, (string?)read.Json["owner_app"]!["id"]);
        Assert.Null(read.Json["owner_app"]!["name"]);
        Assert.Equal("ACCEPTED", (string?)read.Json["partners"]!["data"]![0]!["status"]);
        string[] states = ["INITIATED", "ACTIVE", "PENDING_DEACTIVATION", "ACTIVE", "PENDING_DEACTIVATION", "DEACTIVATED"];
        Assert.Equal(states, (await WebhooksAsync("partner_solutions")).Select(static c => (string?)c["value"]!["solution_status"]));
        Assert.Equal(Partner.Id, (string?)Callback.Received[0].Body["entry"]![0]!["id"]);
    }

    [Fact]
    public async Task A_draft_is_sent_and_refused()
    {
        (FakeApp provider, FakeToken providerToken) = AddProvider();
        provider.DeliverTo(Callback.At("provider"));

        FakeSolution solution = Platform.DraftSolution(App, provider, "Together");
        ApiAnswer early = await PostAsync($"{solution.Id}/accept", providerToken);
        Platform.InvitePartner(solution);
        await PostAsync($"{solution.Id}/reject", providerToken);
        await WebhooksAsync("partner_solutions");

        Assert.Equal(100, early.Code);
        Assert.Equal(["DRAFT", "INITIATED", "REJECTED"], StatesAt("/app"));
        Assert.Equal(["INITIATED", "REJECTED"], StatesAt("/provider"));
    }

    [Fact]
    public async Task Customers_come_by_a_solution_and_move_to_it()
    {
        (FakeApp provider, FakeToken providerToken) = AddProvider();
        FakeSolution solution = Platform.DraftSolution(App, provider, "Together");
        Platform.InvitePartner(solution);
        await PostAsync($"{solution.Id}/accept", providerToken);

        Platform.OnboardBySolution(solution, Account);
        JsonNode? fetched = (await GetAsync($"{solution.Id}/access_token?business_id={Customer.Id}", SystemToken)).Data[0]!["access_token"];
        ApiAnswer stranger = await GetAsync($"{solution.Id}/access_token?business_id={Partner.Id}", SystemToken);
        FakeToken token = Platform.FindBusinessToken(App, Customer)!;
        ApiAnswer listed = await GetAsync($"{Account.Id}/solutions", token);
        string intent = (await PostAsync($"{Account.Id}/set_solution_migration_intent", token, new { solution_id = solution.Id })).Text("id")!;
        string before = (await GetAsync(intent, token)).Text("status")!;
        FakeAccount moved = Platform.AnswerMigration(intent)!;
        ApiAnswer after = await GetAsync(intent, token);

        Assert.Equal(token.Value, (string?)fetched);
        Assert.Equal(100, stranger.Code);
        Assert.Equal(solution.Id, (string?)Assert.Single(listed.Data)!["id"]);
        Assert.Equal(("INITIATED", "ACCEPTED"), (before, after.Text("status")));
        Assert.Equal(moved.Id, (string?)after.Json["destination_waba"]!["id"]);
        Assert.Equal([Account, moved], solution.Accounts);
        JsonNode info = (await WebhooksAsync("account_update"))[0]["value"]!["waba_info"]!;
        Assert.Equal(solution.Id, (string?)info["solution_id"]);
        Assert.Equal([Partner.Id, provider.Business.Id], info["solution_partner_business_ids"]!.AsArray().Select(static n => (string)n!));
    }

    [Fact]
    public async Task Exactly_one_partner_sends_messages()
    {
        (FakeApp provider, _) = AddProvider();

        Assert.Equal(100, (await PostAsync($"{App.Id}/whatsapp_business_solution", SystemToken, new { solution_name = "Both", partner_app_id = provider.Id, owner_permissions = Messaging, partner_permissions = Messaging })).Code);
        Assert.Equal(100, (await PostAsync($"{App.Id}/whatsapp_business_solution", SystemToken, new { solution_name = "None", partner_app_id = provider.Id, owner_permissions = Array.Empty<string>(), partner_permissions = Array.Empty<string>() })).Code);
        Assert.Equal(100, (await PostAsync($"{App.Id}/whatsapp_business_solution", SystemToken, new { solution_name = "Alone", partner_app_id = App.Id, owner_permissions = Messaging, partner_permissions = Array.Empty<string>() })).Code);
    }

    [Fact]
    public async Task A_credit_line_is_shared_attached_and_revoked()
    {
        FakeToken token = await OnboardAsync();
        FakeCreditLine line = Platform.AddCreditLine(Partner);
        string share = $"{line.Id}/whatsapp_credit_sharing_and_attach?waba_id={Account.Id}&waba_currency=USD";

        ApiAnswer listed = await GetAsync($"{Partner.Id}/extendedcredits?fields=id,legal_entity_name", SystemToken);
        ApiAnswer kind = await PostAsync(share, token);
        ApiAnswer early = await PostAsync(share, SystemToken);
        await PostAsync($"{Account.Id}/assigned_users?user={SystemToken.User.Id}&tasks=['MANAGE']", SystemToken);
        ApiAnswer currency = await PostAsync(share.Replace("USD", "CHF", StringComparison.Ordinal), SystemToken);
        string id = (await PostAsync(share, SystemToken)).Text("allocation_config_id")!;
        ApiAnswer found = await GetAsync($"{line.Id}/owning_credit_allocation_configs?receiving_business_id={Customer.Id}&fields=id,receiving_business", SystemToken);
        ApiAnswer credential = await GetAsync($"{id}?fields=receiving_credential", SystemToken);
        string? payer = (await GetAsync($"{Account.Id}?fields=primary_funding_id", token)).Text("primary_funding_id");
        ApiAnswer revoked = await DeleteAsync(id, SystemToken);
        ApiAnswer state = await GetAsync($"{id}?fields=receiving_business,request_status", SystemToken);

        Assert.Equal(line.Id, (string?)Assert.Single(listed.Data)!["id"]);
        Assert.Equal((200, 200, 100), (kind.Code, early.Code, currency.Code));
        Assert.Equal(id, (string?)Assert.Single(found.Data)!["id"]);
        Assert.Equal(payer, (string?)credential.Json["receiving_credential"]!["id"]);
        Assert.Equal((200, "DELETED"), (revoked.Status, state.Text("request_status")));
        Assert.True(Platform.Find<FakeAllocation>(id)!.IsRevoked);
        Assert.Null((await GetAsync($"{Account.Id}?fields=primary_funding_id", token)).Text("primary_funding_id"));
    }

    [Fact]
    public async Task A_shared_line_is_attached_by_the_customer()
    {
        FakeToken token = await OnboardAsync();
        FakeCreditLine line = Platform.AddCreditLine(Partner);
        string attach = $"{line.Id}/whatsapp_credit_attach?waba_id={Account.Id}&waba_currency=EUR";

        ApiAnswer early = await PostAsync(attach, token);
        ApiAnswer shared = await PostAsync($"{line.Id}/whatsapp_credit_sharing?receiving_business_id={Customer.Id}", SystemToken);
        ApiAnswer attached = await PostAsync(attach, token);

        Assert.Equal(200, early.Code);
        Assert.Equal(shared.Text("allocation_config_id"), attached.Text("allocation_config_id"));
        Assert.Equal("\"EUR\"", Account.GetField("currency"));
    }

    private static object Invitation(FakeApp provider) => new { solution_name = "Together", partner_app_id = provider.Id, owner_permissions = Messaging, partner_permissions = Array.Empty<string>() };

    private (FakeApp App, FakeToken Token) AddProvider()
    {
        FakeApp provider = Platform.AddApp(Platform.AddBusiness("Provider"), "App of the provider", "another-secret");
        return (provider, Platform.AddSystemToken(provider));
    }

    private IEnumerable<string?> StatesAt(string path) => Callback.Received
        .Where(r => r.Path.Equals(path, StringComparison.Ordinal))
        .Select(static r => (string?)r.Body["entry"]![0]!["changes"]![0]!["value"]!["solution_status"]);
}
