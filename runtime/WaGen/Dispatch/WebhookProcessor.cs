using System.Runtime.CompilerServices;
using WaGen.Runtime;

namespace WaGen;

/// <summary>Does everything below HTTP: checks size and signature of a body, parses it, and calls the handlers of its events.</summary>
/// <remarks>
/// Safe to use from many threads at once. Nothing is allocated when all handlers complete at once, apart from what they allocate themselves.
/// Views of a body are good until its task completes.
/// </remarks>
public sealed class WebhookProcessor
{
    private readonly WebhookContract _contract;
    private readonly int _maxBodyBytes;
    private readonly int _maxConcurrency;
    private readonly IServiceProvider? _services;
    private volatile SignatureVerifier _verifier;

    /// <summary>Makes a processor.</summary>
    /// <param name="contract">The contract of the provider.</param>
    /// <param name="handlers">The handlers, called in this order.</param>
    /// <param name="verifier">Checks signatures.</param>
    /// <param name="options">How to work; null for the defaults. Read now, later changes have no effect.</param>
    /// <param name="unhandled">Takes what no handler took; null when it only is observed.</param>
    /// <param name="observer">Is told what happens; null for nobody.</param>
    /// <exception cref="ArgumentException">
    /// A handler does not belong to the contract or implements none of its interfaces, scoped handlers come from several factories,
    /// or an option is out of range.
    /// </exception>
    public WebhookProcessor(
        WebhookContract contract,
        IEnumerable<WebhookHandlerRegistration> handlers,
        SignatureVerifier verifier,
        WebhookProcessorOptions? options = null,
        IUnhandledHandler? unhandled = null,
        WebhookObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(handlers);
        ArgumentNullException.ThrowIfNull(verifier);
        options ??= new WebhookProcessorOptions();
        WebhookProcessorOptions.Check(options);
        _contract = contract;
        _verifier = verifier;
        _maxBodyBytes = options.MaxBodyBytes;
        _maxConcurrency = options.MaxConcurrency;
        _services = options.Services;
        Handlers = new HandlerTable(contract, handlers);
        Timeouts = new HandlerTimeouts(options.HandlerTimeout, options.TimeProvider);
        Time = options.TimeProvider;
        Hook = unhandled;
        Observer = observer is null ? null : new GuardedObserver(observer);
        Deduplicator = options.DeduplicationStore is null ? null : new Deduplicator(options, contract, Handlers, Observer);
    }

