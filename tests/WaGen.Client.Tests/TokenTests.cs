using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Client.Tests;

/// <summary>Whose token a request carries, and where tokens never go.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task An_account_can_have_a_token_of_its_own()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.Accounts["77"] = new() { AccessToken = "ofAccount", TokenKind = AccessTokenKind.Business });

        await setup.Client.SendAsync(Parcels.Send, new ApiArguments { { "depot-id", "77" } }, Order.For("1"), CancellationToken.None);
        await setup.Client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "P" }, { "depot_id", "77" } }, null, CancellationToken.None);
        await setup.SendAsync();

        Assert.Equal(["Bearer ofAccount", "Bearer ofAccount", "Bearer " + Setup.Token], server.Requests.Select(static request => request["Authorization"]));
    }

    [Theory]
    [InlineData(AccessTokenKind.User)]
    [InlineData(AccessTokenKind.App)]
    public async Task A_kind_that_the_operation_does_not_accept_is_refused(AccessTokenKind kind)
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, options => options.TokenKind = kind);

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => setup.SendAsync());

        Assert.Contains("SendParcel takes a token of kind System or Business", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Setup.Token, exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_kind_that_nobody_knows_is_left_to_the_server()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.TokenKind = AccessTokenKind.Unknown);

        await setup.SendAsync();

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_operation_that_needs_no_token_gets_none()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.AppSecret = "s3cret");

        await setup.Client.SendAsync(Parcels.Ping, [], null, CancellationToken.None);

        Assert.Null(server.Only["Authorization"]);
        Assert.Equal("/v3.0/ping", server.Only.Target);
    }

    [Fact]
    public async Task A_provider_is_asked_for_each_try()
    {
        await using var server = new LoopbackServer(Reply.Error(131056), Reply.Ok);
        var provider = new Provider(static asked => new AccessToken("token" + asked, AccessTokenKind.Business));
        await using var setup = new Setup(server, static options => options.AccessToken = null, builder => Add(builder, provider));

        Task<Receipt> send = setup.SendAsync();
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));
        await send;

        Assert.Equal(["Bearer token1", "Bearer token2"], server.Requests.Select(static request => request["Authorization"]));
        Assert.Equal(Setup.Depot, provider.Last!.Account);
        Assert.Equal(Parcels.Send, provider.Last.Operation);
        Assert.Equal([AccessTokenKind.System, AccessTokenKind.Business], provider.Last.Kinds);
        Assert.DoesNotContain(Setup.Depot, provider.Last.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => options.AccessToken = null, static builder => Add(builder, new Provider(static _ => null)));
        await using var others = new Setup(server, static options => (options.AccessToken, options.Accounts["77"]) = (null, new() { AccessToken = "ofAccount" }));

        Assert.Contains("no access token for SendParcel", (await Assert.ThrowsAsync<InvalidOperationException>(() => setup.SendAsync())).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => others.SendAsync());
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("https://files.parcels.example/f?sig=1", true)]
    [InlineData("https://MORE.parcels.example/f", true)]
    [InlineData("https://files.parcels.example:443/f", true)]
    [InlineData("http://files.parcels.example/f", false)]
    [InlineData("https://files.parcels.example:8443/f", false)]
    [InlineData("https://files.parcels.example.evil.example/f", false)]
    [InlineData("https://evil-files.parcels.example/f", false)]
    [InlineData("https://sub.files.parcels.example/f", false)]
    [InlineData("https://user@files.parcels.example/f", false)]
    [InlineData("https://files.parcels.example@evil.example/f", false)]
    [InlineData("https://evil.example/https://files.parcels.example/f", false)]
    [InlineData("https://files.parcels.example./f", false)]
    [InlineData("https://api.parcels.example/f", false)]
    [InlineData("https://127.0.0.1/f", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//files.parcels.example/f", false)]
    [InlineData("/f", false)]
    [InlineData("nonsense", false)]
    public async Task Tokens_go_only_to_hosts_on_the_list(string url, bool allowed)
    {
        var handler = new RecordingHandler();
        await using var setup = new Setup(configure: static options => options.MaxAttempts = 1, build: builder => builder.Http.ConfigurePrimaryHttpMessageHandler(() => handler));

        Exception? exception = await Record.ExceptionAsync(async () =>
        {
            await using MediaDownload file = await setup.Client.DownloadAsync(Parcels.Download, new ApiArguments { { "url", url } }, CancellationToken.None);
        });

        if (allowed)
        {
            Assert.Null(exception);
            Assert.Equal("Bearer " + Setup.Token, Assert.Single(handler.Authorizations));
        }
        else
        {
            Assert.True(exception is InvalidOperationException or ArgumentException, exception?.ToString());
            Assert.DoesNotContain("evil", exception!.Message, StringComparison.Ordinal);
            Assert.Empty(handler.Authorizations);
        }
    }

    [Fact]
    public async Task Relative_paths_go_to_the_host_of_the_schema()
    {
        var handler = new RecordingHandler();
        await using var setup = new Setup(build: builder => builder.Http.ConfigurePrimaryHttpMessageHandler(() => handler));

        await setup.SendAsync();

        Assert.Equal($"https://api.parcels.example/v3.0/{Setup.Depot}/parcels", Assert.Single(handler.Addresses).AbsoluteUri);
    }

    [Fact]
    public async Task A_redirect_elsewhere_does_not_get_the_token()
    {
        await using var elsewhere = new LoopbackServer(Reply.Ok);
        await using var server = new LoopbackServer(new Reply { Status = 302, Headers = [$"Location: {elsewhere.Address}f"] });
        await using var setup = new Setup(server);

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => setup.GetAsync());

        Assert.Equal(302, (int)exception.StatusCode!);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_read_follows_redirects_on_the_same_server_but_not_for_ever()
    {
        await using var server = new LoopbackServer(static (request, _) => request.Target == "/end" ? Reply.Ok : new Reply { Status = 307, Headers = ["Location: /end"] });
        await using var circle = new LoopbackServer(new Reply { Status = 302, Headers = ["Location: /round"] });
        await using var first = new Setup(server);
        await using var second = new Setup(circle);

        Assert.Equal("P1", (await first.GetAsync()).Id);
        await Assert.ThrowsAsync<WhatsAppApiException>(() => second.GetAsync());
        Assert.Equal(4, circle.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("token\n")]
    [InlineData("tökén")]
    public void A_token_holds_visible_characters_only(string value) =>
        Assert.DoesNotContain("token\n", Assert.ThrowsAny<ArgumentException>(() => new AccessToken(value)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_token_does_not_show() => Assert.Equal("System token", new AccessToken("secret", AccessTokenKind.System).ToString());

    [Fact]
    public void A_second_provider_is_refused()
    {
        WhatsAppClientBuilder builder = new ServiceCollection().AddWhatsAppClient();
        builder.AddTokenProvider<Provider>().AddTokenProvider<Provider>();

        Assert.Throws<InvalidOperationException>(() => builder.AddTokenProvider<OtherProvider>());
    }

    private static void Add(WhatsAppClientBuilder builder, Provider provider)
    {
        builder.Services.AddSingleton(provider);
        builder.AddTokenProvider<Provider>();
    }

    private sealed class OtherProvider : IAccessTokenProvider
    {
        public ValueTask<AccessToken?> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => default;
    }

    private sealed class Provider(Func<int, AccessToken?> give) : IAccessTokenProvider
    {
        private int _asked;

        public AccessTokenRequest? Last { get; private set; }

        public ValueTask<AccessToken?> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
        {
            Last = request;
            return new(give(++_asked));
        }
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<string> Authorizations { get; } = [];

        public List<Uri> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorizations.Add(request.Headers.Authorization!.ToString());
            Addresses.Add(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent("{}"u8.ToArray()) });
        }
    }
}
