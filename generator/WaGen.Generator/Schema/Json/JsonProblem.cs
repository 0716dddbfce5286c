using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Schema.Json;

/// <summary>Why a text is no JSON, and where.</summary>
/// <param name="Message">A clause without a capital letter and full stop, ready to follow a colon.</param>
/// <param name="Span">The characters to underline; empty only in an empty text.</param>
internal sealed record JsonProblem(string Message, TextSpan Span);
