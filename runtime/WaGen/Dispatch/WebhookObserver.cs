namespace WaGen;

/// <summary>Is told what a processor does, to log and to measure. Every method does nothing until it is overridden.</summary>
/// <remarks>
/// Called while bodies are processed, by many threads at once. An observer must be quick; what it throws is dropped, so that a log
/// that cannot be written costs no event. What is passed by reference lives until the whole body is processed.
/// </remarks>
public class WebhookObserver
{
    /// <summary>A body arrived; nothing is checked yet.</summary>
    /// <param name="bytes">Its length.</param>
    public virtual void OnReceived(int bytes)
    {
    }

    /// <summary>A body was refused: too large, wrong signature, or not JSON. <see cref="OnCompleted"/> follows.</summary>
    /// <param name="outcome">Why.</param>
    public virtual void OnRejected(in WebhookOutcome outcome)
    {
    }

    /// <summary>An event was handled: at least one handler took it and none failed.</summary>
    /// <param name="delivery">The event.</param>
    /// <param name="elapsed">How long its handlers took together, with the deduplication store.</param>
    public virtual void OnHandled(in WebhookDelivery delivery, TimeSpan elapsed)
    {
    }

    /// <summary>An event was left by every handler, or a part is no event. Comes before the hook is called.</summary>
    /// <param name="unhandled">What it is.</param>
    /// <param name="hookPresent">Whether there is an <see cref="IUnhandledHandler"/>.</param>
    public virtual void OnUnhandled(in UnhandledEvent unhandled, bool hookPresent)
    {
    }

    /// <summary>An event was delivered again, and everything had run on it before.</summary>
    /// <param name="delivery">The event.</param>
    public virtual void OnDuplicate(in WebhookDelivery delivery)
    {
    }

    /// <summary>A part that is no event was delivered again, and the hook had run on it before.</summary>
    /// <param name="unhandled">What it is.</param>
    public virtual void OnUnhandledDuplicate(in UnhandledEvent unhandled)
    {
    }

    /// <summary>The deduplication store failed.</summary>
    /// <param name="operation">What it was asked to do.</param>
    /// <param name="exception">The fault.</param>
    public virtual void OnDeduplicationFailed(DeduplicationOperation operation, Exception exception)
    {
    }

    /// <summary>A handler failed on an event, or the scope of the event could not be made or disposed.</summary>
    /// <param name="delivery">The event.</param>
    /// <param name="handler">The class of the handler; the class of the scope when disposing failed.</param>
    /// <param name="exception">The fault; an <see cref="OperationCanceledException"/> when the host stops or the time was over.</param>
    public virtual void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception)
    {
    }

    /// <summary>The unhandled hook failed.</summary>
    /// <param name="unhandled">What it was called with.</param>
    /// <param name="exception">The fault.</param>
    public virtual void OnUnhandledFailed(in UnhandledEvent unhandled, Exception exception)
    {
    }

    /// <summary>A body differs from its schema. Comes before the handlers are called.</summary>
    /// <param name="drift">The difference.</param>
    public virtual void OnDrift(in WebhookDrift drift)
    {
    }

    /// <summary>A body differs in more places than are remembered.</summary>
    /// <param name="count">How many differences are not told one by one.</param>
    public virtual void OnDriftDropped(int count)
    {
    }

    /// <summary>A body is done; its memory is already given back.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="elapsed">The time since <see cref="OnReceived"/>.</param>
    public virtual void OnCompleted(in WebhookOutcome outcome, TimeSpan elapsed)
    {
    }
}
