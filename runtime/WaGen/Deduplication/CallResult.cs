namespace WaGen;

/// <summary>How one call to a handler or to the hook ended, now or when the event came before.</summary>
internal enum CallResult
{
    Handled,
    Left,
    Failed,
    GivenUp,

    /// <summary>There was no call: it runs elsewhere, or the store could not be asked.</summary>
    Deferred,
}
