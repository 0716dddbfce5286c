using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Selection;

namespace WaGen.Generator.Analyzers;

/// <summary>Looks at each schema file of the user that the generator is content with.</summary>
/// <remarks>Runs only in projects that print code, and costs nothing in those without schemas of their own.</remarks>
public abstract class SchemaAnalyzer : ProjectAnalyzer
{
    private static readonly AdditionalTextValueProvider<SchemaDocument> Documents = new(SchemaDocument.Read);

    private protected sealed override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        AnalyzerConfigOptionsProvider options = start.Options.AnalyzerConfigOptionsProvider;
        ImmutableArray<AdditionalText> files = start.Options.AdditionalFiles;
        var sources = files.Where(f => SchemaSource.IsSchema(f, options)).Select(f => SchemaSource.Create(f, options)).ToList();
        if (sources.TrueForAll(static s => s.IsShipped) || !GeneratorOptions.Read(options, start.CancellationToken).Generate)
        {
            return;
        }

        var library = new SchemaLibrary(Texts(isShipped: false), Texts(isShipped: true), file =>
            start.TryGetValue(file, Documents, out SchemaDocument? document) ? document : SchemaDocument.Read(file));
        start.RegisterAdditionalFileAction(file =>
        {
            if (library.IsUser(file.AdditionalFile) && library.Read(file.AdditionalFile) is { IsSound: true } document)
            {
                Analyze(document, library, file.ReportDiagnostic);
            }
        });

        ImmutableArray<AdditionalText> Texts(bool isShipped) => [.. sources.Where(s => s.IsShipped == isShipped).Select(static s => s.Text)];
    }

    /// <summary>Looks at one file.</summary>
    private protected abstract void Analyze(SchemaDocument document, SchemaLibrary library, Action<Diagnostic> report);
}
