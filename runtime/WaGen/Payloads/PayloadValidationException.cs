using System.Text;

namespace WaGen;

/// <summary>A payload breaks limits of its schema, so it was not sent.</summary>
public sealed class PayloadValidationException : Exception
{
    /// <summary>Makes an exception.</summary>
    public PayloadValidationException()
        : this(string.Empty, [])
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong.</param>
    public PayloadValidationException(string message)
        : base(message) => Problems = [];

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public PayloadValidationException(string message, Exception innerException)
        : base(message, innerException) => Problems = [];

    /// <summary>Makes an exception.</summary>
    /// <param name="payload">The name of the payload's type.</param>
    /// <param name="problems">All that is wrong.</param>
    public PayloadValidationException(string payload, IReadOnlyList<PayloadProblem> problems)
        : base(Describe(payload, problems)) => Problems = problems;

    /// <summary>Gets all that is wrong.</summary>
    public IReadOnlyList<PayloadProblem> Problems { get; }

    private static string Describe(string payload, IReadOnlyList<PayloadProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var text = new StringBuilder();
        text.Append(payload).Append(" breaks ").Append(problems.Count).Append(problems.Count == 1 ? " limit and was not sent:" : " limits and was not sent:");
        foreach (PayloadProblem problem in problems)
        {
            text.Append("\n- ").Append(problem.Message);
        }

        return text.ToString();
    }
}
