using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Model;

namespace WaGen.Generator.Diagnostics;

/// <summary>A diagnostic on a schema file, on its way through the pipeline.</summary>
/// <remarks>
/// Compared by value and free of <see cref="Location"/>s, so that a step that reports the same as before stops there.
/// Descriptors live in static fields and are compared by their contents.
/// </remarks>
internal sealed record DiagnosticInfo
{
    public required DiagnosticDescriptor Rule { get; init; }

    /// <summary>The file as the compiler names it; <see langword="null"/> when the problem has no file.</summary>
    public required string? FilePath { get; init; }

    public required TextSpan Span { get; init; }

    public required LinePositionSpan LineSpan { get; init; }

    public required EquatableArray<string> Arguments { get; init; }

    /// <summary>A diagnostic at a span of a file.</summary>
    public static DiagnosticInfo Create(DiagnosticDescriptor rule, string filePath, SourceText text, TextSpan span, params string[] arguments) => new()
    {
        Rule = rule,
        FilePath = filePath,
        Span = span,
        LineSpan = text.Lines.GetLinePositionSpan(span),
        Arguments = EquatableArray.Create<string>(arguments),
    };

    /// <summary>A diagnostic about the project, for instance about the value of an MSBuild property.</summary>
    public static DiagnosticInfo Create(DiagnosticDescriptor rule, params string[] arguments) => new()
    {
        Rule = rule,
        FilePath = null,
        Span = default,
        LineSpan = default,
        Arguments = EquatableArray.Create<string>(arguments),
    };

    public Diagnostic ToDiagnostic()
    {
        Location location = FilePath is null ? Location.None : Location.Create(FilePath, Span, LineSpan);
        return Diagnostic.Create(Rule, location, [.. Arguments]);
    }
}
