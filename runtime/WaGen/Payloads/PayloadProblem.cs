namespace WaGen;

/// <summary>One limit that a payload breaks.</summary>
/// <param name="Kind">Which kind of limit.</param>
/// <param name="Path">Where, in names of the wire, such as <c>interactive.action.buttons[3].reply.title</c>.</param>
/// <param name="Limit">The limit, null when it is no number.</param>
/// <param name="Actual">What was found, in the unit of the limit (code points, elements, the number itself), null when the limit is no number.</param>
/// <param name="Message">One sentence that names the member and the limit, without the text that was checked.</param>
public sealed record PayloadProblem(PayloadProblemKind Kind, string Path, decimal? Limit, decimal? Actual, string Message);
