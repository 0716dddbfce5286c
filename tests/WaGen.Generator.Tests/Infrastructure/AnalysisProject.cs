using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>A project that analyzers and code fixes run over. Immutable: every change gives a new one.</summary>
internal sealed record AnalysisProject
{
    private ImmutableArray<string> Sources { get; init; } = [];

    private ImmutableArray<SchemaText> Schemas { get; init; } = [];

    private ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    private IReadOnlyList<MetadataReference> References { get; init; } = TestCompiler.References;

    private OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>What analyzers get beside the compilation.</summary>
    public AnalyzerOptions AnalyzerOptions => new([.. Schemas], new ProjectOptions(Schemas, Properties));

    /// <summary>The texts of the schemas by path.</summary>
    public IReadOnlyDictionary<string, SourceText> Texts => Schemas.ToDictionary(static s => s.Path, static s => s.GetText(), StringComparer.Ordinal);

    /// <summary>A library of these sources that references WaGen.</summary>
    public static AnalysisProject Of(params string[] sources) => new() { Sources = [.. sources] };

    /// <summary>An executable; one of its sources has to have an entry point.</summary>
    public AnalysisProject AsExecutable() => this with { OutputKind = OutputKind.ConsoleApplication };

    /// <summary>References what the generator prints from the shipped schemas, compiled once for all tests.</summary>
    public AnalysisProject OverWhatsApp() => this with { References = [.. References, TestCompiler.WhatsApp] };

    /// <summary>References ASP.NET Core and the two host packages.</summary>
    public AnalysisProject OverWeb() => this with { References = [.. References, .. TestCompiler.WebReferences] };

    /// <summary>References a library of these sources that references what this project does.</summary>
    public AnalysisProject WithLibrary(params string[] sources) =>
        this with { References = [.. References, TestCompiler.Compile(sources).WithAssemblyName("Library").WithReferences(References).ToMetadataReference()] };

    /// <summary>Adds a schema file.</summary>
    public AnalysisProject WithSchema(string path, string json, bool isShipped = false) => this with { Schemas = Schemas.Add(new SchemaText(path, json, isShipped)) };

    /// <summary>Adds several schema files.</summary>
    public AnalysisProject WithSchemas(IEnumerable<(string Path, string Json)> files, bool isShipped = false) =>
        this with { Schemas = [.. Schemas, .. files.Select(f => new SchemaText(f.Path, f.Json, isShipped))] };

    /// <summary>Gives the schemas other texts.</summary>
    public AnalysisProject WithTexts(IReadOnlyList<(string Path, string Json)> texts) =>
        this with { Schemas = [.. Schemas.Select(s => new SchemaText(s.Path, texts.First(t => string.Equals(t.Path, s.Path, StringComparison.Ordinal)).Json, s.IsShipped))] };

    /// <summary>Sets an MSBuild property.</summary>
    public AnalysisProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem("build_property." + name, value) };

    public CSharpCompilation Compile() => TestCompiler.Compile([.. Sources]).WithReferences(References).WithOptions(TestCompiler.Options.WithOutputKind(OutputKind));

    /// <summary>What the compiler and these analyzers say, and analyzers that crashed.</summary>
    public async Task<ReportedDiagnostics> AnalyzeAsync(params DiagnosticAnalyzer[] analyzers) => new(await DiagnosticsAsync(Compile(), analyzers), Texts);

    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Compilation compilation, params DiagnosticAnalyzer[] analyzers) =>
        await compilation.WithAnalyzers([.. analyzers], AnalyzerOptions).GetAllDiagnosticsAsync(CancellationToken.None);

    /// <summary>The project in a workspace: documents Source0.cs and so on, schemas as additional documents.</summary>
    public Project Open(AdhocWorkspace workspace)
    {
        Project project = TestCompiler.CreateProject(workspace, [.. Sources])
            .WithMetadataReferences(References)
            .WithCompilationOptions(TestCompiler.Options.WithOutputKind(OutputKind));
        foreach (SchemaText schema in Schemas)
        {
            project = project.AddAdditionalDocument(Path.GetFileName(schema.Path), schema.GetText(), filePath: schema.Path).Project;
        }

        return project;
    }
}
