using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Analyzers;

/// <summary>What does not fit in an example.</summary>
/// <param name="Span">The value, or the name of a member that should not be there.</param>
/// <param name="Path">The place in the body, such as <c>$.items[0].id</c>.</param>
/// <param name="Text">A clause without a full stop.</param>
internal sealed record ExampleProblem(TextSpan Span, string Path, string Text);
