using System.Net;
using System.Net.Sockets;

namespace WaGen.Client.Tests;

/// <summary>A request of which nobody knows whether it took effect is never sent twice.</summary>
public sealed class OutcomeTests
{
    [Fact]
    public async Task A_server_that_dies_during_a_send_leaves_the_outcome_unknown()
    {
        await using var server = new LoopbackServer(Reply.Killed, Reply.Ok);
        await using var setup = new Setup(server);

        WhatsAppOutcomeUnknownException exception = await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync());

        Assert.Equal(OutcomeUnknownReason.ConnectionBroke, exception.Reason);
        Assert.Null(exception.StatusCode);
        Assert.Equal("SendParcel", exception.Operation);
        Assert.Equal((ApiErrorClass.Unknown, null), (exception.ErrorClass, exception.RetryAfter));
        Assert.Contains("Nobody knows whether it took effect", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_of_the_body_leaves_the_outcome_unknown()
    {
        await using var server = new LoopbackServer(Reply.Ok) { BreakAfter = 1000 };
        await using var setup = new Setup(server);

        WhatsAppOutcomeUnknownException exception = await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync(Order.For(Setup.Phone, new string('x', 1_900_000))));

        Assert.Equal(OutcomeUnknownReason.ConnectionBroke, exception.Reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_was_used_before_is_no_excuse_to_send_twice()
    {
        await using var server = new LoopbackServer(Reply.Ok, Reply.Killed, Reply.Ok);
        await using var setup = new Setup(server);
        await setup.SendAsync();

        await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync());

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_reading_request_that_must_not_be_repeated_is_not_repeated_by_the_connection_pool_either()
    {
        await using var server = new LoopbackServer(Reply.Ok, Reply.Killed, Reply.Ok);
        await using var setup = new Setup(server);
        await setup.Client.SendAsync(Parcels.Redeem, [], null, CancellationToken.None);

        await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.Client.SendAsync(Parcels.Redeem, [], null, CancellationToken.None));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_request_without_a_payload_is_not_repeated_by_the_connection_pool_either()
    {
        await using var server = new LoopbackServer(Reply.Ok, Reply.Killed, Reply.Ok);
        await using var setup = new Setup(server);
        var arguments = new ApiArguments { { "parcel-id", "P1" } };
        await setup.Client.SendAsync(Parcels.Cancel, arguments, null, CancellationToken.None);

        await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.Client.SendAsync(Parcels.Cancel, arguments, null, CancellationToken.None));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task No_answer_in_time_leaves_the_outcome_unknown()
    {
        await using var server = new LoopbackServer(new Reply { Hangs = true });
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        await Eventually.IsTrue(() => server.Requests.Count == 1);
        await setup.Time.PassAsync(TimeSpan.FromSeconds(100));

        WhatsAppOutcomeUnknownException exception = await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => send);
        Assert.Equal(OutcomeUnknownReason.TimedOut, exception.Reason);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_page_of_a_proxy_leaves_the_outcome_unknown(int status)
    {
        await using var server = new LoopbackServer(Reply.Page(status), Reply.Ok);
        await using var setup = new Setup(server);

        WhatsAppOutcomeUnknownException exception = await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync());

        Assert.Equal(OutcomeUnknownReason.ServerError, exception.Reason);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"id":"P1" """)]
    [InlineData("<html/>")]
    [InlineData("[]")]
    public async Task A_success_that_cannot_be_read_leaves_the_outcome_unknown(string body)
    {
        await using var server = new LoopbackServer(Reply.Json(200, body), Reply.Ok);
        await using var setup = new Setup(server);

        WhatsAppOutcomeUnknownException exception = await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => setup.SendAsync());

        Assert.Equal(OutcomeUnknownReason.UnreadableAnswer, exception.Reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_or_never_ends_leaves_the_outcome_unknown()
    {
        await using var broken = new LoopbackServer(Reply.Ok with { Missing = 5 }, Reply.Ok);
        await using var endless = new LoopbackServer(new Reply { Pattern = 9_000_000 }, Reply.Ok);
        await using var first = new Setup(broken);
        await using var second = new Setup(endless);

        Assert.Equal(OutcomeUnknownReason.ConnectionBroke, (await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => first.SendAsync())).Reason);
        Assert.Equal(OutcomeUnknownReason.UnreadableAnswer, (await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => second.SendAsync())).Reason);
        Assert.Single(broken.Requests);
        Assert.Single(endless.Requests);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_got_nothing_so_the_request_is_tried_again()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = new Uri($"http://{closed.LocalEndpoint}");
        closed.Stop();
        await using var setup = new Setup(configure: options => (options.BaseAddress, options.MaxAttempts) = (address, 2));

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassBackoffAsync();

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => send);
        Assert.Equal(ApiErrorClass.RetryNow, exception.ErrorClass);
        Assert.Null(exception.StatusCode);
        Assert.Contains("nothing was sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_reads_is_tried_again_in_each_case()
    {
        await using var server = new LoopbackServer(Reply.Ok with { Missing = 5 }, Reply.Page(502), Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> get = setup.GetAsync();
        await setup.Time.PassBackoffAsync();
        await setup.Time.PassBackoffAsync();

        Assert.Equal("P1", (await get).Id);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_callers_own_cancellation_stays_one()
    {
        await using var server = new LoopbackServer(new Reply { Hangs = true });
        await using var setup = new Setup(server);
        using var cancel = new CancellationTokenSource();

        Task<Receipt> send = setup.SendAsync(cancellationToken: cancel.Token);
        await Eventually.IsTrue(() => server.Requests.Count == 1);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
    }
}
