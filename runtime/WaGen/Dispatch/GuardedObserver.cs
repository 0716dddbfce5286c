namespace WaGen;

/// <summary>Keeps the faults of an observer away from the processing: a log that cannot be written must not cost an event.</summary>
internal sealed class GuardedObserver(WebhookObserver inner) : WebhookObserver
{
    /// <inheritdoc/>
    public override void OnReceived(int bytes)
    {
        try
        {
            inner.OnReceived(bytes);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnRejected(in WebhookOutcome outcome)
    {
        try
        {
            inner.OnRejected(outcome);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnHandled(in WebhookDelivery delivery, TimeSpan elapsed)
    {
        try
        {
            inner.OnHandled(delivery, elapsed);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnUnhandled(in UnhandledEvent unhandled, bool hookPresent)
    {
        try
        {
            inner.OnUnhandled(unhandled, hookPresent);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnDuplicate(in WebhookDelivery delivery)
    {
        try
        {
            inner.OnDuplicate(delivery);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnUnhandledDuplicate(in UnhandledEvent unhandled)
    {
        try
        {
            inner.OnUnhandledDuplicate(unhandled);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnDeduplicationFailed(DeduplicationOperation operation, Exception exception)
    {
        try
        {
            inner.OnDeduplicationFailed(operation, exception);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception)
    {
        try
        {
            inner.OnHandlerFailed(delivery, handler, exception);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnUnhandledFailed(in UnhandledEvent unhandled, Exception exception)
    {
        try
        {
            inner.OnUnhandledFailed(unhandled, exception);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnDrift(in WebhookDrift drift)
    {
        try
        {
            inner.OnDrift(drift);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnDriftDropped(int count)
    {
        try
        {
            inner.OnDriftDropped(count);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <inheritdoc/>
    public override void OnCompleted(in WebhookOutcome outcome, TimeSpan elapsed)
    {
        try
        {
            inner.OnCompleted(outcome, elapsed);
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }
}
