using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WaGen.AspNetCore.Tests.Support;

namespace WaGen.AspNetCore.Tests;

/// <summary>Mistakes stop the application with a sentence, before it serves anything.</summary>
public class StartupTests
{
    [Fact]
    public async Task Without_a_secret_the_application_refuses_to_start() =>
        Assert.Equal(
            "No app secret is configured for the WhatsApp webhooks: set AppSecret or AppSecrets, because without one a forged request cannot be told from a real one.",
            Assert.Single(await FailuresAsync(static options => options.VerifyToken = "t")));

    [Fact]
    public async Task Without_a_verify_token_the_application_refuses_to_start() =>
        Assert.Equal(
            "No verify token is configured for the WhatsApp webhooks: set VerifyToken or VerifyTokens, because without one Meta can never verify the callback URL.",
            Assert.Single(await FailuresAsync(static options => options.AppSecret = "s")));

    [Theory]
    [InlineData("s\n", "t", "An app secret")]
    [InlineData(" ", "t", "An app secret")]
    [InlineData("s", "\tt", "A verify token")]
    public async Task White_space_around_a_secret_or_token_is_refused(string secret, string token, string start)
    {
        string failure = Assert.Single(await FailuresAsync(options => (options.AppSecret, options.VerifyToken) = (secret, token)));
        Assert.StartsWith($"{start} of the WhatsApp webhooks begins or ends with white space", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_handler_with_another_lifetime_is_refused()
    {
        WhatsAppWebhookBuilder webhooks = new ServiceCollection().AddWhatsAppWebhooks(Complete).AddHandler<RecordingBot>();
        Assert.Throws<InvalidOperationException>(() => webhooks.AddHandler<RecordingBot>(ServiceLifetime.Scoped));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        IEnumerable<string> failures = await FailuresAsync(static options =>
        {
            options.AppSecrets["billing"] = "";
            options.VerifyTokens.Add("");
            options.MaxBodyBytes = 0;
            options.MaxConcurrency = 0;
            options.HandlerTimeout = TimeSpan.FromDays(30);
            options.MaxAttempts = 0;
            options.Deduplication.Capacity = 0;
            options.Deduplication.Window = TimeSpan.Zero;
            options.Deduplication.ClaimLease = TimeSpan.FromDays(30);
        });

        Assert.Collection(
            failures,
            static failure => Assert.StartsWith("The app secret 'billing' of the WhatsApp webhooks is empty", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("A verify token in VerifyTokens", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("MaxBodyBytes of the WhatsApp webhooks is 0", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("MaxConcurrency of the WhatsApp webhooks is 0", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("HandlerTimeout of the WhatsApp webhooks is 30.00:00:00", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("MaxAttempts of the WhatsApp webhooks is 0", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("Deduplication.Capacity of the WhatsApp webhooks is 0", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("Deduplication.Window of the WhatsApp webhooks is 00:00:00", failure, StringComparison.Ordinal),
            static failure => Assert.StartsWith("Deduplication.ClaimLease of the WhatsApp webhooks is 30.00:00:00", failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_of_attempts_without_deduplication_is_refused() =>
        Assert.StartsWith(
            "MaxAttempts of the WhatsApp webhooks is set, but Deduplication.Enabled is false",
            Assert.Single(await FailuresAsync(static options =>
            {
                Complete(options);
                options.MaxAttempts = 3;
                options.Deduplication.Enabled = false;
            })),
            StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_handler_the_application_refuses_to_start() =>
        Assert.Equal(
            "No handler is added to the WhatsApp webhooks 'shop': call AddHandler<T>() on what AddWhatsAppWebhooks returns.",
            Assert.Single(await FailuresAsync(static services => services.AddWhatsAppWebhooks("shop", Complete).AddUnhandledHandler<RecordingHook>())));

    [Fact]
    public async Task A_handler_of_another_contract_is_refused()
    {
        string failure = Assert.Single(await FailuresAsync(
            static services => services.AddWhatsAppWebhooks(Complete).AddHandler<RecordingBot>().AddHandler<OtherProvider.Handler>()));

        Assert.Contains($"{typeof(RecordingBot)} and {typeof(OtherProvider.Handler)}", failure, StringComparison.Ordinal);
        Assert.Contains("the different contracts WhatsApp (of assembly WaGen.AspNetCore.Tests) and Other (of assembly", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_without_a_handler_interface_of_a_field_is_refused() =>
        Assert.Contains(
            "would never be called",
            Assert.Single(await FailuresAsync(static services => services.AddWhatsAppWebhooks(Complete).AddHandler<IdleBot>())),
            StringComparison.Ordinal);

    [Fact]
    public void Mapping_without_services_says_what_to_call()
    {
        using WebApplication application = WebApplication.CreateBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => application.MapWhatsAppWebhooks("/hooks"));
        Assert.Equal(
            "The services of this webhook endpoint are not registered. Call services.AddWhatsAppWebhooks(...) before MapWhatsAppWebhooks(\"/hooks\").",
            exception.Message);
    }

    [Fact]
    public void Mapping_an_unknown_name_says_what_to_call()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Services.AddWhatsAppWebhooks("shop", Complete);
        using WebApplication application = builder.Build();

        var exception = Assert.Throws<InvalidOperationException>(() => application.MapWhatsAppWebhooks("/hooks", "desk"));
        Assert.Contains("services.AddWhatsAppWebhooks(\"desk\", ...)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_things_twice_is_harmless()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Recorder>();
        services.AddWhatsAppWebhooks(Complete).AddHandler<RecordingBot>().AddUnhandledHandler<RecordingHook>();
        int count = services.Count;
        services.AddWhatsAppWebhooks().AddHandler<RecordingBot>().AddUnhandledHandler<RecordingHook>();

        Assert.Equal(count, services.Count);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Same(provider.GetRequiredService<WebhookProcessor>(), provider.GetRequiredKeyedService<WebhookProcessor>(""));
    }

    [Fact]
    public void A_second_unhandled_handler_and_a_second_lifetime_are_refused()
    {
        var services = new ServiceCollection();
        WhatsAppWebhookBuilder builder = services.AddWhatsAppWebhooks(Complete).AddUnhandledHandler<RecordingHook>();
        Assert.Throws<InvalidOperationException>(() => builder.AddUnhandledHandler<OtherHook>());

        services.AddScoped<RecordingBot>();
        Assert.Throws<InvalidOperationException>(() => builder.AddHandler<RecordingBot>());
        builder.AddHandler<RecordingBot>(ServiceLifetime.Scoped);
    }

    [Fact]
    public async Task Options_bind_from_configuration_with_lists_as_well_as_names()
    {
        const string Json = """
            {
              "WhatsApp": {
                "AppSecret": "single", "AppSecrets": [ "first", "second" ], "VerifyToken": "t", "VerifyTokens": [ "u", "v" ],
                "MaxBodyBytes": 5000, "MaxConcurrency": 4, "HandlerTimeout": "00:00:30", "MaxAttempts": 5,
                "Deduplication": { "Enabled": true, "Capacity": 2000, "Window": "7.00:00:00", "ClaimLease": "00:05:00" }
              },
              "Named": { "AppSecrets": { "billing": "named_secret" }, "VerifyTokens": [ "w" ] }
            }
            """;
        IConfiguration configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Json))).Build();
        await using WebhookApp app = await WebhookApp.StartAsync(
            ServerKind.TestHost,
            builder =>
            {
                builder.Services.AddWhatsAppWebhooks(configuration.GetSection("WhatsApp")).AddHandler<RecordingBot>();
                builder.Services.AddWhatsAppWebhooks("named", configuration.GetSection("Named")).AddHandler<RecordingBot>();
            },
            static application =>
            {
                application.MapWhatsAppWebhooks(WebhookApp.Path);
                application.MapWhatsAppWebhooks("/named", "named");
            });

        WhatsAppWebhookOptions options = app.Application.Services.GetRequiredService<IOptions<WhatsAppWebhookOptions>>().Value;
        Assert.Equal((5000, 4, TimeSpan.FromSeconds(30)), (options.MaxBodyBytes, options.MaxConcurrency, options.HandlerTimeout));
        Assert.Equal(
            (5, true, 2000, TimeSpan.FromDays(7), TimeSpan.FromMinutes(5)),
            (options.MaxAttempts, options.Deduplication.Enabled, options.Deduplication.Capacity, options.Deduplication.Window, options.Deduplication.ClaimLease));
        foreach ((string secret, string name) in (IEnumerable<(string, string)>)[("single", "default"), ("first", "0"), ("second", "1")])
        {
            Assert.Equal(200, await app.PostAsync(Bodies.Messages(Bodies.TextItem(name)), secret));
            Assert.Equal(name, app.Recorder.App);
        }

        Assert.Equal(200, await app.PostAsync(Bodies.Text, "named_secret", "/named"));
        Assert.Equal("billing", app.Recorder.App);
        Assert.Equal(413, await app.PostAsync(Bodies.Text.PadRight(5001), "single"));
    }

    private static void Complete(WhatsAppWebhookOptions options) => (options.AppSecret, options.VerifyToken) = ("s", "t");

    private static Task<IEnumerable<string>> FailuresAsync(Action<WhatsAppWebhookOptions> configure) =>
        FailuresAsync(services => services.AddWhatsAppWebhooks(configure).AddHandler<RecordingBot>());

    private static async Task<IEnumerable<string>> FailuresAsync(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<Recorder>();
        builder.Services.AddHostedService<NeverStarted>();
        add(builder.Services);
        using IHost host = builder.Build();

        return (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures;
    }

    /// <summary>Stands for a server that was registered before the webhooks.</summary>
    private sealed class NeverStarted : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new Xunit.Sdk.XunitException("The host started in spite of a mistake.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class IdleBot : IWhatsAppHandler;

    private sealed class OtherHook : IUnhandledHandler
    {
        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
