namespace WaGen.AspNetCore.Tests.Support;

/// <summary>An unhandled hook that takes notes.</summary>
internal sealed class RecordingHook(Recorder recorder) : IUnhandledHandler
{
    public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
    {
        recorder.Add(unhandled);
        return ValueTask.CompletedTask;
    }
}
