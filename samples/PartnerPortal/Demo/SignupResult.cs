namespace PartnerPortal.Demo;

/// <summary>What the signup page gets as answer.</summary>
/// <param name="Result">Such as <c>completed</c>.</param>
/// <param name="Steps">The states of the steps by their names.</param>
internal sealed record SignupResult(string? Result, IReadOnlyDictionary<string, string?> Steps)
{
    /// <summary>Whether a step was done.</summary>
    public bool IsDone(string step) => Steps.GetValueOrDefault(step) is "done";
}