    /// <summary>Gets or sets what checks signatures. Bodies that arrive after the change meet the new one.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public SignatureVerifier Verifier
    {
        get => _verifier;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _verifier = value;
        }
    }

    /// <summary>Gets the handlers.</summary>
    internal HandlerTable Handlers { get; }

    /// <summary>Gets the time limit of calls.</summary>
    internal HandlerTimeouts Timeouts { get; }

    /// <summary>Gets the clock.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Gets what takes unhandled parts.</summary>
    internal IUnhandledHandler? Hook { get; }

    /// <summary>Gets who is told what happens.</summary>
    internal WebhookObserver? Observer { get; }

    /// <summary>Gets what keeps handlers from running on an event again, null when nothing does.</summary>
    internal Deduplicator? Deduplicator { get; }

    /// <summary>Processes a signed body. The bytes are copied; they must not change before the call returns.</summary>
    /// <param name="body">The body, byte for byte as received.</param>
    /// <param name="signature">The signature that came with it.</param>
    /// <param name="cancellationToken">The host stops. What is not started then counts as failed; this method itself does not throw.</param>
    /// <returns>What became of the body.</returns>
    public ValueTask<WebhookOutcome> ProcessAsync(ReadOnlyMemory<byte> body, WebhookSignature signature, CancellationToken cancellationToken = default)
    {
        long started = Receive(body.Length);
        if (!IsAdmitted(body.Span, signature, out string? app, out WebhookResult refusal))
        {
            return new ValueTask<WebhookOutcome>(Reject(refusal, started));
        }

        WebhookDocument document = WebhookDocument.Rent();
        document.CopyBody(body.Span);
        document.SetSignature(signature);
        return DispatchAsync(document, app, started, cancellationToken);
    }

    /// <summary>Processes a signed body without copying it.</summary>
    /// <param name="body">The body. It must neither change nor be disposed before the task completes.</param>
    /// <param name="signature">The signature that came with it.</param>
    /// <param name="cancellationToken">The host stops. What is not started then counts as failed; this method itself does not throw.</param>
    /// <returns>What became of the body.</returns>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public ValueTask<WebhookOutcome> ProcessAsync(WebhookBody body, WebhookSignature signature, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        long started = Receive(body.Length);
        if (!IsAdmitted(body.Written, signature, out string? app, out WebhookResult refusal))
        {
            return new ValueTask<WebhookOutcome>(Reject(refusal, started));
        }

        WebhookDocument document = WebhookDocument.Rent();
        document.UseBody(body.Buffer, body.Length);
        document.SetSignature(signature);
        return DispatchAsync(document, app, started, cancellationToken);
    }

    /// <summary>Processes a body whose signature was checked elsewhere, such as before it was put in a queue. The bytes are copied.</summary>
    /// <param name="body">The body; it must not change before the call returns.</param>
    /// <param name="app">The name of the secret that verified it there; null when it is unknown.</param>
    /// <param name="cancellationToken">The host stops. What is not started then counts as failed; this method itself does not throw.</param>
    /// <returns>What became of the body.</returns>
    public ValueTask<WebhookOutcome> ProcessVerifiedAsync(ReadOnlyMemory<byte> body, string? app = null, CancellationToken cancellationToken = default)
    {
        long started = Receive(body.Length);
        if (body.Length > _maxBodyBytes)
        {
            return new ValueTask<WebhookOutcome>(Reject(WebhookResult.TooLarge, started));
        }

        WebhookDocument document = WebhookDocument.Rent();
        document.CopyBody(body.Span);
        return DispatchAsync(document, app, started, cancellationToken);
    }

    /// <summary>Processes a body whose signature was checked elsewhere, without copying it.</summary>
    /// <param name="body">The body. It must neither change nor be disposed before the task completes.</param>
    /// <param name="app">The name of the secret that verified it there; null when it is unknown.</param>
    /// <param name="cancellationToken">The host stops. What is not started then counts as failed; this method itself does not throw.</param>
    /// <returns>What became of the body.</returns>
    /// <exception cref="ObjectDisposedException">The body was disposed.</exception>
    public ValueTask<WebhookOutcome> ProcessVerifiedAsync(WebhookBody body, string? app = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        byte[] buffer = body.Buffer;
        long started = Receive(body.Length);
        if (body.Length > _maxBodyBytes)
        {
            return new ValueTask<WebhookOutcome>(Reject(WebhookResult.TooLarge, started));
        }

        WebhookDocument document = WebhookDocument.Rent();
        document.UseBody(buffer, body.Length);
        return DispatchAsync(document, app, started, cancellationToken);
    }

    /// <summary>Returns the key of an item, or the default value when nobody needs it.</summary>
    /// <param name="document">The body.</param>
    /// <param name="index">The item; -1 for a whole body that is not JSON.</param>
    internal DeduplicationKey GetKey(WebhookDocument document, int index)
    {
        bool needed = Deduplicator is not null && (Hook is not null || (index >= 0 && document.Items[index].Reason == UnhandledReason.None));
        return needed ? EventKeys.OfItem(document, index) : default;
    }

    private long Receive(int bytes)
    {
        if (Observer is null)
        {
            return 0;
        }

        long started = Time.GetTimestamp();
        Observer.OnReceived(bytes);
        return started;
    }

    private bool IsAdmitted(ReadOnlySpan<byte> body, in WebhookSignature signature, out string? app, out WebhookResult refusal)
    {
        app = null;
        if (body.Length > _maxBodyBytes)
        {
            refusal = WebhookResult.TooLarge;
            return false;
        }

        refusal = WebhookResult.InvalidSignature;
        return _verifier.TryVerify(body, signature, out app);
    }

    private WebhookOutcome Reject(WebhookResult refusal, long started)
    {
        var outcome = new WebhookOutcome(refusal, Events: 0, Unhandled: 0, Failed: 0, Fault: null);
        Observer?.OnRejected(outcome);
        return Complete(outcome, started);
    }

    /// <summary>Takes the document over: it is given back before the task completes.</summary>
    private ValueTask<WebhookOutcome> DispatchAsync(WebhookDocument document, string? app, long started, CancellationToken stop)
    {
        WebhookOutcome outcome;
        try
        {
            document.App = app;
            document.Services = _services;
            var run = new WebhookRun(this, document, stop);
            ValueTask<RunCount> work = !Read(document, out WebhookLanes? lanes) ? run.HandleNotJsonAsync()
                : lanes is null ? run.HandleItemsAsync(lanes: null, lane: 0)
                : lanes.RunAsync(run, _maxConcurrency);
            if (!work.IsCompletedSuccessfully)
            {
                return FinishAsync(document, work, started);
            }

            outcome = Sum(document, work.Result);
        }
        catch (Exception fault)
        {
            document.Return();
            return ValueTask.FromException<WebhookOutcome>(fault);
        }

        document.Return();
        return new ValueTask<WebhookOutcome>(Complete(outcome, started));
    }

    private async ValueTask<WebhookOutcome> FinishAsync(WebhookDocument document, ValueTask<RunCount> work, long started)
    {
        WebhookOutcome outcome;
        try
        {
            outcome = Sum(document, await work.ConfigureAwait(false));
        }
        finally
        {
            document.Return();
        }

        return Complete(outcome, started);
    }

    /// <summary>Parses and routes the body and reports what differs from its schema.</summary>
    private bool Read(WebhookDocument document, out WebhookLanes? lanes)
    {
        lanes = null;
        if (!document.TryParse(out JsonFault fault))
        {
            document.Fault = fault;
            document.Contract = _contract;
            Observer?.OnRejected(new WebhookOutcome(WebhookResult.NotJson, Events: 0, Unhandled: 1, Failed: 0, fault));
            return false;
        }

        document.Route(_contract);
        lanes = _maxConcurrency == 1 ? null : WebhookLanes.Assign(this, document, _maxConcurrency);
        if (Observer is not null)
        {
            ObserveDrift(document, Observer);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ObserveDrift(WebhookDocument document, WebhookObserver observer)
    {
        for (int i = 0; i < document.Drift.Length; i++)
        {
            observer.OnDrift(new WebhookDrift(document, i));
        }

        if (document.DriftDropped > 0)
        {
            observer.OnDriftDropped(document.DriftDropped);
        }
    }

    private static WebhookOutcome Sum(WebhookDocument document, RunCount count)
    {
        JsonFault? fault = document.Fault.Kind == JsonFaultKind.None ? null : document.Fault;
        WebhookResult result = count.Failed > 0 ? WebhookResult.HandlerFailed
            : count.Deferred > 0 ? WebhookResult.Deferred
            : fault is null ? WebhookResult.Accepted
            : WebhookResult.NotJson;
        return new WebhookOutcome(result, document.EventCount, count.Unhandled, count.Failed, fault) { Duplicates = count.Duplicates, Deferred = count.Deferred };
    }

    private WebhookOutcome Complete(WebhookOutcome outcome, long started)
    {
        Observer?.OnCompleted(outcome, Time.GetElapsedTime(started));
        return outcome;
    }
}
