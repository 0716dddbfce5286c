namespace WaGen.Testing;

/// <summary>The failures that were asked for and did not happen yet.</summary>
internal sealed class FailureQueue
{
    private readonly Lock _lock = new();
    private readonly List<Pending> _pending = [];

    public void Add(FakeFailure failure)
    {
        lock (_lock)
        {
            _pending.Add(new Pending(failure) { Left = failure.Times });
        }
    }

    /// <summary>Takes the failure of a request.</summary>
    /// <returns>The failure; null when it shall be served.</returns>
    public FakeFailure? Take(string? operation)
    {
        lock (_lock)
        {
            Pending? next = _pending.Find(p => p.Failure.Operation is null || string.Equals(p.Failure.Operation, operation, StringComparison.Ordinal));
            if (next is not null && --next.Left == 0)
            {
                _pending.Remove(next);
            }

            return next?.Failure;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _pending.Clear();
        }
    }

    private sealed class Pending(FakeFailure failure)
    {
        public FakeFailure Failure { get; } = failure;

        public int Left { get; set; }
    }
}
