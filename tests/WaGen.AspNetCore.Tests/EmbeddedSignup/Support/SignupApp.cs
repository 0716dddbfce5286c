using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaGen.AspNetCore.Tests.Support;
using WaGen.Testing;
using WaGen.WhatsApp;

namespace WaGen.AspNetCore.Tests.EmbeddedSignup.Support;

/// <summary>An application with the page of Embedded Signup, and a Graph API that knows one customer.</summary>
internal sealed class SignupApp : IAsyncDisposable
{
    public const string Path = "/onboarding";
    public const string AppId = "634974688087057";
    public const string Secret = "app-secret-of-the-tests";
    public const string SystemToken = "EAAJsystem";
    public const string CustomerToken = "EAAJcustomer0123456789";
    public const string Code = "AQBinvented-code";
    public const string Account = "102290129340398";
    public const string Business = "2729063490586005";
    public const string Number = "106540352242922";
    public const string Pin = "580063";

    private SignupApp(WebApplication application, FakeGraph graph, LogCollector logs, SignupTime time)
    {
        Application = application;
        Graph = graph;
        Logs = logs;
        Time = time;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(application.Urls.First()) };
    }

    public WebApplication Application { get; }

    public FakeGraph Graph { get; }

    public LogCollector Logs { get; }

    public SignupTime Time { get; }

    public HttpClient Client { get; }

    public Uri Page => new(Client.BaseAddress!, Path);

    public string Origin => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public SignupRecord Record => Application.Services.GetRequiredService<SignupRecord>();

    public ITokenStore Tokens => Application.Services.GetRequiredService<ITokenStore>();

    public WhatsAppOnboarding Onboarding => Application.Services.GetRequiredService<WhatsAppOnboarding>();

    public static async Task<SignupApp> StartAsync(Action<EmbeddedSignupOptions>? configure = null, Action<WebApplicationBuilder>? build = null)
    {
        var logs = new LogCollector();
        var time = new SignupTime();
        FakeGraph graph = await FakeGraph.StartAsync(WhatsAppApi.Operations);
        Answer(graph);
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<SignupRecord>();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services
            .AddWhatsAppClient(options =>
            {
                options.BaseAddress = graph.BaseAddress;
                options.AppId = AppId;
                options.AppSecret = Secret;
                options.AccessToken = SystemToken;
                options.MaxAttempts = 1;
            })
            .KeepTokensInMemory();
        builder.Services
            .AddEmbeddedSignup(options =>
            {
                options.Launch = new EmbeddedSignupLaunch { ConfigurationId = "1234" };
                options.ChoosePin = static (_, _) => new(Pin);
                configure?.Invoke(options);
            })
            .AddHandler<RecordingSignupHandler>()
            .AddStep<RecordingStep>();
        build?.Invoke(builder);
        WebApplication application = builder.Build();
        application.MapEmbeddedSignup(Path);
        try
        {
            await application.StartAsync();
        }
        catch
        {
            await application.DisposeAsync();
            await graph.DisposeAsync();
            throw;
        }

        return new SignupApp(application, graph, logs, time);
    }

    /// <summary>What the platform says of a token, where it differs from that of the customer.</summary>
    public static string TokenInfo(string appId = AppId, string isValid = "true", string targets = $""" ,"target_ids":["{Account}","102290129340397"]""") =>
        $$"""
        {"data":{"app_id":"{{appId}}","type":"SYSTEM_USER","is_valid":{{isValid}},"expires_at":0,"issued_at":1764547200,"scopes":["whatsapp_business_management","business_management"],
        "granular_scopes":[{"scope":"whatsapp_business_management"{{targets}}},{"scope":"business_management","target_ids":["{{Business}}"]}] } }
        """;

    public static string Numbers(bool isOnBusinessApp = false) =>
        $$"""{"data":[{"id":"{{Number}}","is_on_biz_app":{{(isOnBusinessApp ? "true" : "false")}}},{"id":"106540352242000","is_on_biz_app":false}]}""";

    public static EmbeddedSignupFinished Finished(string name = "FINISH", string data = $$"""{"waba_id":"{{Account}}","phone_number_id":"{{Number}}","business_id":"{{Business}}"}""") =>
        (EmbeddedSignupFinished)EmbeddedSignupMessage.Parse($$"""{"type":"WA_EMBEDDED_SIGNUP","event":"{{name}}","data": {{data}} }""");

    /// <summary>The names of the operations that the platform received.</summary>
    public string[] Calls() => [.. Graph.Requests.Select(static request => request.Operation!)];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Application.DisposeAsync();
        await Graph.DisposeAsync();
        Logs.Dispose();
    }

    private static void Answer(FakeGraph graph)
    {
        graph.OnOperation("ExchangeCode", static _ => $$"""{"access_token":"{{CustomerToken}}","token_type":"bearer"}""");
        graph.OnOperation("FetchBusinessToken", static _ => $$"""{"access_token":"{{CustomerToken}}"}""");
        graph.OnOperation("InspectToken", static _ => TokenInfo());
        graph.OnOperation("ListPhoneNumbers", static _ => Numbers());
        graph.OnOperation("SubscribeApp", static _ => """{"success":true}""");
        graph.OnOperation("RegisterPhoneNumber", static _ => """{"success":true}""");
        graph.OnOperation("SynchronizeAppData", static _ => """{"messaging_product":"whatsapp","request_id":"1"}""");
    }
}
