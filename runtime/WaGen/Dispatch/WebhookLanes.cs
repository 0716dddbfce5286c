using WaGen.Runtime;

namespace WaGen;

/// <summary>Works through a body on several threads and keeps the order of events that belong together: they share a lane.</summary>
internal static class WebhookLanes
{
    private const int ScratchBytes = 256;

    /// <summary>Gives each item its lane: the same one for the same order key, and for the items of a field that have none.</summary>
    /// <param name="document">The routed document.</param>
    /// <param name="concurrency">How many lanes are worked on at a time.</param>
    /// <returns>The lane of each item, counted from 0 in the order of the body; null when all share one.</returns>
    public static int[]? Assign(WebhookDocument document, int concurrency)
    {
        if (concurrency == 1 || document.ItemCount < 2)
        {
            return null;
        }

        // Keys of one hash share a lane, which costs a little speed and never the order.
        var laneOfKey = new Dictionary<int, int>();
        var lanes = new int[document.ItemCount];
        for (int i = 0; i < lanes.Length; i++)
        {
            int key = GetHash(document, i);
            if (!laneOfKey.TryGetValue(key, out lanes[i]))
            {
                lanes[i] = laneOfKey.Count;
                laneOfKey.Add(key, lanes[i]);
            }
        }

        return laneOfKey.Count == 1 ? null : lanes;
    }

    /// <summary>Works through all lanes; whoever has finished one takes the next that nobody has begun.</summary>
    public static async ValueTask<RunCount> RunAsync(WebhookRun run, int[] lanes, int concurrency)
    {
        int count = lanes.Max() + 1;
        int next = -1;
        var workers = new Task<RunCount>[Math.Min(concurrency, count)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = Task.Run(WorkAsync, CancellationToken.None);
        }

        RunCount[] counts = await Task.WhenAll(workers).ConfigureAwait(false);
        return counts.Aggregate(static (sum, part) => sum + part);

        async Task<RunCount> WorkAsync()
        {
            var sum = default(RunCount);
            for (int lane = Interlocked.Increment(ref next); lane < count; lane = Interlocked.Increment(ref next))
            {
                sum += await run.HandleItemsAsync(lanes, lane).ConfigureAwait(false);
            }

            return sum;
        }
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
