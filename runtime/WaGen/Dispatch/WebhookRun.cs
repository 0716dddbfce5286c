using System.Runtime.CompilerServices;
using WaGen.Runtime;

namespace WaGen;

/// <summary>Works through the items of one body: calls handlers, and the hook for what is left.</summary>
/// <remarks>As long as everything that is called completes at once, so do the methods here, and nothing is allocated.</remarks>
internal readonly partial struct WebhookRun(WebhookProcessor processor, WebhookDocument document, CancellationToken stop)
{
    /// <summary>Works through all items, or through those of one lane, in body order.</summary>
    /// <param name="lanes">The lanes of the items, or null when there is only one.</param>
    /// <param name="lane">The lane to work through.</param>
    public ValueTask<RunCount> HandleItemsAsync(WebhookLanes? lanes, int lane)
    {
        var count = default(RunCount);
        ExecutionContext? surroundings = ExecutionContext.Capture();
        for (int index = 0; index < document.ItemCount; index++)
        {
            if (lanes is not null && lanes[index] != lane)
            {
                continue;
            }

            ValueTask<RunCount> item = HandleApartAsync(surroundings, index, KeyOf(lanes, index));
            if (!item.IsCompletedSuccessfully)
            {
                return HandleRestAsync(item, count, index + 1, lanes, lane);
            }

            count += item.Result;
        }

        return new ValueTask<RunCount>(count);
    }

    /// <summary>Calls the hook for a body that is not JSON.</summary>
    public ValueTask<RunCount> HandleNotJsonAsync() =>
        HandleUnhandledAsync(index: -1, UnhandledReason.NotJson, processor.GetKey(document, index: -1));

    /// <summary>Goes on with the items from an index on, after one that takes its time.</summary>
    private async ValueTask<RunCount> HandleRestAsync(ValueTask<RunCount> pending, RunCount count, int index, WebhookLanes? lanes, int lane)
    {
        count += await pending.ConfigureAwait(false);
        ExecutionContext? surroundings = ExecutionContext.Capture();
        for (; index < document.ItemCount; index++)
        {
            if (lanes is null || lanes[index] == lane)
            {
                count += await HandleApartAsync(surroundings, index, KeyOf(lanes, index)).ConfigureAwait(false);
            }
        }

        return count;
    }

    /// <summary>Takes back what a handler has set in its surroundings, such as a culture, as if each event had a method of its own that is async.</summary>
    private ValueTask<RunCount> HandleApartAsync(ExecutionContext? surroundings, int index, DeduplicationKey key)
    {
        if (surroundings is null)
        {
            // Where nothing flows, nothing can be captured either; only a method that is async restores it then.
            return HandleWhereNothingFlowsAsync(index, key);
        }

        ValueTask<RunCount> item = HandleItemAsync(index, key);
        if (ExecutionContext.Capture() != surroundings)
        {
            ExecutionContext.Restore(surroundings);
        }

        return item;
    }

    private async ValueTask<RunCount> HandleWhereNothingFlowsAsync(int index, DeduplicationKey key) =>
        await HandleItemAsync(index, key).ConfigureAwait(false);

    private DeduplicationKey KeyOf(WebhookLanes? lanes, int index) => lanes is null ? processor.GetKey(document, index) : lanes.GetKey(index);

    private ValueTask<RunCount> HandleItemAsync(int index, DeduplicationKey key)
    {
        if (stop.IsCancellationRequested)
        {
            // Not started, so the sender has to deliver it again.
            return new ValueTask<RunCount>(new RunCount(Failed: 1));
        }

        UnhandledReason reason = document.Items[index].Reason;
        if (reason != UnhandledReason.None)
        {
            return HandleUnhandledAsync(index, reason, key);
        }

        long started = processor.Observer is null ? 0 : processor.Time.GetTimestamp();
        WebhookField field = document.Items[index].Field!;
        WebhookHandlerRegistration[] handlers = processor.Handlers[field];
        if (handlers.Length == 0)
        {
            return ConcludeAsync(index, key, started, default);
        }

        if (processor.Deduplicator is null && handlers is [{ Instance: not null }])
        {
            return CallOnlyAsync(index, field, handlers[0], started);
        }

        ValueTask<HandlerTally> calls = CallEachAsync(index, key, field, handlers);
        return calls.IsCompletedSuccessfully ? ConcludeAsync(index, key, started, calls.Result) : ConcludeLaterAsync(index, key, started, calls);
    }

    private async ValueTask<RunCount> ConcludeLaterAsync(int index, DeduplicationKey key, long started, ValueTask<HandlerTally> calls) =>
        await ConcludeAsync(index, key, started, await calls.ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Does what is left to do once the handlers of an event have ended.</summary>
    private ValueTask<RunCount> ConcludeAsync(int index, DeduplicationKey key, long started, in HandlerTally tally)
    {
        CallResult result = tally.Result;
        switch (result)
        {
            case CallResult.Failed:
                return new ValueTask<RunCount>(new RunCount(Failed: 1));
            case CallResult.Deferred:
                return new ValueTask<RunCount>(new RunCount(Deferred: 1));
            case CallResult.Handled when tally.Ran:
                processor.Observer?.OnHandled(ItemAt(index).Delivery, processor.Time.GetElapsedTime(started));
                return default;
            case CallResult.GivenUp or CallResult.Left when processor.Hook is not null || tally.Ran || tally.IsEmpty:
                return HandleUnhandledAsync(index, result == CallResult.GivenUp ? UnhandledReason.HandlerFailed : UnhandledReason.NotHandled, key);
            default:
                return new ValueTask<RunCount>(Skip(index, UnhandledReason.None));
        }
    }

    private ValueTask<CallResult> SettleAsync(DeduplicationClaim claim, CallResult result) =>
        processor.Deduplicator is null
            ? new ValueTask<CallResult>(result)
            : processor.Deduplicator.SettleAsync(claim, result, stop.IsCancellationRequested);

    /// <summary>What an answer other than a claim means.</summary>
    private CallResult ResultOf(DeduplicationResult? answer) => answer switch
    {
        { Status: DeduplicationStatus.Completed, Outcome: DeduplicationOutcome outcome } => Deduplicator.ResultOf(outcome),
        null when stop.IsCancellationRequested => CallResult.Failed,
        _ => CallResult.Deferred,
    };

    /// <summary>Counts an item that needs nothing more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private RunCount Skip(int index, UnhandledReason reason)
    {
        if (index >= 0 && document.Items[index].Reason == UnhandledReason.None)
        {
            processor.Observer?.OnDuplicate(ItemAt(index).Delivery);
        }
        else
        {
            processor.Observer?.OnUnhandledDuplicate(UnhandledAt(index, reason));
        }

        return new RunCount(Duplicates: 1);
    }

    private WebhookItem ItemAt(int index) => new(document, document.Version, index);

    private UnhandledEvent UnhandledAt(int index, UnhandledReason reason) => new(document, document.Version, index, reason);
}
