using System.Net;
using WaGen.Client;

namespace WaGen;

/// <summary>An operation failed: the API refused it, or nothing usable came back.</summary>
/// <remarks>
/// <see cref="ErrorClass"/> says what can be done; what could be repeated by itself was repeated before, within the limits of the options.
/// The exception's message holds codes, the name of the error and advice, but nothing that the API wrote: <see cref="ApiMessage"/>,
/// <see cref="Details"/> and <see cref="UserMessage"/> may name a phone number, so log them with care.
/// </remarks>
public class WhatsAppApiException : Exception
{
    /// <summary>Makes an exception.</summary>
    public WhatsAppApiException()
        : this("An operation of the API failed.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong.</param>
    public WhatsAppApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What caused it; null when nothing did.</param>
    public WhatsAppApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal WhatsAppApiException(ApiFailure failure)
        : base(failure.Describe(), failure.Cause)
    {
        Operation = failure.Operation.Name;
        StatusCode = failure.Status;
        ErrorClass = failure.Class;
        RetryAfter = failure.RetryAfter;
        MayRepeat = failure.MayRepeat;
        Title = failure.Entry?.Title;
        if (failure.Error is { } error)
        {
            Code = error.Code;
            Subcode = error.Subcode;
            Type = error.Type;
            TraceId = error.TraceId;
            ApiMessage = error.Message;
            Details = error.Details;
            UserTitle = error.UserTitle;
            UserMessage = error.UserMessage;
            IsTransient = error.IsTransient == true;
            Error = error.Payload;
        }
    }

    /// <summary>Gets the name of the operation, such as <c>SendMessage</c>; null when nothing is said.</summary>
    public string? Operation { get; init; }

    /// <summary>Gets the status of the answer; null when no answer came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the error's code, which decides; null when the answer held none.</summary>
    public int? Code { get; init; }

    /// <summary>Gets the error's subcode; null when the answer held none.</summary>
    public int? Subcode { get; init; }

    /// <summary>Gets the error's type, such as <c>OAuthException</c>; null when the answer held none.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the id under which Meta's support finds the request; null when the answer held none.</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets a few words that name the error, from the schema's table; null when it does not list the code.</summary>
    public string? Title { get; init; }

    /// <summary>Gets what the API wrote; null when it wrote nothing. It may name a phone number.</summary>
    public string? ApiMessage { get; init; }

    /// <summary>Gets what the API wrote about the details, most often the most useful text; null when it wrote nothing. It may name a phone number.</summary>
    public string? Details { get; init; }

    /// <summary>Gets the title of a text that is fit for the application's user; null when there is none.</summary>
    public string? UserTitle { get; init; }

    /// <summary>Gets a text that is fit for the application's user; null when there is none.</summary>
    public string? UserMessage { get; init; }

    /// <summary>Gets a value indicating whether the API called the error transient.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets what can be done.</summary>
    public ApiErrorClass ErrorClass { get; init; }

    /// <summary>Gets the time before another try makes sense; null when no try does, or when nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the whole error body as the schema of the API reads it; null when there was none or the schema describes none.</summary>
    public Payload? Error { get; init; }

    /// <summary>Gets a value indicating whether the same request may be sent again without doing anything twice.</summary>
    internal bool MayRepeat { get; }
}
