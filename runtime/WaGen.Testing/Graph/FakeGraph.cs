using System.Diagnostics;

namespace WaGen.Testing;

/// <summary>A Graph API of one's own, for tests and for trying things out without an account.</summary>
/// <remarks>
/// It takes the operations that were printed from the schemas, checks requests against them as the platform does, answers like it, and remembers
/// everything. It listens on the loopback address (<see cref="StartAsync"/>) or serves an <see cref="HttpClient"/> in memory (<see cref="CreateHandler"/>).
/// Safe to use from many threads at once.
/// </remarks>
/// <example>
/// <code>
/// await using FakeGraph graph = await FakeGraph.StartAsync(WhatsAppApi.Operations);
/// services.AddWhatsAppClient(options =&gt; { options.BaseAddress = graph.BaseAddress; options.AccessToken = "any"; });
/// // ... the bot replies ...
/// FakeRequest reply = await graph.WaitForRequestAsync("SendMessage");
/// Assert.Equal("Hello", reply.Json["text"u8]["body"u8].GetString());
/// </code>
/// </example>
[DebuggerDisplay("{BaseAddress}")]
public sealed partial class FakeGraph : IAsyncDisposable
{
    // In memory every host is served; a loopback name is what clients accept without TLS.
    private static readonly Uri InMemoryAddress = new("http://localhost/");

    private readonly GraphServer _server;
    private readonly FakeGraphOptions _options;
    private readonly HashSet<string> _operations;
    private readonly ApiDefinition? _api;
    private KestrelHost? _host;
    private bool _isDisposed;
    private volatile FakePlatform? _platform;

    /// <summary>Makes a fake Graph API that is reached by <see cref="CreateHandler"/> alone.</summary>
    /// <param name="operations">The operations that it knows: those that were printed.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range or lacks another one.</exception>
    public FakeGraph(IReadOnlyList<ApiOperation> operations, FakeGraphOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(operations);
        _options = options ?? new FakeGraphOptions();
        FakeGraphOptions.Check(_options);
        _operations = operations.Select(static o => o.Name).ToHashSet(StringComparer.Ordinal);
        _api = operations.Count > 0 ? operations[0].Api : null;
        _server = new GraphServer(this, operations, _options);
        _deliveries = new BoundedLog<FakeDelivery>(_options.History);
        _sent = new BoundedLog<SentMessage>(_options.History);
        if (_options.WebhookUrl is { } url)
        {
            DeliverTo(url, _options.AppSecret!, _options.Playback);
        }
    }

    /// <summary>Gets the address that takes the place of <c>https://graph.facebook.com</c>.</summary>
    public Uri BaseAddress { get; private set; } = InMemoryAddress;

    /// <summary>Gets the requests that were received, the oldest first.</summary>
    public IReadOnlyList<FakeRequest> Requests => _server.Requests.Entries;

    /// <summary>Gets or sets what the usage headers of every answer say.</summary>
    /// <value>Null by default: there are no such headers.</value>
    public FakeUsage? Usage
    {
        get => _server.Usage;
        set => _server.Usage = value;
    }

    /// <summary>Gets the business side; null while nobody uses it.</summary>
    internal FakePlatform? Platform => _platform;

    /// <summary>Gets the version that answers name.</summary>
    internal string? Version => _api?.Version;

    /// <summary>Starts a fake Graph API on the loopback address.</summary>
    /// <param name="operations">The operations that it knows: those that were printed.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The running server; disposing it cuts off what is still waiting.</returns>
    /// <exception cref="ArgumentException">An option is out of range or lacks another one.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<FakeGraph> StartAsync(IReadOnlyList<ApiOperation> operations, FakeGraphOptions? options = null, CancellationToken cancellationToken = default)
    {
        var graph = new FakeGraph(operations, options);
        graph._host = await KestrelHost.StartAsync(graph._server, graph._options.Port, cancellationToken).ConfigureAwait(false);

        // Kept, so that it can still be read when the server is gone.
        graph.BaseAddress = graph._host.Address;
        return graph;
    }

    /// <summary>Makes a handler for an <see cref="HttpClient"/> that asks this server in memory, whatever host it is told.</summary>
    /// <returns>A new handler; disposing it leaves the server alone.</returns>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_server);

    /// <summary>Lets the server know businesses, accounts, numbers and tokens. From now on there are only those objects and tokens that were made.</summary>
    /// <returns>The business side, the same one each time.</returns>
    public FakePlatform UsePlatform()
    {
        lock (_lock)
        {
            return _platform ??= new FakePlatform(this, _options);
        }
    }

    /// <summary>Lets the next requests fail with a Graph error.</summary>
    /// <param name="code">The code of the error, such as 131056.</param>
    /// <param name="operation">The name of the operation; null for any.</param>
    /// <param name="subcode">The subcode; null leaves it out.</param>
    /// <param name="status">The HTTP status; null takes the usual one of the code.</param>
    /// <param name="times">How many requests fail.</param>
    /// <param name="headers">Further headers of the answer.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public void FailNext(int code, string? operation = null, int? subcode = null, int? status = null, int times = 1, IReadOnlyDictionary<string, string>? headers = null)
    {
        var failure = new FakeFailure { Code = code, Operation = operation, Subcode = subcode, Status = status, Times = times };
        FailNext(headers is null ? failure : failure with { Headers = headers });
    }

