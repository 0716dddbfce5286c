namespace WaGen.Client.Tests;

/// <summary>What the platform tells of the calls of an account corrects the client's own count.</summary>
public sealed class UsageTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task The_usage_header_raises_the_count_by_what_others_sent()
    {
        await using var server = new LoopbackServer(Used(Setup.Depot, 75), Reply.Ok);
        await using var setup = Patient(server);

        await TidyAsync(setup);
        Assert.Equal((4, 1), Calls(await LookAsync(setup)));
        await TidyAsync(setup);

        // When others sent is unknown; their two calls are taken to have come 57 and 54 minutes ago.
        Task waits = TidyAsync(setup);
        await setup.Time.WaitForAsync(TimeSpan.FromMinutes(3));
        setup.Time.Pass(TimeSpan.FromMinutes(3));
        await waits;
    }

    [Fact]
    public async Task The_usage_header_lowers_the_count_and_frees_who_waits()
    {
        var answer = new TaskCompletionSource();
        await using var server = new LoopbackServer((_, index) =>
        {
            if (index == 3)
            {
                answer.Task.Wait(TimeSpan.FromSeconds(20));
                return Used(Setup.Depot, 24);
            }

            return Reply.Ok;
        });
        await using var setup = Patient(server);
        await TidyAsync(setup);
        await TidyAsync(setup);
        await TidyAsync(setup);
        Task fourth = Task.Run(() => TidyAsync(setup));
        await Eventually.IsTrue(() => server.Requests.Count == 4);
        Task fifth = TidyAsync(setup);
        await setup.Time.WaitForAsync(Hour);
        Assert.Equal(4, server.Requests.Count);
        answer.SetResult();

        await fourth;
        await fifth;
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public void Calls_that_are_under_way_do_not_show_that_an_account_is_in_use()
    {
        var window = new QuotaWindow(Parcels.Definition.Quotas["upkeep"], Setup.Depot);
        for (int i = 0; i < 20; i++)
        {
            window.Take(TimeSpan.Zero);
        }

        window.End(TimeSpan.Zero, wasSent: true);
        window.Correct(new AccountUsage(Setup.Depot, 0, TimeSpan.Zero), TimeSpan.Zero);

        Assert.False(window.IsActive);
    }

    [Fact]
    public void More_calls_than_the_usage_could_mean_show_that_an_account_is_in_use()
    {
        var window = new QuotaWindow(Parcels.Definition.Quotas["upkeep"], Setup.Depot);
        for (int i = 0; i < 11; i++)
        {
            window.Correct(new AccountUsage(Setup.Depot, 0, TimeSpan.Zero), TimeSpan.Zero);
            Assert.False(window.IsActive);
            window.Take(TimeSpan.Zero);
            window.End(TimeSpan.Zero, wasSent: true);
        }

        window.Correct(new AccountUsage(Setup.Depot, 0, TimeSpan.Zero), TimeSpan.Zero);

        Assert.True(window.IsActive);
        Assert.Equal(2000, window.Limit);
        Assert.Equal(1999, window.Remaining(TimeSpan.Zero));
    }

    [Fact]
    public async Task A_time_to_regain_access_blocks_the_account_until_then_or_until_told_otherwise()
    {
        await using var server = new LoopbackServer(
            Reply.Error(4, 400, Header(Setup.Depot, 100, minutes: 30)),
            Used(Setup.Depot, 10));
        await using var setup = new Setup(server);

        await Assert.ThrowsAsync<WhatsAppApiException>(() => TidyAsync(setup));
        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => TidyAsync(setup));
        QuotaState state = await LookAsync(setup);

        Assert.Equal("TidyDepot failed: the platform has said that it refuses the calls of this account for now, so nothing was sent. Try again after 1800 s.", exception.Message);
        Assert.Equal((0, setup.Time.GetUtcNow().AddMinutes(30)), (state.Remaining, state.NextAt));
        Assert.Single(server.Requests);
        await TidyAsync(setup, "other");
        setup.Time.Pass(TimeSpan.FromMinutes(30));
        await TidyAsync(setup);
        Assert.NotEqual(0, (await LookAsync(setup)).Remaining);
    }

    [Theory]
    [InlineData("""{"106540352242922":[{"type":"whatsapp","call_count":100,"estimated_time_to_regain_access":5}]}""")]
    [InlineData("""{"1":[{"type":"whatsapp_business_management","call_count":100}]}""")]
    [InlineData("""{"106540352242922":{"call_count":100}}""")]
    [InlineData("""{"106540352242922":[{"type":"whatsapp_business_management"}]}""")]
    [InlineData("""nonsense""")]
    public async Task Other_headers_change_nothing(string header)
    {
        await using var server = new LoopbackServer(Reply.Json(200, "{}", "X-Business-Use-Case-Usage: " + header));
        await using var setup = new Setup(server);

        await TidyAsync(setup);

        Assert.Equal((4, 3), Calls(await LookAsync(setup)));
    }

    private static Setup Patient(LoopbackServer server) => new(server, static options => options.MaxQueueTime = TimeSpan.FromHours(5));

    private static string Header(string account, int percent, int minutes = 0) =>
        FormattableString.Invariant($$"""X-Business-Use-Case-Usage: {"{{account}}":[{"type":"whatsapp_business_management","call_count":{{percent}},"estimated_time_to_regain_access":{{minutes}}}]}""");

    private static Reply Used(string account, int percent) => Reply.Json(200, "{}", Header(account, percent));

    private static (int Calls, int Remaining) Calls(QuotaState state) => (state.Calls, state.Remaining);

    private static async Task<QuotaState> LookAsync(Setup setup, string account = Setup.Depot) => (await setup.Client.GetQuotaAsync(Depots.Tidy, account))!;

    private static Task<Receipt> TidyAsync(Setup setup, string account = Setup.Depot) =>
        setup.Client.SendAsync(Depots.Tidy, new ApiArguments { { "depot-id", account } }, null, CancellationToken.None);
}
