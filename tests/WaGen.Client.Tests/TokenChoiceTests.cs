using Microsoft.Extensions.DependencyInjection;

namespace WaGen.Client.Tests;

/// <summary>Which of several tokens a call takes, and what is said when none fits.</summary>
public sealed class TokenChoiceTests
{
    private const string AppSecret = "s3cret";

    [Fact]
    public async Task The_token_of_a_customer_comes_from_the_store()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server);
        await SaveAsync(setup, "77", "ofCustomer", numbers: "771");

        await TidyAsync(setup.Client, "77");
        await TidyAsync(setup.Client, "771");
        await TidyAsync(setup.Client, "78");

        Assert.Equal(["Bearer ofCustomer", "Bearer ofCustomer", "Bearer " + Setup.Token], Authorizations(server));
    }

    [Fact]
    public async Task The_options_of_an_account_come_before_the_store()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server, static options => options.Accounts["77"] = new() { AccessToken = "ofOptions", TokenKind = AccessTokenKind.Business });
        await SaveAsync(setup, "77", "ofStore");

        await TidyAsync(setup.Client, "77");

        Assert.Equal("Bearer ofOptions", server.Only["Authorization"]);
    }

    [Fact]
    public async Task The_account_that_a_call_names_comes_before_the_one_that_the_client_is_for()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server, static options => options.Accounts["77"] = new() { AccessToken = "ofClient", TokenKind = AccessTokenKind.Business });
        await SaveAsync(setup, "88", "ofNamed");
        WhatsAppClient client = setup.Client.ForAccount("77");

        await TidyAsync(client, "88");
        await TidyAsync(client, "99");

        Assert.Equal(["Bearer ofNamed", "Bearer ofClient"], Authorizations(server));
    }

    [Fact]
    public async Task An_operation_for_the_own_token_does_not_take_that_of_the_customer()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server, static options => options.AppSecret = AppSecret);
        await SaveAsync(setup, "77", "ofCustomer");

        await LendAsync(setup.Client);

        Assert.Equal("Bearer " + Setup.Token, server.Only["Authorization"]);
    }

    [Fact]
    public async Task The_wrong_kind_is_refused_with_the_reason()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server, static options => (options.AccessToken, options.AppSecret) = (null, AppSecret));
        await SaveAsync(setup, "77", "ofCustomer");

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => LendAsync(setup.Client));

        Assert.Equal(
            "LendMoney takes a token of kind System, but the only token for it is one of kind Business (from the token store); nothing was sent. " +
            "The money is the company's, so only its own token may lend it. " +
            "Set AccessToken in the client's options (TokenKind says of which kind it is), or let a token provider return one.",
            exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_given_token_is_used_or_refused_but_never_replaced()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server, static options => options.AppSecret = AppSecret);
        WhatsAppClient client = setup.Client.WithToken(new AccessToken("given", AccessTokenKind.Business));

        await TidyAsync(client, "77");
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => LendAsync(client));

        Assert.Equal("Bearer given", server.Only["Authorization"]);
        Assert.Equal(
            "LendMoney takes a token of kind System, but the only token for it is one of kind Business (given to WithToken); nothing was sent. " +
            "The money is the company's, so only its own token may lend it. Give WithToken a token of that kind, or call the operation without it.",
            exception.Message);
    }

    [Fact]
    public async Task A_client_for_an_account_uses_its_token_where_the_call_names_none()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server);
        await SaveAsync(setup, "77", "ofCustomer");
        await SaveAsync(setup, "88", "ofOther");
        WhatsAppClient client = setup.Client.ForAccount("77");

        await client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "P1" } }, null, CancellationToken.None);
        await TidyAsync(client, "88");
        await TidyAsync(client, "771");
        await client.WithToken(new AccessToken("given")).SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "P1" } }, null, CancellationToken.None);

        Assert.Equal(["Bearer ofCustomer", "Bearer ofOther", "Bearer ofCustomer", "Bearer given"], Authorizations(server));
    }

    [Fact]
    public async Task An_expired_token_is_not_used()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using Setup setup = WithStore(server, static options => options.AccessToken = null);
        await SaveAsync(setup, "77", "ofCustomer", setup.Time.GetUtcNow().AddHours(1));

        await TidyAsync(setup.Client, "77");
        setup.Time.Pass(TimeSpan.FromHours(1));
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TidyAsync(setup.Client, "77"));

        Assert.Single(server.Requests);
        Assert.StartsWith("TidyDepot takes a token of kind System or Business, but the only token for it is one that has expired (from the token store); nothing was sent.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("save it in the token store", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_the_app_is_made_of_its_id_and_secret()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, static options => (options.AppId, options.AppSecret) = ("4711", AppSecret));
        await using var without = new Setup(server, static options => options.AppSecret = AppSecret);

        await setup.Client.SendAsync(Depots.Inspect, [], null, CancellationToken.None);
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => without.Client.SendAsync(Depots.Inspect, [], null, CancellationToken.None));

        await using var unknown = new Setup(server, static options => (options.AppId, options.AppSecret, options.TokenKind) = ("4711", AppSecret, AccessTokenKind.Unknown));
        await unknown.Client.SendAsync(Depots.Inspect, [], null, CancellationToken.None);

        Assert.All(Authorizations(server), static header => Assert.Equal("Bearer 4711|" + AppSecret, header));
        Assert.Contains("one of kind System (AccessToken of the options); nothing was sent. Set AppId and AppSecret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_secret_of_the_app_nothing_is_sent_that_needs_a_proof()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var without = new Setup(server);
        await using var off = new Setup(server, static options => (options.AppSecret, options.SendAppSecretProof) = (AppSecret, false));

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => LendAsync(without.Client));
        Assert.Empty(server.Requests);
        await LendAsync(off.Client);

        Assert.Equal("LendMoney needs a proof that the caller has the app's secret, but there is none; nothing was sent. Set AppSecret in the client's options.", exception.Message);
        Assert.Contains("?appsecret_proof=", server.Only.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_a_fitting_token_leaves_it_to_the_store()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server, build: static builder => builder.KeepTokensInMemory().AddTokenProvider<UserTokens>());
        await SaveAsync(setup, "77", "ofCustomer");

        await TidyAsync(setup.Client, "77");
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TidyAsync(setup.Client, "78"));

        Assert.Equal("Bearer ofCustomer", server.Only["Authorization"]);
        Assert.Contains("is one of kind User (from the token provider); nothing was sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_client_has_a_store_of_its_own_and_one_only()
    {
        var services = new ServiceCollection();
        services.AddWhatsAppClient().KeepTokensInMemory().KeepTokensInMemory();
        services.AddWhatsAppClient("a").KeepTokensInMemory();
        services.AddWhatsAppClient("b").UseTokenStore<InMemoryTokenStore>();
        services.AddWhatsAppClient("c").UseTokenStore(static _ => new InMemoryTokenStore());
        await using ServiceProvider provider = services.BuildServiceProvider();

        ITokenStore[] stores = [.. ((string[])["", "a", "b", "c"]).Select(name => provider.GetRequiredKeyedService<ITokenStore>(name))];
        Assert.Equal(4, stores.Distinct().Count());
        Assert.Same(stores[0], provider.GetRequiredService<ITokenStore>());
        Assert.Same(stores[2], provider.GetRequiredService<InMemoryTokenStore>());
        Assert.Contains(
            "has a token store already",
            Assert.Throws<InvalidOperationException>(() => services.AddWhatsAppClient().UseTokenStore(static _ => new InMemoryTokenStore())).Message,
            StringComparison.Ordinal);
    }

    private static Setup WithStore(LoopbackServer server, Action<WhatsAppClientOptions>? configure = null) => new(server, configure, static builder => builder.KeepTokensInMemory());

    private static ValueTask SaveAsync(Setup setup, string account, string token, DateTimeOffset? end = null, params string[] numbers) => setup.Services.GetRequiredService<ITokenStore>()
        .SaveAsync(new StoredToken { Token = new AccessToken(token, AccessTokenKind.Business), WabaId = account, PhoneNumberIds = numbers, ExpiresAt = end });

    private static Task<Receipt> TidyAsync(WhatsAppClient client, string depot) => client.SendAsync(Depots.Tidy, new ApiArguments { { "depot-id", depot } }, null, CancellationToken.None);

    private static Task<Receipt> LendAsync(WhatsAppClient client) => client.SendAsync(Depots.Lend, new ApiArguments { { "depot-id", "77" } }, null, CancellationToken.None);

    private static IEnumerable<string?> Authorizations(LoopbackServer server) => server.Requests.Select(static request => request["Authorization"]);

    private sealed class UserTokens : IAccessTokenProvider
    {
        public ValueTask<AccessToken?> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => new(new AccessToken("ofUser", AccessTokenKind.User));
    }
}
