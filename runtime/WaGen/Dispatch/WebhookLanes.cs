using WaGen.Runtime;

namespace WaGen;

/// <summary>Works through a body on several threads and keeps the order of events that belong together: they share a lane.</summary>
internal sealed class WebhookLanes
{
    private const int ScratchBytes = 256;

    private readonly int[] _lanes;
    private readonly DeduplicationKey[]? _keys;
    private readonly int _count;

    private WebhookLanes(int[] lanes, DeduplicationKey[]? keys, int count)
    {
        _lanes = lanes;
        _keys = keys;
        _count = count;
    }

    /// <summary>Gets the lane of an item, counted from 0 in the order of the body.</summary>
    public int this[int index] => _lanes[index];

    /// <summary>
    /// Gives each item its lane: the same one for the same order key, and for the items of a field that have none. An event that stands in
    /// the body twice is in the lane of the first, so that the second meets what has become of it.
    /// </summary>
    /// <param name="processor">The processor.</param>
    /// <param name="document">The routed document.</param>
    /// <param name="concurrency">How many lanes are worked on at a time.</param>
    /// <returns>The lanes; null when all items share one.</returns>
    public static WebhookLanes? Assign(WebhookProcessor processor, WebhookDocument document, int concurrency)
    {
        if (document.ItemCount < 2)
        {
            return null;
        }

        // Order keys of one hash share a lane, which costs a little speed and never the order.
        var laneOfOrder = new Dictionary<int, int>();
        var lanes = new int[document.ItemCount];
        DeduplicationKey[]? keys = processor.Deduplicator is null ? null : new DeduplicationKey[lanes.Length];
        Dictionary<DeduplicationKey, int>? laneOfKey = keys is null ? null : new(lanes.Length);
        for (int i = 0; i < lanes.Length; i++)
        {
            DeduplicationKey key = processor.GetKey(document, i);
            if (keys is not null)
            {
                keys[i] = key;
                if (laneOfKey!.TryGetValue(key, out lanes[i]))
                {
                    continue;
                }
            }

            int order = GetOrderHash(document, i);
            if (!laneOfOrder.TryGetValue(order, out lanes[i]))
            {
                lanes[i] = laneOfOrder.Count;
                laneOfOrder.Add(order, lanes[i]);
            }

            laneOfKey?.Add(key, lanes[i]);
        }

        return laneOfOrder.Count == 1 ? null : new WebhookLanes(lanes, keys, laneOfOrder.Count);
    }

    /// <summary>Returns the key of an item, which was made when the lanes were.</summary>
    public DeduplicationKey GetKey(int index) => _keys is null ? default : _keys[index];

    /// <summary>Works through all lanes; whoever has finished one takes the next that nobody has begun.</summary>
    public async ValueTask<RunCount> RunAsync(WebhookRun run, int concurrency)
    {
        int next = -1;
        var workers = new Task<RunCount>[Math.Min(concurrency, _count)];
        for (int i = 0; i < workers.Length; i++)
        {
            workers[i] = Task.Run(WorkAsync, CancellationToken.None);
        }

        RunCount[] counts = await Task.WhenAll(workers).ConfigureAwait(false);
        return counts.Aggregate(static (sum, part) => sum + part);

        async Task<RunCount> WorkAsync()
        {
            var sum = default(RunCount);
            for (int lane = Interlocked.Increment(ref next); lane < _count; lane = Interlocked.Increment(ref next))
            {
                sum += await run.HandleItemsAsync(this, lane).ConfigureAwait(false);
            }

            return sum;
        }
    }

    private static int GetOrderHash(WebhookDocument document, int index)
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
