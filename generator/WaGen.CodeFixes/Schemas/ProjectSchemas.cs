using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Selection;

namespace WaGen.CodeFixes;

/// <summary>The schema files of a project that is open in an editor.</summary>
internal static class ProjectSchemas
{
    /// <summary>The schemas of a project. Where the editor does not tell which files are schemas, JSON files may be.</summary>
    public static SchemaLibrary Of(Project project)
    {
        AnalyzerConfigOptionsProvider options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        ImmutableArray<AdditionalText> files = project.AnalyzerOptions.AdditionalFiles;
        var known = files.Where(f => SchemaSource.IsSchema(f, options)).Select(f => SchemaSource.Create(f, options)).ToList();
        return known.Count == 0
            ? new SchemaLibrary([.. files.Where(static f => f.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))], [], SchemaDocument.Read)
            : new SchemaLibrary([.. known.Where(static s => !s.IsShipped).Select(static s => s.Text)], [.. known.Where(static s => s.IsShipped).Select(static s => s.Text)], SchemaDocument.Read);
    }
}
