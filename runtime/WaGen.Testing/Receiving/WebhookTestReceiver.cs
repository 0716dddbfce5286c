namespace WaGen.Testing;

/// <summary>Calls handlers as an endpoint does, without HTTP and without a signature: for unit tests of handlers.</summary>
/// <remarks>
/// An event that comes again is handled again; set <see cref="WebhookProcessorOptions.DeduplicationStore"/> to change that. Safe to use from several
/// threads once the first body was received.
/// </remarks>
/// <example>
/// <code>
/// var receiver = new WebhookTestReceiver().Add(bot);
/// WebhookReception reception = await receiver.ReceiveAsync(WebhookBodies.Text("16505550101", "menu"));
/// Assert.Equal("Text", Assert.Single(reception.Handled).Event);
/// </code>
/// </example>
public sealed class WebhookTestReceiver
{
    private readonly List<WebhookHandlerRegistration> _handlers = [];
    private readonly WebhookProcessorOptions _options;
    private readonly Lazy<WebhookProcessor> _processor;
    private readonly ReceptionObserver _observer = new();
    private WebhookContract? _contract;
    private IUnhandledHandler? _unhandled;

    /// <summary>Makes a receiver without handlers.</summary>
    /// <param name="options">How to process bodies; null for the defaults of <see cref="WebhookProcessorOptions"/>.</param>
    /// <param name="contract">The contract of the provider; null takes that of the first handler.</param>
    public WebhookTestReceiver(WebhookProcessorOptions? options = null, WebhookContract? contract = null)
    {
        _options = options ?? new WebhookProcessorOptions();
        _contract = contract;
        _processor = new Lazy<WebhookProcessor>(CreateProcessor);
    }

    /// <summary>Adds a handler. Handlers are called in the order in which they were added.</summary>
    /// <typeparam name="T">A class that implements generated handler interfaces.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <returns>This receiver.</returns>
    /// <exception cref="InvalidOperationException">A body was received already.</exception>
    public WebhookTestReceiver Add<T>(T handler)
        where T : class, IWebhookHandler
    {
        ArgumentNullException.ThrowIfNull(handler);
        ThrowIfStarted();
        _handlers.Add(WebhookHandlerRegistration.Singleton(handler));
        _contract ??= T.Contract;
        return this;
    }

    /// <summary>Adds what takes everything that no handler took.</summary>
    /// <param name="handler">The hook; there is one only, the last that was added.</param>
    /// <returns>This receiver.</returns>
    /// <exception cref="InvalidOperationException">A body was received already.</exception>
    public WebhookTestReceiver AddUnhandled(IUnhandledHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ThrowIfStarted();
        _unhandled = handler;
        return this;
    }

    /// <summary>Receives events, all in one body.</summary>
    /// <param name="events">The events.</param>
    /// <returns>What became of them.</returns>
    /// <exception cref="InvalidOperationException">There is neither a handler nor a contract.</exception>
    public Task<WebhookReception> ReceiveAsync(params IEnumerable<FakeEvent> events) => ReceiveAsync(WebhookBodies.Batch(events), CancellationToken.None);

    /// <summary>Receives a body.</summary>
    /// <param name="body">The body; anything, also what is no JSON.</param>
    /// <param name="cancellationToken">What handlers get as their token.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="InvalidOperationException">There is neither a handler nor a contract.</exception>
    public async Task<WebhookReception> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        WebhookProcessor processor = _processor.Value;
        var notes = new ReceptionNotes();
        _observer.Notes = notes;
        WebhookOutcome outcome = await processor.ProcessVerifiedAsync(body, app: null, cancellationToken).ConfigureAwait(false);
        return notes.Finish(outcome);
    }

    private WebhookProcessor CreateProcessor()
    {
        WebhookContract contract = _contract
            ?? throw new InvalidOperationException("There is no handler. Add one before the first body, or give the receiver a contract.");

        // The processor wants a secret even where nothing is signed; nobody can know this one.
        var verifier = new SignatureVerifier([new("none", Guid.NewGuid().ToString("N"))]);
        return new WebhookProcessor(contract, _handlers, verifier, _options, _unhandled, _observer);
    }

    private void ThrowIfStarted()
    {
        if (_processor.IsValueCreated)
        {
            throw new InvalidOperationException("Handlers must be added before the first body is received.");
        }
    }
}
