using System.Runtime.CompilerServices;
using WaGen.Runtime;

namespace WaGen;

// The calls to handlers.
internal readonly partial struct WebhookRun
{
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
}
