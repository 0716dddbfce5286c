namespace WaGen;

/// <summary>How a <see cref="WebhookProcessor"/> works. Read once, when the processor is made.</summary>
public sealed class WebhookProcessorOptions
{
    /// <summary>Gets or sets the longest body that is taken, in bytes.</summary>
    /// <value>3 MiB (3,145,728) by default; a body of exactly this length is taken.</value>
    public int MaxBodyBytes { get; set; } = 3 * 1024 * 1024;

    /// <summary>Gets or sets how many events of one body may run at the same time.</summary>
    /// <value>1 by default: all events run in body order.</value>
    /// <remarks>Above 1, events with the same order key still run in body order, and so do the events without one within each field.</remarks>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Gets or sets after which time the token of one call to a handler is cancelled.</summary>
    /// <value>Infinite by default.</value>
    /// <remarks>A handler that does not watch its token is waited for all the same. The token must not be used after the handler returned.</remarks>
    public TimeSpan HandlerTimeout { get; set; } = Timeout.InfiniteTimeSpan;

    /// <summary>Gets or sets what remembers which handler has run on which event.</summary>
    /// <value>Null by default: an event that is delivered again is handled again.</value>
    public IDeduplicationStore? DeduplicationStore { get; set; }

    /// <summary>Gets or sets the name that tells the events of this processor from those of others that use the same store.</summary>
    /// <value>Empty by default.</value>
    public string DeduplicationScope { get; set; } = string.Empty;

    /// <summary>Gets or sets how long a claim holds that nobody gives back, because the process ended or a call never returned.</summary>
    /// <value>
    /// Null by default: one hour, or twice <see cref="HandlerTimeout"/> for each handler of the event when that is longer.
    /// </value>
    /// <remarks>
    /// A handler that takes longer than this can meet itself on another delivery of the event. Scoped handlers hold their claim until the last handler
    /// of the event has ended, so where there are such, a claim holds at least for twice the time limit of all handlers together.
    /// </remarks>
    public TimeSpan? ClaimLease { get; set; }

    /// <summary>Gets or sets how often a handler may fail on one event before it is given up.</summary>
    /// <value>Null by default: as often as the sender delivers the event.</value>
    /// <remarks>
    /// The unhandled hook then gets the event with <see cref="UnhandledReason.HandlerFailed"/>, and the event no longer makes the sender deliver again. The
    /// hook itself is given up likewise. Needs a <see cref="DeduplicationStore"/>, which counts.
    /// </remarks>
    public int? MaxAttempts { get; set; }

    /// <summary>Gets or sets the services of the application, where replies to events find their client.</summary>
    /// <value>Null by default: events are not answered by their context.</value>
    public IServiceProvider? Services { get; set; }

    /// <summary>Gets or sets the clock.</summary>
    /// <value>The clock of the system by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Throws when a value is out of range.</summary>
    /// <exception cref="ArgumentException">One is.</exception>
    internal static void Check(WebhookProcessorOptions options)
    {
        string? problem = options switch
        {
            { MaxBodyBytes: < 1 } => "MaxBodyBytes must be at least 1.",
            { MaxConcurrency: < 1 } => "MaxConcurrency must be at least 1.",
            { TimeProvider: null } => "TimeProvider must not be null.",
            { DeduplicationScope: null } => "DeduplicationScope must not be null.",
            { MaxAttempts: < 1 } => "MaxAttempts must be at least 1, or null.",
            { MaxAttempts: not null, DeduplicationStore: null } => "MaxAttempts needs a DeduplicationStore, which counts the attempts.",
            { ClaimLease.Ticks: <= 0 } => "ClaimLease must be positive, or null.",
            _ when options.ClaimLease <= options.HandlerTimeout => "ClaimLease must be longer than HandlerTimeout, or null.",
            _ when options.HandlerTimeout == Timeout.InfiniteTimeSpan => null,
            { HandlerTimeout.Ticks: <= 0 } => "HandlerTimeout must be positive or infinite.",
            { HandlerTimeout.TotalMilliseconds: > int.MaxValue } => "HandlerTimeout must be less than 24 days or infinite.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }
}