    /// <summary>Lets the next requests fail.</summary>
    /// <param name="failure">How they fail. Failures happen in the order in which they were asked for.</param>
    /// <exception cref="ArgumentException">There is no such operation, or it shall fail less than once.</exception>
    public void FailNext(FakeFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (failure.Times < 1)
        {
            throw new ArgumentException("A failure must happen at least once.", nameof(failure));
        }

        ThrowIfUnknown(failure.Operation);
        _server.Failures.Add(failure);
    }

    /// <summary>Closes the connection of the next request after it was read, without an answer: its outcome is unknown to the client.</summary>
    /// <param name="operation">The name of the operation; null for any.</param>
    /// <param name="afterServing">Whether the message is sent all the same.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public void DropNext(string? operation = null, bool afterServing = false) =>
        FailNext(new FakeFailure { Operation = operation, DropsConnection = true, AfterServing = afterServing });

    /// <summary>Forgets the failures that did not happen yet.</summary>
    public void ClearFailures() => _server.Failures.Clear();

    /// <summary>Forgets the requests that were received.</summary>
    public void ClearRequests() => _server.Requests.Clear();

    /// <summary>Answers an operation in one's own way. The request was checked before.</summary>
    /// <param name="operation">The name of the operation, such as <c>GetMedia</c>.</param>
    /// <param name="answer">Makes the answer, a JSON text for instance; null leaves it to the server. It may be called by several threads at once.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public void OnOperation(string operation, Func<FakeRequest, FakeAnswer?> answer)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(answer);
        ThrowIfUnknown(operation);
        _server.Handlers[operation] = answer;
    }

    /// <summary>Waits for a request of an operation; one that was received before counts, too.</summary>
    /// <param name="operation">The name of the operation; null for any.</param>
    /// <param name="number">Which one of them, from 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request; its answer may not be decided yet.</returns>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public Task<FakeRequest> WaitForRequestAsync(string? operation = null, int number = 1, CancellationToken cancellationToken = default)
    {
        ThrowIfUnknown(operation);
        return WaitForRequestAsync(request => operation is null || operation.Equals(request.Operation, StringComparison.Ordinal), number, cancellationToken);
    }

    /// <summary>Waits for a request; one that was received before counts, too.</summary>
    /// <param name="predicate">Which requests count. It must be quick and must not throw.</param>
    /// <param name="number">Which one of them, from 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The request; its answer may not be decided yet.</returns>
    public Task<FakeRequest> WaitForRequestAsync(Func<FakeRequest, bool> predicate, int number = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return _server.Requests.WaitAsync(predicate, number, cancellationToken);
    }

    /// <summary>Puts a file there, such as the one that an incoming message names.</summary>
    /// <param name="content">The bytes, which must not change any more.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="phoneNumberId">The number that owns it; null when any may use it.</param>
    /// <returns>The file with its id.</returns>
    public FakeMedia AddMedia(ReadOnlyMemory<byte> content, string contentType, string? phoneNumberId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return _server.Media.Add(content, contentType, fileName: null, phoneNumberId);
    }

    /// <summary>Finds a file that was uploaded or put there.</summary>
    /// <param name="idOrHandle">The id, or the handle that an upload in pieces gave.</param>
    /// <returns>The file; null when there is none.</returns>
    public FakeMedia? FindMedia(string idOrHandle)
    {
        ArgumentNullException.ThrowIfNull(idOrHandle);
        return _server.Media.Find(idOrHandle) ?? _server.Sessions.FindFile(idOrHandle);
    }

    /// <summary>Makes an address that a file can be downloaded from, as newer webhooks carry it.</summary>
    /// <param name="media">The file.</param>
    /// <returns>An address on this server, good for <see cref="FakeGraphOptions.MediaUrlLifetime"/>.</returns>
    public Uri CreateMediaAddress(FakeMedia media)
    {
        ArgumentNullException.ThrowIfNull(media);
        return _server.Media.CreateAddress(media, BaseAddress);
    }

    /// <summary>Stops the server. Requests that wait for an answer are cut off, webhooks that are not delivered yet are given up.</summary>
    /// <returns>A task that ends when everything has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        if (_host is not null)
        {
            await _host.DisposeAsync().ConfigureAwait(false);
        }

        await StopPlaybackAsync().ConfigureAwait(false);
    }

    private void ThrowIfUnknown(string? operation)
    {
        if (operation is not null && !_operations.Contains(operation))
        {
            throw new ArgumentException($"There is no operation '{operation}'. Known are: {string.Join(", ", _operations.Order(StringComparer.Ordinal))}.", nameof(operation));
        }
    }
}
