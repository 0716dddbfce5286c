using WaGen.Runtime;

namespace WaGen;

/// <summary>Asks the store for a processor. A store that fails costs no event: its faults are told to the observer, and answered on the safe side.</summary>
internal sealed class Deduplicator
{
    private static readonly TimeSpan LeastLease = TimeSpan.FromHours(1);

    private readonly IDeduplicationStore _store;
    private readonly WebhookObserver? _observer;
    private readonly int _maxAttempts;
    private readonly DeduplicationKey[][] _handlers;
    private readonly DeduplicationKey _hook;
    private readonly TimeSpan[] _leases;
    private readonly TimeSpan _hookLease;

    public Deduplicator(WebhookProcessorOptions options, WebhookContract contract, HandlerTable handlers, WebhookObserver? observer)
    {
        _store = options.DeduplicationStore!;
        _observer = observer;
        _maxAttempts = options.MaxAttempts ?? int.MaxValue;
        _hook = EventKeys.OfHandler(options.DeduplicationScope, contract, handler: null, number: 0);
        _hookLease = Lease(options, calls: 1, areHeld: false);
        _handlers = new DeduplicationKey[contract.Fields.Count][];
        _leases = new TimeSpan[contract.Fields.Count];
        foreach (WebhookField field in contract.Fields)
        {
            // Two handlers of one class may be made for different things, so they are told apart by their order.
            string[] names = [.. handlers[field].Select(static handler => handler.HandlerType.ToString())];
            _handlers[field.Index] =
            [
                .. handlers[field].Select((handler, i) => EventKeys.OfHandler(
                    options.DeduplicationScope, contract, handler.HandlerType, names.AsSpan(0, i).Count(names[i]))),
            ];
            _leases[field.Index] = Lease(options, names.Length, areHeld: handlers[field].Any(static handler => handler.Instance is null));
        }
    }

    /// <summary>Claims an event for one of its handlers; null when the store failed.</summary>
    public ValueTask<DeduplicationResult?> ClaimAsync(DeduplicationKey item, WebhookField field, int handler, CancellationToken stop) =>
        ClaimAsync(item.With(_handlers[field.Index][handler]), _leases[field.Index], stop);

    /// <summary>Claims an event or part for the unhandled hook; null when the store failed.</summary>
    public ValueTask<DeduplicationResult?> ClaimHookAsync(DeduplicationKey item, CancellationToken stop) => ClaimAsync(item.With(_hook), _hookLease, stop);

    /// <summary>Whether a claim is one more than there may be. The one before it never came back.</summary>
    public bool IsBeyondLastAttempt(DeduplicationClaim claim) => claim.Attempt > _maxAttempts;

    /// <summary>Notes how a call ended.</summary>
    /// <param name="claim">The claim of the call.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="stopped">Whether the host stops, so that a failure says nothing about the handler.</param>
    /// <returns>How it ended; a failure may have been the last one.</returns>
    public ValueTask<CallResult> SettleAsync(DeduplicationClaim claim, CallResult result, bool stopped)
    {
        if (result == CallResult.Failed && !stopped && claim.Attempt >= _maxAttempts)
        {
            result = CallResult.GivenUp;
        }

        // A store in memory answers at once: then there is nothing to wait for, and no state machine is needed.
        DeduplicationOperation operation = result == CallResult.Failed ? DeduplicationOperation.Release : DeduplicationOperation.Complete;
        try
        {
            // The host may stop meanwhile; what has happened is noted all the same.
            ValueTask<bool> noted = operation == DeduplicationOperation.Release
                ? _store.ReleaseAsync(claim, countAttempt: !stopped, CancellationToken.None)
                : _store.CompleteAsync(claim, OutcomeOf(result), CancellationToken.None);
            if (!noted.IsCompletedSuccessfully)
            {
                return WaitAsync(noted, operation, result);
            }

            // Stores may use the sources of their tasks again once the results were taken.
            _ = noted.Result;
        }
        catch (Exception fault)
        {
            _observer?.OnDeduplicationFailed(operation, fault);
        }

        return new ValueTask<CallResult>(result);
    }

    /// <summary>The fault of a call whose last attempt was never reported as ended.</summary>
    public static TimeoutException NeverEnded() =>
        new("The last attempt never ended: its claim ran out, as when the process stops in the middle of a call. It is not tried again.");

    /// <summary>Translates what the store remembers.</summary>
    public static CallResult ResultOf(DeduplicationOutcome outcome) => outcome switch
    {
        DeduplicationOutcome.Left => CallResult.Left,
        DeduplicationOutcome.GivenUp => CallResult.GivenUp,
        _ => CallResult.Handled,
    };

    private static DeduplicationOutcome OutcomeOf(CallResult result) => result switch
    {
        CallResult.Left => DeduplicationOutcome.Left,
        CallResult.GivenUp => DeduplicationOutcome.GivenUp,
        _ => DeduplicationOutcome.Handled,
    };

    /// <summary>The lease of the claims of an event. Scoped handlers hold theirs until the scope is disposed, after the last handler: no lease is shorter than that.</summary>
    private static TimeSpan Lease(WebhookProcessorOptions options, int calls, bool areHeld)
    {
        TimeSpan longest = options.HandlerTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : options.HandlerTimeout * 2 * calls;
        TimeSpan wanted = options.ClaimLease ?? LeastLease;
        return (areHeld || options.ClaimLease is null) && longest > wanted ? longest : wanted;
    }

    private ValueTask<DeduplicationResult?> ClaimAsync(DeduplicationKey key, TimeSpan lease, CancellationToken stop)
    {
        try
        {
            ValueTask<DeduplicationResult> answer = _store.ClaimAsync(key, lease, stop);
            return answer.IsCompletedSuccessfully ? new ValueTask<DeduplicationResult?>(answer.Result) : WaitAsync(answer, stop);
        }
        catch (Exception fault)
        {
            return new ValueTask<DeduplicationResult?>(NoAnswer(fault, stop));
        }
    }

    private async ValueTask<DeduplicationResult?> WaitAsync(ValueTask<DeduplicationResult> answer, CancellationToken stop)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            return NoAnswer(fault, stop);
        }
    }

    private async ValueTask<CallResult> WaitAsync(ValueTask<bool> noted, DeduplicationOperation operation, CallResult result)
    {
        try
        {
            await noted.ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            _observer?.OnDeduplicationFailed(operation, fault);
        }

        return result;
    }

    private DeduplicationResult? NoAnswer(Exception fault, CancellationToken stop)
    {
        if (!stop.IsCancellationRequested)
        {
            _observer?.OnDeduplicationFailed(DeduplicationOperation.Claim, fault);
        }

        return null;
    }
}
