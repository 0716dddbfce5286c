namespace WaGen;

// What no handler takes.
internal readonly partial struct WebhookRun
{
    private ValueTask<RunCount> HandleUnhandledAsync(int index, UnhandledReason reason, DeduplicationKey key)
    {
        if (processor.Hook is { } hook)
        {
            return CallHookAsync(hook, index, reason, key);
        }

        processor.Observer?.OnUnhandled(UnhandledAt(index, reason), hookPresent: false);
        return new ValueTask<RunCount>(new RunCount(Unhandled: 1));
    }

    private async ValueTask<RunCount> CallHookAsync(IUnhandledHandler hook, int index, UnhandledReason reason, DeduplicationKey key)
    {
        DeduplicationClaim claim = default;
        bool isLost = false;
        if (processor.Deduplicator is { } deduplicator)
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

        processor.Observer?.OnUnhandled(UnhandledAt(index, reason), hookPresent: true);
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
                await hook.OnUnhandledAsync(UnhandledAt(index, reason), call.Token).ConfigureAwait(false);
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
}
