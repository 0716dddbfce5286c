namespace WaGen.Tests.Generated.Schemas;

/// <summary>A call of a handler method or of the unhandled hook.</summary>
/// <param name="Path">Where the event or part stands.</param>
/// <param name="Field">Its field.</param>
/// <param name="Event">The event, null at the hook.</param>
/// <param name="Method">The handler method, null at the hook.</param>
/// <param name="Reason">Why it reached the hook.</param>
internal sealed record RecordedCall(string Path, string? Field, string? Event, string? Method, UnhandledReason Reason)
{
    public override string ToString() => Reason == UnhandledReason.None ? $"{Path}: {Field} {Method}" : $"{Path}: {Reason}";
}
