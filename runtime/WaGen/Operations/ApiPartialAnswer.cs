namespace WaGen;

/// <summary>What tells an answer that a request was done in part, although its status is that of a failure.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Member">The member of the body that is there only when something was done.</param>
public sealed record ApiPartialAnswer(int Status, string Member);
