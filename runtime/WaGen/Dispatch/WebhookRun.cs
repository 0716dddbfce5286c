using WaGen.Runtime;

namespace WaGen;

/// <summary>Works through the items of one body: calls handlers, and the hook for what is left.</summary>
/// <remarks>As long as everything that is called completes at once, so do the methods here, and nothing is allocated.</remarks>
internal readonly struct WebhookRun(WebhookProcessor processor, WebhookDocument document, CancellationToken stop)
{
    private enum ItemResult
    {
        Handled,
        Left,
        Failed,
    }

    /// <summary>Works through all items, or through those of one lane, in body order.</summary>
    /// <param name="lanes">The lane of each item, or null when there is only one.</param>
    /// <param name="lane">The lane to work through.</param>
    public async ValueTask<RunCount> HandleItemsAsync(int[]? lanes, int lane)
    {
        var count = default(RunCount);
        for (int index = 0; index < document.ItemCount; index++)
        {
            if (lanes is null || lanes[index] == lane)
            {
                count += await HandleItemAsync(index).ConfigureAwait(false);
            }
        }

        return count;
    }

    /// <summary>Calls the hook for a body that is not JSON.</summary>
    public async ValueTask<RunCount> HandleNotJsonAsync() => await HandleUnhandledAsync(index: -1, UnhandledReason.NotJson).ConfigureAwait(false);

    private async ValueTask<RunCount> HandleItemAsync(int index)
    {
        if (stop.IsCancellationRequested)
        {
            // Not started, so the sender has to deliver it again.
            return new RunCount(Unhandled: 0, Failed: 1);
        }

        UnhandledReason reason = document.Items[index].Reason;
        if (reason == UnhandledReason.None)
        {
            ItemResult result = await CallHandlersAsync(index).ConfigureAwait(false);
            if (result != ItemResult.Left)
            {
                return new RunCount(Unhandled: 0, Failed: result == ItemResult.Failed ? 1 : 0);
            }

            reason = UnhandledReason.NotHandled;
        }

        return await HandleUnhandledAsync(index, reason).ConfigureAwait(false);
    }

    private async ValueTask<ItemResult> CallHandlersAsync(int index)
    {
        WebhookHandlerRegistration[] handlers = processor.Handlers[document.Items[index].Field!];
        long started = processor.Observer is null ? 0 : processor.Time.GetTimestamp();
        IWebhookScope? scope = null;
        bool failed = false;
        int left = 0;
        for (int i = 0; i < handlers.Length; i++)
        {
            if (i > 0 && stop.IsCancellationRequested)
            {
                // The remaining handlers of the event were not started.
                failed = true;
                break;
            }

            try
            {
                object handler = handlers[i].Instance ?? GetScoped(ref scope, handlers[i].HandlerType);
                using HandlerTimeouts.Call call = processor.Timeouts.Start(stop);
                await document.Items[index].Field!.InvokeAsync(handler, ItemAt(index), call.Token).ConfigureAwait(false);
                left += document.TakeLeft(index) ? 1 : 0;
            }
            catch (Exception fault)
            {
                failed = true;
                processor.Observer?.OnHandlerFailed(ItemAt(index).Delivery, handlers[i].HandlerType, fault);
            }
        }

        if (scope is not null)
        {
            failed |= !await DisposeAsync(scope, index).ConfigureAwait(false);
        }

        if (failed)
        {
            return ItemResult.Failed;
        }

        if (left == handlers.Length)
        {
            return ItemResult.Left;
        }

        processor.Observer?.OnHandled(ItemAt(index).Delivery, processor.Time.GetElapsedTime(started));
        return ItemResult.Handled;
    }

    private async ValueTask<RunCount> HandleUnhandledAsync(int index, UnhandledReason reason)
    {
        processor.Observer?.OnUnhandled(UnhandledAt(index, reason), processor.Hook is not null);
        if (processor.Hook is null)
        {
            return new RunCount(Unhandled: 1, Failed: 0);
        }

        try
        {
            using HandlerTimeouts.Call call = processor.Timeouts.Start(stop);
            await processor.Hook.OnUnhandledAsync(UnhandledAt(index, reason), call.Token).ConfigureAwait(false);
            return new RunCount(Unhandled: 1, Failed: 0);
        }
        catch (Exception fault)
        {
            processor.Observer?.OnUnhandledFailed(UnhandledAt(index, reason), fault);
            return new RunCount(Unhandled: 1, Failed: 1);
        }
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
