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
