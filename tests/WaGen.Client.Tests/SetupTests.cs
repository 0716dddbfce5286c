using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WaGen.Client.Tests;

/// <summary>Options, names and how a client is found.</summary>
public sealed class SetupTests
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "AccessToken=", "No access token is configured" },
        { "AccessToken=abc def", "An access token of the WhatsApp client holds white space" },
        { "Accounts:1:AccessToken=abc\n", "An access token of the WhatsApp client holds white space" },
        { "AppSecret=abc\n", "AppSecret of the WhatsApp client holds white space" },
        { "AppId=abc1", "AppId of the WhatsApp client is no id of an app" },
        { "ApiVersion=25", "ApiVersion of the WhatsApp client is no version" },
        { "ApiVersion=v25.0/me", "ApiVersion of the WhatsApp client is no version" },
        { "BaseAddress=http://graph.example", "BaseAddress of the WhatsApp client must be" },
        { "BaseAddress=/relative", "BaseAddress of the WhatsApp client must be" },
        { "BaseAddress=https://user@graph.example", "BaseAddress of the WhatsApp client must be" },
        { "BaseAddress=https://graph.example/?x=1", "BaseAddress of the WhatsApp client must be" },
        { "BaseAddress=ftp://localhost", "BaseAddress of the WhatsApp client must be" },
        { "MessagesPerSecond=0", "A MessagesPerSecond of the WhatsApp client is not between" },
        { "Accounts:1:MessagesPerSecond=-1", "A MessagesPerSecond of the WhatsApp client is not between" },
        { "MaxAttempts=0", "MaxAttempts of the WhatsApp client is 0" },
        { "Timeout=00:00:00", "Timeout of the WhatsApp client is" },
        { "MediaTimeout=30", "MediaTimeout of the WhatsApp client is" },
        { "MaxQueueTime=-00:00:01", "MaxQueueTime of the WhatsApp client is" },
        { "MaxDelay=0", "MaxDelay of the WhatsApp client is" },
        { "Backoff=0", "Backoff of the WhatsApp client is" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_options_is_told_in_a_sentence_at_start(string setting, string expected)
    {
        using ServiceProvider services = Services(setting);

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith(expected, Assert.Single(exception.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("abc", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BaseAddress=http://localhost:5000/graph")]
    [InlineData("BaseAddress=http://[::1]:5000")]
    [InlineData("BaseAddress=https://gateway.example/graph/")]
    [InlineData("ApiVersion=v26.0")]
    public void Good_options_pass(string setting)
    {
        using ServiceProvider services = Services(setting);

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<WhatsAppClient>());
    }

    [Fact]
    public void A_client_with_a_token_store_needs_no_token_of_its_own()
    {
        using ServiceProvider services = new ServiceCollection().AddWhatsAppClient(Configuration()).KeepTokensInMemory().Services.BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void Everything_binds_from_configuration()
    {
        using ServiceProvider services = Services(
            "TokenKind=Business", "Accounts:7:AccessToken=x", "Accounts:7:TokenKind=User", "Accounts:7:MessagesPerSecond=20", "AppSecret=s", "SendAppSecretProof=false",
            "TimedAppSecretProof=true", "ValidatePayloads=false", "MessagesPerSecond=1000", "LimitPairs=false", "MaxQueueTime=00:01:00", "Timeout=00:00:10",
            "MediaTimeout=00:20:00", "MaxAttempts=7", "MaxDelay=00:02:00", "Backoff=00:00:02", "ApiVersion=v26.0", "BaseAddress=https://g.example",
            "AppId=4711", "LimitCalls=false", "Accounts:7:IsActive=true");

        WhatsAppClientOptions options = services.GetRequiredService<IOptions<WhatsAppClientOptions>>().Value;

        Assert.Equal((AccessTokenKind.Business, "s", false, true, false, 1000, false), (options.TokenKind, options.AppSecret, options.SendAppSecretProof, options.TimedAppSecretProof, options.ValidatePayloads, options.MessagesPerSecond, options.LimitPairs));
        Assert.Equal((60d, 10d, 1200d, 120d, 2d), (options.MaxQueueTime.TotalSeconds, options.Timeout.TotalSeconds, options.MediaTimeout.TotalSeconds, options.MaxDelay.TotalSeconds, options.Backoff.TotalSeconds));
        Assert.Equal(("4711", false, true), (options.AppId, options.LimitCalls, options.Accounts["7"].IsActive!.Value));
        Assert.Equal((7, "v26.0", new Uri("https://g.example")), (options.MaxAttempts, options.ApiVersion, options.BaseAddress));
        Assert.Equal(("x", AccessTokenKind.User, 20), (options.Accounts["7"].AccessToken, options.Accounts["7"].TokenKind!.Value, options.Accounts["7"].MessagesPerSecond!.Value));
    }

    [Fact]
    public async Task A_reload_takes_over_a_new_token_and_refuses_a_bad_one()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        IConfigurationRoot configuration = Configuration("AccessToken=first", "BaseAddress=" + server.Address);
        using var log = new LogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log));
        services.AddWhatsAppClient(configuration);
        await using ServiceProvider provider = services.BuildServiceProvider();
        WhatsAppClient client = provider.GetRequiredService<WhatsAppClient>();

        foreach (string token in (string[])["first", "second", "not possible", ""])
        {
            configuration["AccessToken"] = token;
            configuration.Reload();
            await client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "1" } }, null, CancellationToken.None);
        }

        configuration["MaxAttempts"] = "many-secrets";
        configuration.Reload();

        Assert.Equal(["Bearer first", "Bearer second", "Bearer second", "Bearer second"], server.Requests.Select(static request => request["Authorization"]));
        Assert.Contains("keeps its former options, because the changed ones cannot be used: An access token", log.All, StringComparison.Ordinal);
        Assert.Contains("keeps its former options, because the changed ones cannot be read: ", log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("many-secrets", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_clients_have_options_of_their_own()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        var services = new ServiceCollection();
        services.AddWhatsAppClient("a", options => (options.AccessToken, options.BaseAddress) = ("tokenA", server.Address));
        services.AddWhatsAppClient("b", options => (options.AccessToken, options.BaseAddress) = ("tokenB", server.Address));
        services.AddWhatsAppClient("a");
        await using ServiceProvider provider = services.BuildServiceProvider();

        foreach (string name in (string[])["a", "b"])
        {
            WhatsAppClient client = provider.GetRequiredKeyedService<WhatsAppClient>(name);
            Assert.Equal(name, client.Name);
            await client.SendAsync(Parcels.Get, new ApiArguments { { "parcel-id", "1" } }, null, CancellationToken.None);
        }

        Assert.Equal(["Bearer tokenA", "Bearer tokenB"], server.Requests.Select(static request => request["Authorization"]));
        Assert.Null(provider.GetService<WhatsAppClient>());
    }

    [Fact]
    public async Task The_client_of_a_conversation_is_that_of_its_number()
    {
        var services = new ServiceCollection();
        services.AddWhatsAppClient(static options => options.AccessToken = "x");
        services.AddWhatsAppClient("a", static options => options.Accounts["1"] = new() { AccessToken = "x" });
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("a", WhatsAppClient.Of(new Conversation(provider, "1")).Name);
        Assert.Equal(string.Empty, WhatsAppClient.Of(new Conversation(provider, "2")).Name);
        Assert.Equal(string.Empty, WhatsAppClient.Of(new Conversation(provider, null)).Name);
    }

    [Fact]
    public async Task Without_a_default_client_the_only_one_answers()
    {
        var services = new ServiceCollection();
        services.AddWhatsAppClient("a", static options => options.AccessToken = "x");
        await using ServiceProvider one = services.BuildServiceProvider();
        services.AddWhatsAppClient("b", static options => options.AccessToken = "x");
        await using ServiceProvider two = services.BuildServiceProvider();

        Assert.Equal("a", WhatsAppClient.Of(new Conversation(one, "1")).Name);
        Assert.Contains("Several named clients", Assert.Throws<InvalidOperationException>(() => WhatsAppClient.Of(new Conversation(two, "1"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_without_services_or_clients_says_what_to_do()
    {
        await using ServiceProvider empty = new ServiceCollection().BuildServiceProvider();

        Assert.Contains("read by hand", Assert.Throws<InvalidOperationException>(static () => WhatsAppClient.Of(new Conversation(null, "1"))).Message, StringComparison.Ordinal);
        Assert.Contains("AddWhatsAppClient", Assert.Throws<InvalidOperationException>(() => WhatsAppClient.Of(new Conversation(empty, "1"))).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params string[] settings) =>
        new ServiceCollection().AddWhatsAppClient(Configuration([.. settings.Prepend("AccessToken=token")])).Services.BuildServiceProvider();

    private static IConfigurationRoot Configuration(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(static setting => setting.Split('=', 2)).GroupBy(static pair => pair[0], StringComparer.Ordinal).Select(static pair => KeyValuePair.Create(pair.Key, (string?)pair.Last()[1])))
        .Build();

    private sealed record Conversation(IServiceProvider? Services, string? BusinessNumberId) : IConversation
    {
        public string? UserPhone => null;

        public string? UserId => null;

        public string? MessageId => null;
    }
}
