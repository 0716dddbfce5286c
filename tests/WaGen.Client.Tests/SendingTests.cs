using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Client.Tests;

/// <summary>What goes over the wire, and what comes back.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task An_operation_with_a_body_is_a_post_of_json_with_the_token()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        Receipt receipt = await setup.SendAsync(Order.For("15550001111", "Bücher"));

        Assert.Equal("P1", receipt.Id);
        Received request = server.Only;
        Assert.Equal("POST", request.Method);
        Assert.Equal($"/v3.0/{Setup.Depot}/parcels", request.Target);
        Assert.Equal("Bearer " + Setup.Token, request["Authorization"]);
        Assert.Equal("application/json", request["Content-Type"]);
        Assert.Equal("""{"to":"15550001111","label":"Bücher"}""", request.Text);
        Assert.Equal(request.Body.Length.ToString(CultureInfo.InvariantCulture), request["Content-Length"]);
        Assert.Null(request["Transfer-Encoding"]);
    }

    [Fact]
    public async Task Parameters_go_where_the_operation_says()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.ApiVersion = "v9.1");

        await setup.Client.SendAsync(
            Parcels.Get, new ApiArguments { { "parcel-id", "a/b?c#d e:f=" }, { "depot_id", "1&2" }, { "X-Priority", "high" } }, null, CancellationToken.None);

        Received request = server.Only;
        Assert.Equal("GET", request.Method);
        Assert.Equal("/v9.1/a%2Fb%3Fc%23d%20e:f=?depot_id=1%262&fields=id%2Clabel", request.Target);
        Assert.Equal("high", request["X-Priority"]);
        Assert.Null(request["Content-Length"]);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Values_that_would_change_the_path_are_refused(string? id)
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        await Assert.ThrowsAsync<ArgumentException>(() => setup.Client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", id } }, null, CancellationToken.None));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_id_of_an_upload_keeps_its_signature()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        await setup.Client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "upload:MTp=?sig=Ab-1_" } }, null, CancellationToken.None);
        await setup.Client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "upload:MTp?sig=x&access_token=y" } }, null, CancellationToken.None);

        Assert.Equal("/v3.0/upload:MTp=?sig=Ab-1_&fields=id%2Clabel", server.Requests[0].Target);
        Assert.Equal("/v3.0/upload:MTp%3Fsig=x%26access_token=y?fields=id%2Clabel", server.Requests[1].Target);
    }

    [Fact]
    public async Task A_post_without_a_payload_has_an_empty_body()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        await setup.Client.SendAsync(Parcels.Cancel, new ApiArguments { { "parcel-id", "P1" } }, null, CancellationToken.None);

        Assert.Equal("0", server.Only["Content-Length"]);
    }

    [Fact]
    public async Task The_app_secret_is_proven_and_not_sent()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.AppSecret = "s3cret");

        await setup.SendAsync();
        await setup.GetAsync();

        string proof = Hash(Setup.Token);
        Assert.Equal($"/v3.0/{Setup.Depot}/parcels?appsecret_proof={proof}", server.Requests[0].Target);
        Assert.Equal($"/v3.0/P1?fields=id%2Clabel&appsecret_proof={proof}", server.Requests[1].Target);
        Assert.DoesNotContain(server.Requests, static request => request.ToString().Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_proof_can_hold_the_time()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => (options.AppSecret, options.TimedAppSecretProof) = ("s3cret", true));

        await setup.SendAsync();

        string seconds = setup.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.EndsWith($"?appsecret_proof={Hash(Setup.Token + "|" + seconds)}&appsecret_time={seconds}", server.Only.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proof_can_be_switched_off()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => (options.AppSecret, options.SendAppSecretProof) = ("s3cret", false));

        await setup.SendAsync();

        Assert.DoesNotContain("proof", server.Only.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_are_checked_before_anything_is_sent_unless_that_is_switched_off()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var strict = new Setup(server);
        await using var lax = new Setup(server, static options => options.ValidatePayloads = false);

        PayloadValidationException exception = await Assert.ThrowsAsync<PayloadValidationException>(() => strict.SendAsync(Order.For(Setup.Phone, string.Empty)));
        await lax.SendAsync(Order.For(Setup.Phone, string.Empty));

        Assert.Equal("label", Assert.Single(exception.Problems).Path);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_missing_body_is_an_argument()
    {
        await using var setup = new Setup();

        await Assert.ThrowsAsync<ArgumentNullException>(() => setup.Client.SendAsync(Parcels.Send, new ApiArguments { { "depot-id", "1" } }, null, CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_answer_has_no_members()
    {
        await using var server = new LoopbackServer(new Reply());
        await using var setup = new Setup(server);

        Assert.Null((await setup.SendAsync()).Id);
    }

    [Fact]
    public async Task Many_requests_at_once_do_not_mix_their_bodies()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => (options.MessagesPerSecond, options.LimitPairs) = (1_000_000, false));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => setup.SendAsync(Order.For(i.ToString(CultureInfo.InvariantCulture), new string('x', i * 50 + 1)))));

        Assert.Equal(
            Enumerable.Range(0, 200).Select(static i => string.Create(CultureInfo.InvariantCulture, $$"""{"to":"{{i}}","label":"{{new string('x', i * 50 + 1)}}"}""")).Order(StringComparer.Ordinal),
            server.Requests.Select(static request => request.Text).Order(StringComparer.Ordinal));
    }

    private static string Hash(string message) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes("s3cret"), Encoding.ASCII.GetBytes(message)));
}
