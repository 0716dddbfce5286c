namespace WaGen;

/// <summary>How an endpoint recognizes events that are delivered again. Read once, at start.</summary>
public sealed class WhatsAppDeduplicationOptions
{
    /// <summary>Whether events that are delivered again are kept from the handlers that have run on them.</summary>
    /// <value>True by default.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How many keys are remembered in memory: one for each handler of each event.</summary>
    /// <value>1,000,000 by default, about 52 MB once it is reached. A store of your own does not look at it.</value>
    public int Capacity { get; set; } = 1_000_000;

    /// <summary>How long a key is remembered in memory after the handler ended.</summary>
    /// <value>24 hours by default; Meta repeats for up to 7 days. A store of your own does not look at it.</value>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long an event stays claimed for a handler that never comes back.</summary>
    /// <value>Null by default: one hour, or more when <see cref="WhatsAppWebhookOptions.HandlerTimeout"/> asks for more.</value>
    public TimeSpan? ClaimLease { get; set; }
}
