namespace WaGen.Client;

/// <summary>Calls that count against a quota. What happened within a short time is one entry.</summary>
/// <param name="First">When the first of them was sent.</param>
/// <param name="Last">When the last of them was sent; a period later all of them are free again.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct QuotaEntry(TimeSpan First, TimeSpan Last, int Count);
