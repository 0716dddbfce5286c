using System.Net.Http.Headers;
using System.Text;
using WaGen.Testing.Tests.Sample;

namespace WaGen.Testing.Tests.Support;

/// <summary>A fake Graph API and a plain client of it.</summary>
internal sealed class GraphClient : IAsyncDisposable
{
    public const string Token = "token-of-a-test";
    public const string NumberId = "106540352242922";
    public const string User = "16505550101";

    private GraphClient(FakeGraph graph, HttpClient client)
    {
        Graph = graph;
        Client = client;
    }

    public FakeGraph Graph { get; }

    public HttpClient Client { get; }

    public static async Task<GraphClient> StartAsync(ServerKind kind = ServerKind.InMemory, FakeGraphOptions? options = null)
    {
        FakeGraph graph = kind == ServerKind.InMemory ? new FakeGraph(SampleApi.Operations, options) : await FakeGraph.StartAsync(SampleApi.Operations, options);
        HttpClient client = kind == ServerKind.InMemory ? new HttpClient(graph.CreateHandler()) : new HttpClient();
        client.BaseAddress = graph.BaseAddress;
        client.Timeout = Waiting.Patience;
        return new GraphClient(graph, client);
    }

    public static string Text(string to = User, string body = "Hello") =>
        $$$"""{"messaging_product":"whatsapp","recipient_type":"individual","to":"{{{to}}}","type":"text","text":{"body":"{{{body}}}"}}""";

    public Task<GraphResponse> SendAsync(string json) => PostAsync($"v25.0/{NumberId}/messages", json);

    public Task<GraphResponse> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<GraphResponse> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    public async Task<GraphResponse> SendAsync(HttpMethod method, string path, HttpContent? content, string? scheme = "Bearer", string? token = Token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute)) { Content = content };
        if (scheme is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using HttpResponseMessage answer = await Client.SendAsync(request);
        return new GraphResponse(
            (int)answer.StatusCode,
            await answer.Content.ReadAsByteArrayAsync(),
            answer.Content.Headers.ContentType?.MediaType,
            answer.Headers.ToDictionary(static h => h.Key, static h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Graph.DisposeAsync();
    }
}
