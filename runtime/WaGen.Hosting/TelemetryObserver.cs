using Microsoft.Extensions.Logging;

namespace WaGen.Hosting;

/// <summary>Turns what a processor tells into logs and metrics.</summary>
internal sealed class TelemetryObserver(string endpoint, ILogger logger, WebhookMetrics metrics, InMemoryDeduplicationStore? store) : WebhookObserver
{
    private const int MostPaths = 1_000;
    private const int MostEvents = 1_000;

    private readonly string _endpoint = endpoint.Length == 0 ? "default" : endpoint;
    private readonly BoundedSet<(DriftKind Kind, string Field, string Path)> _drift = new(MostPaths);
    private readonly BoundedSet<(string? Field, string? Event)> _ignored = new(MostEvents);
    private int _toldEvicting;

    public override void OnReceived(int bytes) => metrics.Received();

    public override void OnRejected(in WebhookOutcome outcome)
    {
        WebhookRejection reason = outcome.Result switch
        {
            WebhookResult.InvalidSignature => WebhookRejection.Signature,
            WebhookResult.TooLarge => WebhookRejection.TooLarge,
            _ => WebhookRejection.NotJson,
        };
        metrics.Rejected(reason);
        if (outcome.Fault is { } fault)
        {
            logger.NotJson(_endpoint, fault.Position, fault.Message);
        }
        else
        {
            logger.Rejected(_endpoint, reason);
        }
    }

    public override void OnHandled(in WebhookDelivery delivery, TimeSpan elapsed)
    {
        // The way of every event, and as a rule nobody listens: then the names are not even read.
        if (metrics.ObservesHandled)
        {
            metrics.Handled(delivery.Field, delivery.Event, elapsed);
        }

        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Handled(delivery.Field, delivery.Event, LogText.Hash(delivery.Identity));
        }
    }

    public override void OnUnhandled(in UnhandledEvent unhandled, bool hookPresent)
    {
        metrics.Unhandled(unhandled.Reason, unhandled.Field, unhandled.Event);
        LogLevel level = unhandled.Reason == UnhandledReason.HandlerFailed ? LogLevel.Warning
            : hookPresent || IsKnownToBeIgnored(unhandled) ? LogLevel.Debug : LogLevel.Warning;
        if (logger.IsEnabled(level))
        {
            logger.Unhandled(
                level, unhandled.Reason, LogText.Name(unhandled.Field), LogText.Name(unhandled.Event), LogText.Path(unhandled.Path), LogText.Hash(unhandled.EntryId));
        }
    }

    public override void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception)
    {
        metrics.Failed(UnhandledReason.None, delivery.Field, delivery.Event);
        logger.HandlerFailed(exception, handler.Name, delivery.Field, delivery.Event, LogText.Hash(delivery.Identity));
    }

    public override void OnUnhandledFailed(in UnhandledEvent unhandled, Exception exception)
    {
        metrics.Failed(unhandled.Reason, unhandled.Field, unhandled.Event);
        logger.UnhandledHandlerFailed(
            exception, unhandled.Reason, LogText.Name(unhandled.Field), LogText.Name(unhandled.Event), LogText.Path(unhandled.Path));
    }

    public override void OnDuplicate(in WebhookDelivery delivery)
    {
        metrics.Duplicate(UnhandledReason.None, delivery.Field, delivery.Event);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.Duplicate(delivery.Field, delivery.Event, LogText.Hash(delivery.Identity));
        }
    }

    public override void OnUnhandledDuplicate(in UnhandledEvent unhandled)
    {
        metrics.Duplicate(unhandled.Reason, unhandled.Field, unhandled.Event);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.UnhandledDuplicate(unhandled.Reason, LogText.Name(unhandled.Field), LogText.Path(unhandled.Path));
        }
    }

    public override void OnDeduplicationFailed(DeduplicationOperation operation, Exception exception)
    {
        metrics.DeduplicationFailed(operation);
        logger.DeduplicationFailed(exception, _endpoint, operation);
    }

    public override void OnDrift(in WebhookDrift drift)
    {
        metrics.Drift(drift.Kind, drift.Field);

        // New members and values are the normal course of things; another kind of value means that a typed member reads as null.
        LogLevel level = drift.Kind is DriftKind.UnknownMember or DriftKind.UnknownValue ? LogLevel.Information : LogLevel.Warning;
        if (!logger.IsEnabled(level))
        {
            return;
        }

        // The set lives as long as the application, so it holds what is short and fit for a log.
        (DriftKind Kind, string Field, string Path) place = (drift.Kind, LogText.Name(drift.Field), LogText.Path(drift.Path));
        if (_drift.TryAdd(place))
        {
            logger.Drift(level, place.Kind, place.Path, place.Field);
        }
    }

    public override void OnDriftDropped(int count) => metrics.DriftDropped(count);

    public override void OnCompleted(in WebhookOutcome outcome, TimeSpan elapsed)
    {
        metrics.Completed(elapsed, outcome.Deferred);
        logger.Processed(
            _endpoint, elapsed.TotalMilliseconds, outcome.Result, outcome.Events, outcome.Unhandled, outcome.Failed, outcome.Duplicates, outcome.Deferred);
        if (Volatile.Read(ref _toldEvicting) == 0 && store is { Evicted: > 0 } && Interlocked.Exchange(ref _toldEvicting, 1) == 0)
        {
            logger.Evicting(_endpoint);
        }
    }

    /// <summary>An application that leaves a kind of event aside is told once, not with every event.</summary>
    private bool IsKnownToBeIgnored(in UnhandledEvent unhandled) =>
        unhandled.Reason == UnhandledReason.NotHandled && !_ignored.TryAdd((unhandled.Field, unhandled.Event));
}
