namespace WaGen;

/// <summary>How much an <see cref="InMemoryDeduplicationStore"/> remembers, and for how long.</summary>
public sealed class InMemoryDeduplicationStoreOptions
{
    /// <summary>Gets or sets how many keys are remembered: one for each handler of each event.</summary>
    /// <value>1,000,000 by default, which takes about 52 MB when it is reached. Memory grows with use.</value>
    public int Capacity { get; set; } = 1_000_000;

    /// <summary>Gets or sets how long a key is remembered after the handler ended.</summary>
    /// <value>24 hours by default.</value>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Gets or sets the clock.</summary>
    /// <value>The clock of the system by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
