using WaGen.Client;

namespace WaGen;

/// <summary>Nobody knows whether a request took effect: it was sent, but no usable answer came.</summary>
/// <remarks>
/// <para>
/// The connection broke, the time was up, or a server on the way answered 5xx without an error of the API. The API has no idempotency key, so sending
/// again could do everything twice; the client never does that by itself.
/// </para>
/// <para>
/// A message that was accepted shows in the webhooks: its status carries the <c>biz_opaque_callback_data</c> that was sent with it. Give each message
/// a value of its own there, and wait for its status before sending again.
/// </para>
/// </remarks>
public sealed class WhatsAppOutcomeUnknownException : WhatsAppApiException
{
    /// <summary>Makes an exception.</summary>
    public WhatsAppOutcomeUnknownException()
        : this("Nobody knows whether the request took effect.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is known.</param>
    public WhatsAppOutcomeUnknownException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is known.</param>
    /// <param name="innerException">What caused it; null when nothing did.</param>
    public WhatsAppOutcomeUnknownException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WhatsAppOutcomeUnknownException(ApiFailure failure)
        : base(failure) => Reason = failure.Kind switch
        {
            ApiFailureKind.TimedOut => OutcomeUnknownReason.TimedOut,
            ApiFailureKind.Unreadable => OutcomeUnknownReason.UnreadableAnswer,
            ApiFailureKind.Answered => OutcomeUnknownReason.ServerError,
            _ => OutcomeUnknownReason.ConnectionBroke,
        };

    /// <summary>Gets why nobody knows.</summary>
    public OutcomeUnknownReason Reason { get; init; }
}
