using System.Runtime.CompilerServices;
using WaGen.Runtime;

namespace WaGen;

/// <summary>Works through the items of one body: calls handlers, and the hook for what is left.</summary>
/// <remarks>As long as everything that is called completes at once, so do the methods here, and nothing is allocated.</remarks>
internal readonly struct WebhookRun(WebhookProcessor processor, WebhookDocument document, CancellationToken stop)
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
        if (processor.Deduplicator is null && handlers is [{ Instance: not null }])
        {
            return CallOnlyAsync(index, field, handlers[0], started);
        }

        ValueTask<HandlerTally> calls = CallEachAsync(index, key, field, handlers);
        return calls.IsCompletedSuccessfully ? ConcludeAsync(index, key, started, calls.Result) : ConcludeLaterAsync(index, key, started, calls);
    }

    /// <summary>Calls the only handler of an event, which needs neither a claim nor a scope.</summary>
    private ValueTask<RunCount> CallOnlyAsync(int index, WebhookField field, WebhookHandlerRegistration handler, long started)
    {
        IWebhookScope? none = null;
        ValueTask<CallResult> call = CallAsync(index, field, handler, ref none);
        if (!call.IsCompletedSuccessfully)
        {
            return ConcludeLaterAsync(index, key: default, started, TallyAsync(call));
        }

        CallResult result = call.Result;
        if (result == CallResult.Handled)
        {
            processor.Observer?.OnHandled(ItemAt(index).Delivery, processor.Time.GetElapsedTime(started));
            return default;
        }

        var tally = default(HandlerTally);
        tally.Add(result);
        return ConcludeAsync(index, key: default, started, tally);
    }

    private static async ValueTask<HandlerTally> TallyAsync(ValueTask<CallResult> call)
    {
        var tally = default(HandlerTally);
        tally.Add(await call.ConfigureAwait(false));
        return tally;
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

    /// <summary>Calls those handlers of an event that have not run on it before.</summary>
    private async ValueTask<HandlerTally> CallEachAsync(int index, DeduplicationKey key, WebhookField field, WebhookHandlerRegistration[] handlers)
    {
        var tally = default(HandlerTally);
        IWebhookScope? scope = null;
        HeldClaims? held = null;
        for (int i = 0; i < handlers.Length; i++)
        {
            if (i > 0 && stop.IsCancellationRequested)
            {
                // The remaining handlers of the event were not started.
                tally.Add(CallResult.Failed);
                break;
            }

            DeduplicationClaim claim = default;
            bool isLost = false;
            if (processor.Deduplicator is { } deduplicator)
            {
                DeduplicationResult? answer = await deduplicator.ClaimAsync(key, field, i, stop).ConfigureAwait(false);
                if (answer is not { Status: DeduplicationStatus.Claimed } claimed)
                {
                    tally.Remember(ResultOf(answer));
                    continue;
                }

                claim = claimed.Claim;
                isLost = deduplicator.IsBeyondLastAttempt(claim);
            }

            if (isLost)
            {
                processor.Observer?.OnHandlerFailed(ItemAt(index).Delivery, handlers[i].HandlerType, Deduplicator.NeverEnded());
            }

            CallResult result = isLost ? CallResult.Failed : await CallAsync(index, field, handlers[i], ref scope).ConfigureAwait(false);
            if (handlers[i].Instance is null && processor.Deduplicator is not null)
            {
                held ??= new HeldClaims(processor.Deduplicator);
                held.Add(claim, result);
            }
            else
            {
                tally.Add(await SettleAsync(claim, result).ConfigureAwait(false));
            }
        }

        bool disposed = scope is null || await DisposeAsync(scope, index).ConfigureAwait(false);
        if (held is not null)
        {
            return await held.SettleAsync(tally, disposed, stop.IsCancellationRequested).ConfigureAwait(false);
        }

        if (!disposed)
        {
            tally.Add(CallResult.Failed);
        }

        return tally;
    }

    /// <summary>Calls one handler. What it throws counts as a failure.</summary>
    private ValueTask<CallResult> CallAsync(int index, WebhookField field, WebhookHandlerRegistration handler, ref IWebhookScope? scope)
    {
        var call = default(HandlerTimeouts.Call);
        ValueTask task;
        try
        {
            object instance = handler.Instance ?? GetScoped(ref scope, handler.HandlerType);
            call = processor.Timeouts.Start(stop);
            task = field.InvokeAsync(instance, ItemAt(index), call.Token);
            if (!task.IsCompletedSuccessfully)
            {
                return AwaitAsync(task, call, index, handler.HandlerType);
            }

            // The task may stand for an object that is used again once its result was taken.
            task.GetAwaiter().GetResult();
        }
        catch (Exception fault)
        {
            call.Dispose();
            return new ValueTask<CallResult>(Fail(index, handler.HandlerType, fault));
        }

        call.Dispose();
        return new ValueTask<CallResult>(document.TakeLeft(index) ? CallResult.Left : CallResult.Handled);
    }

    private async ValueTask<CallResult> AwaitAsync(ValueTask task, HandlerTimeouts.Call call, int index, Type handlerType)
    {
        try
        {
            using (call)
            {
                await task.ConfigureAwait(false);
            }
        }
        catch (Exception fault)
        {
            return Fail(index, handlerType, fault);
        }

        return document.TakeLeft(index) ? CallResult.Left : CallResult.Handled;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CallResult Fail(int index, Type handlerType, Exception fault)
    {
        processor.Observer?.OnHandlerFailed(ItemAt(index).Delivery, handlerType, fault);

        // Also after a fault, or the mark would be taken for that of the next handler.
        document.TakeLeft(index);
        return CallResult.Failed;
    }

    private async ValueTask<RunCount> HandleUnhandledAsync(int index, UnhandledReason reason, DeduplicationKey key)
    {
        DeduplicationClaim claim = default;
        bool isLost = false;
        if (processor.Hook is not null && processor.Deduplicator is { } deduplicator)
        {
            DeduplicationResult? answer = await deduplicator.ClaimHookAsync(key, stop).ConfigureAwait(false);
            if (answer is not { Status: DeduplicationStatus.Claimed } claimed)
            {
                return ResultOf(answer) switch
                {
                    CallResult.Failed => new RunCount(Failed: 1),
                    CallResult.Deferred => new RunCount(Deferred: 1),
                    _ => Skip(index, reason),
                };
            }

            claim = claimed.Claim;
            isLost = deduplicator.IsBeyondLastAttempt(claim);
        }

        processor.Observer?.OnUnhandled(UnhandledAt(index, reason), processor.Hook is not null);
        if (processor.Hook is null)
        {
            return new RunCount(Unhandled: 1);
        }

        if (isLost)
        {
            processor.Observer?.OnUnhandledFailed(UnhandledAt(index, reason), Deduplicator.NeverEnded());
        }

        var result = CallResult.Failed;
        try
        {
            if (!isLost)
            {
                using HandlerTimeouts.Call call = processor.Timeouts.Start(stop);
                await processor.Hook.OnUnhandledAsync(UnhandledAt(index, reason), call.Token).ConfigureAwait(false);
                result = CallResult.Handled;
            }
        }
        catch (Exception fault)
        {
            processor.Observer?.OnUnhandledFailed(UnhandledAt(index, reason), fault);
        }

        result = await SettleAsync(claim, result).ConfigureAwait(false);
        return new RunCount(Unhandled: 1, Failed: result == CallResult.Failed ? 1 : 0);
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

    private async ValueTask<bool> DisposeAsync(IWebhookScope scope, int index)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception fault)
        {
            processor.Observer?.OnHandlerFailed(ItemAt(index).Delivery, scope.GetType(), fault);
            return false;
        }
    }

    private object GetScoped(ref IWebhookScope? scope, Type handlerType)
    {
        scope ??= processor.Handlers.Scopes!.CreateScope();
        return scope.GetHandler(handlerType) ?? throw new InvalidOperationException($"The scope has no handler {handlerType}.");
    }

    private WebhookItem ItemAt(int index) => new(document, document.Version, index);

    private UnhandledEvent UnhandledAt(int index, UnhandledReason reason) => new(document, document.Version, index, reason);
}
