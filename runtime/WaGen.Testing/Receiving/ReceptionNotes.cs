namespace WaGen.Testing;

/// <summary>What is noted while one body is processed, by several threads when events run at the same time.</summary>
internal sealed class ReceptionNotes
{
    private readonly Lock _lock = new();
    private readonly List<HandledEvent> _handled = [];
    private readonly List<LeftEvent> _left = [];
    private readonly List<HandlerFailure> _failures = [];
    private readonly List<string> _differences = [];

    public void Add(HandledEvent handled)
    {
        lock (_lock)
        {
            _handled.Add(handled);
        }
    }

    public void Add(LeftEvent left)
    {
        lock (_lock)
        {
            _left.Add(left);
        }
    }

    public void Add(HandlerFailure failure)
    {
        lock (_lock)
        {
            _failures.Add(failure);
        }
    }

    public void Add(string difference)
    {
        lock (_lock)
        {
            _differences.Add(difference);
        }
    }

    public WebhookReception Finish(WebhookOutcome outcome)
    {
        lock (_lock)
        {
            return new WebhookReception(outcome, [.. _handled], [.. _left], [.. _failures], [.. _differences]);
        }
    }
}
