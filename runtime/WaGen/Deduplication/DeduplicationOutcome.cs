namespace WaGen;

/// <summary>How a handler ended on an event, once and for all. Stores keep the number.</summary>
public enum DeduplicationOutcome
{
    /// <summary>It took the event.</summary>
    Handled = 0,

    /// <summary>It left the event to others.</summary>
    Left = 1,

    /// <summary>It failed as often as it may.</summary>
    GivenUp = 2,
}
