using System.Globalization;
using System.Net;

namespace WaGen.Client.Tests;

/// <summary>What is tried again, when, and how often.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task The_pair_limit_waits_for_powers_of_four()
    {
        await using var server = new LoopbackServer(Reply.Error(131056), Reply.Error(131056), Reply.Error(131056, 429), Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(4));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(16));

        Assert.Equal("P1", (await send).Id);
        Assert.Equal(4, server.Requests.Count);
        Assert.Single(server.Requests.Select(static request => request.Text).Distinct());
    }

    [Fact]
    public async Task Tries_end_and_the_last_error_says_when_another_one_makes_sense()
    {
        await using var server = new LoopbackServer(Reply.Error(131056));
        await using var setup = new Setup(server, static options => options.MaxAttempts = 3);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(4));

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => send);
        Assert.Equal(131056, exception.Code);
        Assert.Equal(TimeSpan.FromSeconds(16), exception.RetryAfter);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task One_attempt_means_no_repetition()
    {
        await using var server = new LoopbackServer(Reply.Error(131056), Reply.Ok);
        await using var setup = new Setup(server, static options => options.MaxAttempts = 1);

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.SendAsync());

        Assert.Equal(TimeSpan.FromSeconds(1), exception.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(130429, 429)]
    [InlineData(130429, 400)]
    [InlineData(4, 429)]
    [InlineData(777777, 429)]
    public async Task A_usage_header_is_waited_for_as_told(int code, int status)
    {
        await using var server = new LoopbackServer(
            Reply.Error(code, status, """X-Business-Use-Case-Usage: {"1":[{"type":"whatsapp","call_count":100,"estimated_time_to_regain_access":3},{"estimated_time_to_regain_access":7}],"2":[{}]}"""),
            Reply.Ok);
        await using var setup = new Setup(server, static options => options.MaxDelay = TimeSpan.FromMinutes(10));

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromMinutes(7));

        Assert.Equal("P1", (await send).Id);
    }

    [Fact]
    public async Task A_wait_beyond_the_longest_pause_is_told_instead()
    {
        await using var server = new LoopbackServer(Reply.Error(4, 429, """x-business-use-case-usage: {"1":[{"estimated_time_to_regain_access":30}]}"""));
        await using var setup = new Setup(server);

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.SendAsync());

        Assert.Equal(TimeSpan.FromMinutes(30), exception.RetryAfter);
        Assert.Equal(ApiErrorClass.RetryLater, exception.ErrorClass);
        Assert.Contains("after 1800 s", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_longest_of_all_told_times_counts()
    {
        string date = new ManualTime().GetUtcNow().AddSeconds(45).ToString("R", CultureInfo.InvariantCulture);
        await using var server = new LoopbackServer(
            Reply.Error(2, 503, "Retry-After: 30"),
            Reply.Error(2, 503, "Retry-After: " + date, """X-App-Usage: {"call_count":120,"total_time":25}"""),
            Reply.Error(4, 400, "Retry-After: 5", """X-App-Usage: {"estimated_time_to_regain_access":1}"""),
            Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromSeconds(30));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(15));
        await setup.Time.PassAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("P1", (await send).Id);
    }

    [Theory]
    [InlineData("X-Business-Use-Case-Usage: nonsense")]
    [InlineData("X-Business-Use-Case-Usage: {\"1\":{\"estimated_time_to_regain_access\":5}}")]
    [InlineData("X-Business-Use-Case-Usage: {\"1\":[{\"estimated_time_to_regain_access\":0}]}")]
    [InlineData("X-Business-Use-Case-Usage: [7,null]")]
    [InlineData("X-App-Usage: 12")]
    public async Task Without_a_time_the_pauses_grow(string header)
    {
        await using var server = new LoopbackServer(Reply.Error(130429, 400, header), Reply.Error(130429, 400, header), Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        TimeSpan first = await setup.Time.PassBackoffAsync();
        TimeSpan second = await setup.Time.PassBackoffAsync();

        await send;
        Assert.InRange(first, TimeSpan.FromSeconds(0.74), TimeSpan.FromSeconds(1.26));
        Assert.InRange(second, TimeSpan.FromSeconds(1.49), TimeSpan.FromSeconds(2.51));
    }

    [Fact]
    public async Task A_fixed_time_is_that_of_the_table()
    {
        await using var server = new LoopbackServer(Reply.Error(131057, 500), Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromMinutes(1));

        await send;
    }

    [Theory]
    [InlineData(100, 400, ApiErrorClass.FixRequest)]
    [InlineData(190, 401, ApiErrorClass.FixAccount)]
    [InlineData(250, 403, ApiErrorClass.FixAccount)]
    [InlineData(131026, 400, ApiErrorClass.Never)]
    [InlineData(368, 403, ApiErrorClass.RetryLater)]
    [InlineData(777777, 400, ApiErrorClass.FixRequest)]
    [InlineData(777777, 401, ApiErrorClass.FixAccount)]
    public async Task What_cannot_pass_by_itself_is_not_tried_again(int code, int status, ApiErrorClass expected)
    {
        await using var server = new LoopbackServer(Reply.Error(code, status), Reply.Ok);
        await using var setup = new Setup(server);

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.SendAsync());

        Assert.Equal(expected, exception.ErrorClass);
        Assert.Equal(code, exception.Code);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Null(exception.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"error":{"code":777777,"is_transient":true}}""", 400)]
    [InlineData("""{"error":{"code":777777,"is_transient":"true"}}""", 400)]
    [InlineData("""{"error":{"code":777777}}""", 500)]
    [InlineData("""{"error":{"code":"2"}}""", 503)]
    public async Task What_passes_by_itself_is_tried_again(string body, int status)
    {
        await using var server = new LoopbackServer(Reply.Json(status, body), Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassBackoffAsync();

        await send;
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_429_without_an_error_of_the_api_was_refused_before_it_took_effect()
    {
        await using var server = new LoopbackServer(Reply.Page(429) with { Headers = ["Retry-After: 3"] }, Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromSeconds(3));

        await send;
    }

    [Fact]
    public async Task The_callers_cancellation_ends_a_pause()
    {
        await using var server = new LoopbackServer(Reply.Error(131056));
        await using var setup = new Setup(server);
        using var cancel = new CancellationTokenSource();

        Task<Receipt> send = setup.SendAsync(cancellationToken: cancel.Token);
        await setup.Time.WaitForAsync(TimeSpan.FromSeconds(1));
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        Assert.Single(server.Requests);
    }
}
