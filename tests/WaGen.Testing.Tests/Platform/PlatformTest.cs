using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaGen.Testing.Tests.Support;

namespace WaGen.Testing.Tests.Platform;

/// <summary>A fake Graph API on a socket with a partner, a customer, and an endpoint of the partner's app.</summary>
public abstract class PlatformTest : IAsyncLifetime
{
    protected const string Secret = "secret-of-the-app";
    private HttpClient? _client;
    private FakeGraph? _graph;
    private CallbackHost? _callback;
    private FakePlatform? _platform;

    internal FakeGraph Graph => _graph!;

    internal FakePlatform Platform => _platform!;

    internal CallbackHost Callback => _callback!;

    internal ManualTime Time { get; } = new();

    private protected FakeBusiness Partner { get; private set; } = null!;

    private protected FakeBusiness Customer { get; private set; } = null!;

    private protected FakeApp App { get; private set; } = null!;

    private protected FakeAccount Account { get; private set; } = null!;

    private protected FakeToken SystemToken { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _callback = await CallbackHost.StartAsync();
        _graph = await FakeGraph.StartAsync(WhatsAppApi.Operations, new FakeGraphOptions { TimeProvider = Time });
        _platform = _graph.UsePlatform();
        Partner = Platform.AddBusiness("Partner");
        Customer = Platform.AddBusiness("Customer");
        App = Platform.AddApp(Partner, "App of the partner", Secret);
        App.DeliverTo(Callback.At("app"));
        Account = Platform.AddAccount(Customer, "Lucky Shrub");
        SystemToken = Platform.AddSystemToken(App);
        _client = Connect(_graph.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        _client!.Dispose();
        await Graph.DisposeAsync();
        await Callback.DisposeAsync();
    }

    /// <summary>Exchanges a code for the customer's token.</summary>
    private protected async Task<FakeToken> OnboardAsync()
    {
        await ExchangeAsync(Platform.IssueCode(App, Account));
        return Platform.FindBusinessToken(App, Customer)!;
    }

    private protected Task<ApiAnswer> ExchangeAsync(string code, string secret = Secret) =>
        GetAsync($"oauth/access_token?client_id={App.Id}&client_secret={secret}&code={code}", token: null);

    private protected Task<ApiAnswer> GetAsync(string path, FakeToken? token) => SendAsync(HttpMethod.Get, path, token?.Value, body: null);

    private protected Task<ApiAnswer> DeleteAsync(string path, FakeToken? token, object? body = null) => SendAsync(HttpMethod.Delete, path, token?.Value, body);

    private protected Task<ApiAnswer> PostAsync(string path, FakeToken? token, object? body = null) => SendAsync(HttpMethod.Post, path, token?.Value, body);

    private protected Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? token, object? body) =>
        SendAsync(method, path, token, body switch { null => null, HttpContent content => content, _ => JsonContent.Create(body) });

    /// <summary>Waits until all webhooks are delivered, and takes those of a field.</summary>
    private protected async Task<JsonNode[]> WebhooksAsync(string field)
    {
        await Graph.WhenIdleAsync().WaitAsync(Waiting.Patience);
        Assert.All(Callback.Received, static r => Conformance.Check(r.Body));
        return [.. Callback.Changes.Where(c => field.Equals(c["field"]!.GetValue<string>(), StringComparison.Ordinal))];
    }

    private static HttpClient Connect(Uri address) => new() { BaseAddress = address, Timeout = Waiting.Patience };

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? token, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri("v25.0/" + path, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await _client!.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        Conformance.Check(Graph.Requests[^1], (int)answer.StatusCode, text);
        return new ApiAnswer((int)answer.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject(), answer.Headers);
    }
}
