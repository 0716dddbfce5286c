namespace PartnerPortal.Demo;

/// <summary>The clock of the platform, which runs ahead so that no two events of the demo happen in one second: webhooks of the same content and second count as the same.</summary>
internal sealed class DemoClock : TimeProvider
{
    private long _ahead;

    /// <summary>Sets the clock forward.</summary>
    /// <param name="by">How far.</param>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
