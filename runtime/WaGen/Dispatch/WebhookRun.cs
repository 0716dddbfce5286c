using WaGen.Runtime;

namespace WaGen;

/// <summary>Works through the items of one body: calls handlers, and the hook for what is left.</summary>
/// <remarks>As long as everything that is called completes at once, so do the methods here, and nothing is allocated.</remarks>
internal readonly struct WebhookRun(WebhookProcessor processor, WebhookDocument document, CancellationToken stop)
{
    /// <summary>Works through all items, or through those of one lane, in body order.</summary>
    /// <param name="lanes">The lanes of the items, or null when there is only one.</param>
    /// <param name="lane">The lane to work through.</param>
    public async ValueTask<RunCount> HandleItemsAsync(WebhookLanes? lanes, int lane)
    {
        var count = default(RunCount);
        for (int index = 0; index < document.ItemCount; index++)
        {
            if (lanes is null || lanes[index] == lane)
            {
                DeduplicationKey key = lanes is null ? processor.GetKey(document, index) : lanes.GetKey(index);
                count += await HandleItemAsync(index, key).ConfigureAwait(false);
            }
        }

        return count;
    }

    /// <summary>Calls the hook for a body that is not JSON.</summary>
    public async ValueTask<RunCount> HandleNotJsonAsync() =>
        await HandleUnhandledAsync(index: -1, UnhandledReason.NotJson, processor.GetKey(document, index: -1)).ConfigureAwait(false);

    private async ValueTask<RunCount> HandleItemAsync(int index, DeduplicationKey key)
    {
        if (stop.IsCancellationRequested)
        {
            // Not started, so the sender has to deliver it again.
            return new RunCount(Failed: 1);
        }

        UnhandledReason reason = document.Items[index].Reason;
        if (reason != UnhandledReason.None)
        {
            return await HandleUnhandledAsync(index, reason, key).ConfigureAwait(false);
        }

        long started = processor.Observer is null ? 0 : processor.Time.GetTimestamp();
        HandlerTally tally = await CallHandlersAsync(index, key).ConfigureAwait(false);
        switch (tally.Result)
        {
            case CallResult.Failed:
                return new RunCount(Failed: 1);
            case CallResult.Deferred:
                return new RunCount(Deferred: 1);
            case CallResult.Handled when tally.Ran:
                processor.Observer?.OnHandled(ItemAt(index).Delivery, processor.Time.GetElapsedTime(started));
                return default;
            case CallResult.GivenUp or CallResult.Left when processor.Hook is not null || tally.Ran || tally.IsEmpty:
                reason = tally.Result == CallResult.GivenUp ? UnhandledReason.HandlerFailed : UnhandledReason.NotHandled;
                return await HandleUnhandledAsync(index, reason, key).ConfigureAwait(false);
            default:
                return Skip(index, UnhandledReason.None);
        }
    }

    /// <summary>Calls those handlers of an event that have not run on it before.</summary>
    private async ValueTask<HandlerTally> CallHandlersAsync(int index, DeduplicationKey key)
    {
        WebhookField field = document.Items[index].Field!;
        WebhookHandlerRegistration[] handlers = processor.Handlers[field];
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

            var result = CallResult.Failed;
            try
            {
                if (!isLost)
                {
                    object handler = handlers[i].Instance ?? GetScoped(ref scope, handlers[i].HandlerType);
                    using HandlerTimeouts.Call call = processor.Timeouts.Start(stop);
                    await field.InvokeAsync(handler, ItemAt(index), call.Token).ConfigureAwait(false);
                    result = CallResult.Handled;
                }
            }
            catch (Exception fault)
            {
                processor.Observer?.OnHandlerFailed(ItemAt(index).Delivery, handlers[i].HandlerType, fault);
            }

            // Also after a fault, or the mark would be taken for that of the next handler.
            result = document.TakeLeft(index) && result == CallResult.Handled ? CallResult.Left : result;
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
