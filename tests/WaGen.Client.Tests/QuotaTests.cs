using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Client.Tests;

/// <summary>Calls wait for the quotas of their account and of the app.</summary>
public sealed class QuotaTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_call_beyond_the_quota_waits_until_the_oldest_one_is_free()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = Patient(server);
        await TidyAsync(setup);
        setup.Time.Pass(TimeSpan.FromMinutes(10));
        await TidyAsync(setup, times: 3);

        Task fifth = TidyAsync(setup);
        await setup.Time.WaitForAsync(TimeSpan.FromMinutes(50));
        Task sixth = TidyAsync(setup);
        await setup.Time.WaitForAsync(Hour);
        Assert.Equal(4, server.Requests.Count);
        setup.Time.Pass(TimeSpan.FromMinutes(50));
        await fifth;
        Assert.Equal(5, server.Requests.Count);
        setup.Time.Pass(TimeSpan.FromMinutes(10));
        await sixth;
    }

    [Fact]
    public async Task A_call_that_would_wait_too_long_is_held_and_says_for_how_long()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);
        await TidyAsync(setup, times: 4);
        setup.Time.Pass(TimeSpan.FromMinutes(54));

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => TidyAsync(setup));

        Assert.Equal("TidyDepot failed: the quota 'upkeep' of this account or number is used up, so nothing was sent. Try again after 360 s.", exception.Message);
        Assert.Equal((ApiErrorClass.RetryLater, TimeSpan.FromMinutes(6)), (exception.ErrorClass, exception.RetryAfter));
        Assert.Equal(4, server.Requests.Count);
        setup.Time.Pass(TimeSpan.FromMinutes(1));
        Task waits = TidyAsync(setup);
        await setup.Time.PassAsync(TimeSpan.FromMinutes(5));
        await waits;
    }

    [Fact]
    public async Task Accounts_have_quotas_of_their_own_and_the_app_has_one()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.AppSecret = "s");
        await TidyAsync(setup, "1", 4);
        await TidyAsync(setup, "2", 4);
        foreach (string depot in (string[])["1", "2", "3"])
        {
            await SendAsync(setup, Depots.Lend, depot);
        }

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => SendAsync(setup, Depots.Lend, "4"));

        Assert.Equal("LendMoney failed: the quota 'credit' of the app is used up, so nothing was sent. Try again after 3600 s.", exception.Message);
    }

    [Fact]
    public async Task An_operation_keeps_all_its_quotas()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);
        await SendAsync(setup, Depots.Open, "1");
        await SendAsync(setup, Depots.Open, "1");

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => SendAsync(setup, Depots.Open, "1"));
        await TidyAsync(setup, "1", 2);

        Assert.Contains("the quota 'opening'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(72), exception.RetryAfter);
        Assert.Contains("the quota 'upkeep'", (await Assert.ThrowsAsync<WhatsAppApiException>(() => TidyAsync(setup, "1"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_sent_does_not_count()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => (options.BaseAddress, options.MaxAttempts) = (new Uri("http://127.0.0.1:1"), 1));
        await using var unfit = new Setup(server, static options => options.TokenKind = AccessTokenKind.App);
        for (int i = 0; i < 5; i++)
        {
            Assert.Contains("could not be reached", (await Assert.ThrowsAsync<WhatsAppApiException>(() => TidyAsync(setup))).Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<InvalidOperationException>(() => TidyAsync(unfit));
        }

        Assert.Equal(4, (await LookAsync(setup)).Remaining);
        Assert.Equal(4, (await LookAsync(unfit)).Remaining);
    }

    [Fact]
    public async Task An_account_that_is_in_use_may_make_more_calls()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(
            server,
            static options => (options.Accounts["1"], options.Accounts["2"]) = (new() { IsActive = true }, new() { IsActive = false }),
            static builder => builder.KeepTokensInMemory());
        ITokenStore store = setup.Services.GetRequiredService<ITokenStore>();
        foreach (string account in (string[])["2", "3"])
        {
            await store.SaveAsync(new StoredToken { Token = new AccessToken("t", AccessTokenKind.Business), WabaId = account, PhoneNumberIds = ["9"] });
        }

        await TidyAsync(setup, "1", 6);
        await TidyAsync(setup, "3", 6);

        Assert.Equal((2000, 1994), Calls(await LookAsync(setup, "1")));
        Assert.Equal((4, 4), Calls(await LookAsync(setup, "2")));
        Assert.Equal((2000, 1994), Calls(await LookAsync(setup, "3")));
        Assert.Equal((4, 4), Calls(await LookAsync(setup, "4")));
    }

    [Fact]
    public async Task A_call_that_waited_takes_the_token_of_the_time_when_it_is_sent()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.MaxQueueTime = TimeSpan.FromHours(5), static builder => builder.KeepTokensInMemory());
        ITokenStore store = setup.Services.GetRequiredService<ITokenStore>();
        await TidyAsync(setup, times: 4);

        Task fifth = TidyAsync(setup);
        await setup.Time.WaitForAsync(Hour);
        await store.SaveAsync(new StoredToken { Token = new AccessToken("new", AccessTokenKind.Business), WabaId = Setup.Depot });
        setup.Time.Pass(Hour);
        await fifth;

        Assert.Equal("Bearer new", server.Requests[^1]["Authorization"]);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_place_to_those_behind()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = Patient(server);
        using var cancel = new CancellationTokenSource();
        await TidyAsync(setup);
        setup.Time.Pass(TimeSpan.FromMinutes(30));
        await TidyAsync(setup, times: 3);

        Task first = SendAsync(setup, Depots.Tidy, Setup.Depot, cancel.Token);
        await setup.Time.WaitForAsync(TimeSpan.FromMinutes(30));
        Task second = TidyAsync(setup);
        await setup.Time.WaitForAsync(Hour);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await setup.Time.PassAsync(TimeSpan.FromMinutes(30));

        await second;
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Quotas_can_be_switched_off_and_are_told()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var off = new Setup(server, static options => options.LimitCalls = false);
        await using var setup = new Setup(server);
        await TidyAsync(off, times: 6);
        await TidyAsync(setup, times: 4);

        QuotaState state = await LookAsync(setup);
        QuotaState? ofAccount = await setup.Client.ForAccount(Setup.Depot).GetQuotaAsync(Depots.Tidy);
        QuotaState? opening = await setup.Client.GetQuotaAsync(Depots.Open, "fresh");

        Assert.Equal(new QuotaState("upkeep", 4, Hour, 0, setup.Time.GetUtcNow() + Hour), state);
        Assert.Equal(state, ofAccount);
        Assert.Equal(new QuotaState("opening", 2, TimeSpan.FromHours(72), 2, setup.Time.GetUtcNow()), opening);
        Assert.Null(await setup.Client.GetQuotaAsync(Parcels.Get, "1"));
        Assert.Null(await setup.Client.GetQuotaAsync(Depots.Tidy));
        Assert.Equal(3, (await setup.Client.GetQuotaAsync(Depots.Lend))!.Remaining);
    }

    [Fact]
    public async Task Thousands_of_accounts_and_calls_are_remembered_shortly_and_forgotten_in_time()
    {
        var time = new ManualTime();
        var book = new QuotaBook(store: null, time);
        var options = new WhatsAppClientOptions();
        for (int i = 0; i < 5000; i++)
        {
            using ApiCall call = Call(i.ToString(CultureInfo.InvariantCulture));
            book.End(await book.WaitAsync(call, options, CancellationToken.None), wasSent: true, []);
        }

        Assert.Equal(5000, book.Count);
        time.Pass(Hour);
        using ApiCall last = Call("last");
        await book.WaitAsync(last, options, CancellationToken.None);
        Assert.Equal(1, book.Count);

        static ApiCall Call(string depot) => new(Depots.Tidy, new ApiArguments { { "depot-id", depot } }, [], token: null, body: null);
    }

    [Fact]
    public async Task Many_calls_at_once_keep_to_the_quota()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = Patient(server);

        Task[] calls = [.. Enumerable.Range(0, 10).Select(_ => TidyAsync(setup))];
        foreach (int sent in (int[])[4, 8])
        {
            await Eventually.IsTrue(() => server.Requests.Count == sent && calls.Count(static call => call.IsCompleted) == sent);
            await setup.Time.WaitForAsync(sent / 4 * Hour);
            setup.Time.Pass(Hour);
        }

        await Task.WhenAll(calls);
        Assert.Equal(10, server.Requests.Count);
    }

    private static Setup Patient(LoopbackServer server) => new(server, static options => options.MaxQueueTime = TimeSpan.FromHours(5));

    private static (int Calls, int Remaining) Calls(QuotaState state) => (state.Calls, state.Remaining);

    private static async Task<QuotaState> LookAsync(Setup setup, string account = Setup.Depot) => (await setup.Client.GetQuotaAsync(Depots.Tidy, account))!;

    private static async Task TidyAsync(Setup setup, string account = Setup.Depot, int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            await SendAsync(setup, Depots.Tidy, account);
        }
    }

    private static Task<Receipt> SendAsync(Setup setup, ApiOperation<NoPayload, Receipt> operation, string account, CancellationToken cancellationToken = default) =>
        setup.Client.SendAsync(operation, new ApiArguments { { "depot-id", account } }, null, cancellationToken);
}
