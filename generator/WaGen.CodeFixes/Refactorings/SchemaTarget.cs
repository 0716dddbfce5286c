using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema.Json;
using WaGen.Generator.Selection;

namespace WaGen.CodeFixes;

/// <summary>A place in a schema file of the solution.</summary>
/// <param name="Document">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Pointer">The pointer to the place, without the number sign.</param>
internal sealed record SchemaTarget(TextDocument Document, int Line, string Pointer)
{
    /// <summary>The place that a printed symbol comes from; null when no schema of the solution has it.</summary>
    public static async Task<SchemaTarget?> FindAsync(Project project, ISymbol symbol, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = SchemaSymbol.TypeOf(symbol);
        if (SchemaLink.Of(type, cancellationToken) is not { } link)
        {
            return null;
        }

        foreach (TextDocument document in Projects(project, type, cancellationToken).SelectMany(p => Candidates(p, link)))
        {
            SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (Read(text, link) is not { } map || map.At(link.Pointer) is not { } spot)
            {
                continue;
            }

            if (SchemaSymbol.Find(map, spot, symbol) is { } found)
            {
                return new SchemaTarget(document, text.Lines.GetLinePosition(found.Node.Span.Start).Line + 1, found.Pointer);
            }

            // What a context has from the envelope stands in another file, with its type.
            return SchemaSymbol.ResultOf(symbol) is { } other ? await FindAsync(project, other, cancellationToken).ConfigureAwait(false) : null;
        }

        return null;
    }

    /// <summary>The projects of a solution: first the one that prints the type, then the one that uses it.</summary>
    private static IEnumerable<Project> Projects(Project project, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        IEnumerable<Project> first = project.Solution.GetProject(type.ContainingAssembly, cancellationToken) is { } owner ? [owner, project] : [project];
        return first.Concat(project.Solution.Projects).Distinct();
    }

    /// <summary>The files that may be the schema: those of the user first, because they take the place of shipped ones, then those that are called so.</summary>
    private static IEnumerable<TextDocument> Candidates(Project project, SchemaLink link) => project.AdditionalDocuments
        .Where(static d => d.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        .OrderBy(d => IsOfUser(project, d) ? 0 : string.Equals(d.Name, link.File, StringComparison.OrdinalIgnoreCase) ? 1 : 2);

    private static bool IsOfUser(Project project, TextDocument document)
    {
        AnalyzerOptions options = project.AnalyzerOptions;
        return options.AdditionalFiles.FirstOrDefault(f => string.Equals(f.Path, document.FilePath, StringComparison.Ordinal)) is { } file
            && SchemaSource.IsSchema(file, options.AnalyzerConfigOptionsProvider)
            && !SchemaSource.Create(file, options.AnalyzerConfigOptionsProvider).IsShipped;
    }

    private static SchemaMap? Read(SourceText text, SchemaLink link)
    {
        // Most files are of another name, and need not be read to know it.
        if (text.ToString().IndexOf(link.File, StringComparison.Ordinal) < 0 || JsonReader.Read(text, out _) is not { } root)
        {
            return null;
        }

        var map = new SchemaMap(root);
        return map.Is(link) ? map : null;
    }
}
