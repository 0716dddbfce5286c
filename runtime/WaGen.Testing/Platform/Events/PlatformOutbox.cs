namespace WaGen.Testing;

/// <summary>Webhooks that wait until what happened is done.</summary>
internal sealed class PlatformOutbox(FakeGraph graph)
{
    private readonly List<PlatformEvent> _waiting = [];

    public void Add(PlatformEvent happened)
    {
        if (happened.Targets.Count > 0)
        {
            _waiting.Add(happened);
        }
    }

    /// <summary>Takes what waits. The webhooks belong to those that <see cref="FakeGraph.WhenIdleAsync"/> waits for from now on.</summary>
    /// <returns>Starts to post them; null when there is nothing to post.</returns>
    public Action? Take()
    {
        if (_waiting.Count == 0)
        {
            return null;
        }

        PlatformEvent[] events = [.. _waiting];
        _waiting.Clear();
        return graph.PostLater(events);
    }
}
