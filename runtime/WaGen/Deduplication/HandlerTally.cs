namespace WaGen;

/// <summary>Adds up how the handlers of one event ended.</summary>
internal struct HandlerTally
{
    private int _handled;
    private int _left;
    private int _failed;
    private int _givenUp;
    private int _deferred;

    /// <summary>Gets whether any handler was called now.</summary>
    public bool Ran { get; private set; }

    /// <summary>Gets whether there was no handler.</summary>
    public readonly bool IsEmpty => _handled + _left + _failed + _givenUp + _deferred == 0;

    /// <summary>Gets what this means for the event: the worst counts.</summary>
    public readonly CallResult Result =>
        _failed > 0 ? CallResult.Failed
        : _deferred > 0 ? CallResult.Deferred
        : _givenUp > 0 ? CallResult.GivenUp
        : _handled > 0 ? CallResult.Handled
        : CallResult.Left;

    /// <summary>Adds a call that was made now.</summary>
    public void Add(CallResult result)
    {
        Ran = true;
        Remember(result);
    }

    /// <summary>Adds a call that was made when the event came before, or could not be made.</summary>
    public void Remember(CallResult result)
    {
        switch (result)
        {
            case CallResult.Handled: _handled++; break;
            case CallResult.Left: _left++; break;
            case CallResult.Failed: _failed++; break;
            case CallResult.GivenUp: _givenUp++; break;
            default: _deferred++; break;
        }
    }
}
