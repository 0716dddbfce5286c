using WaGen.Runtime;

namespace WaGen;

/// <summary>Works through a body on several threads and keeps the order of events that belong together.</summary>
internal static class WebhookLanes
{
    private const int ScratchBytes = 256;

    /// <summary>Gives each item its lane: the same one for the same order key, and for the items of a field that have none.</summary>
    /// <param name="document">The routed document.</param>
    /// <param name="count">How many lanes there may be.</param>
    /// <returns>The lane of each item, or null when all share one.</returns>
    public static int[]? Assign(WebhookDocument document, int count)
    {
        if (count == 1 || document.ItemCount < 2)
        {
            return null;
        }

        var lanes = new int[document.ItemCount];
        for (int i = 0; i < lanes.Length; i++)
        {
            lanes[i] = (int)((uint)GetHash(document, i) % (uint)count);
        }

        return lanes.AsSpan().ContainsAnyExcept(lanes[0]) ? lanes : null;
    }

    /// <summary>Works through all lanes.</summary>
    public static async ValueTask<RunCount> RunAsync(WebhookRun run, int[] lanes)
    {
        var running = new Dictionary<int, Task<RunCount>>();
        foreach (int lane in lanes)
        {
            if (!running.ContainsKey(lane))
            {
                running.Add(lane, Task.Run(() => run.HandleItemsAsync(lanes, lane).AsTask(), CancellationToken.None));
            }
        }

        RunCount[] counts = await Task.WhenAll(running.Values).ConfigureAwait(false);
        return counts.Aggregate(static (sum, count) => sum + count);
    }

    private static int GetHash(WebhookDocument document, int index)
    {
        RoutedItem item = document.Items[index];
        if (item.Field is null)
        {
            return 0;
        }

        int hash = item.Field.Index;
        if (item.Reason == UnhandledReason.None)
        {
            var key = new WebhookKey(stackalloc byte[ScratchBytes]);
            item.Field.WriteOrderKey(new WebhookItem(document, document.Version, index), ref key);
            hash = key.IsEmpty ? hash : key.GetHash();
            key.Dispose();
        }

        return hash;
    }
}
