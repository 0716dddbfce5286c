using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>Collects the problems of one file.</summary>
internal sealed class SchemaProblems(string path, SourceText text)
{
    private readonly List<DiagnosticInfo> _problems = [];
    private readonly HashSet<DiagnosticInfo> _seen = [];

    /// <summary>Whether anything was reported.</summary>
    public bool Any => _problems.Count > 0;

    /// <summary>Adds a problem. A schema is looked at from several sides; what is wrong with it is said once.</summary>
    public void Add(DiagnosticDescriptor rule, TextSpan span, params string[] arguments)
    {
        DiagnosticInfo problem = DiagnosticInfo.Create(rule, path, text, span, arguments);
        if (_seen.Add(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>A place of the file that a later step may have to report on.</summary>
    public SchemaPlace Place(TextSpan span) => new() { Path = path, Span = span, LineSpan = text.Lines.GetLinePositionSpan(span) };

    public EquatableArray<DiagnosticInfo> ToArray() => _problems.ToEquatableArray();
}

/// <summary>A place in a schema file, compared by value.</summary>
internal sealed record SchemaPlace
{
    public required string Path { get; init; }

    public required TextSpan Span { get; init; }

    public required LinePositionSpan LineSpan { get; init; }

    public DiagnosticInfo Report(DiagnosticDescriptor rule, params string[] arguments) => new()
    {
        Rule = rule,
        FilePath = Path,
        Span = Span,
        LineSpan = LineSpan,
        Arguments = EquatableArray.Create<string>(arguments),
    };
}
