namespace WaGen;

/// <summary>How much of a quota of calls is left, as far as this client knows.</summary>
/// <param name="Name">The name of the quota in the schema, such as <c>management</c>.</param>
/// <param name="Calls">How many calls are accepted in <paramref name="Period"/>.</param>
/// <param name="Period">The span of time, which slides.</param>
/// <param name="Remaining">How many calls can be sent now without waiting; 0 when others wait already.</param>
/// <param name="NextAt">When the next call can be sent; now, when some remain.</param>
public sealed record QuotaState(string Name, int Calls, TimeSpan Period, int Remaining, DateTimeOffset NextAt);
