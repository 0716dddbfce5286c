namespace WaGen.Client;

/// <summary>A call that waits for its place.</summary>
internal sealed class QuotaWaiter
{
    private TaskCompletionSource _changed = New();

    /// <summary>Is done when the place has to be found anew.</summary>
    public Task Changed => _changed.Task;

    /// <summary>Makes the call look again.</summary>
    public void Signal() => _changed.TrySetResult();

    /// <summary>Looks out for the next change.</summary>
    public void Renew()
    {
        if (_changed.Task.IsCompleted)
        {
            _changed = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
