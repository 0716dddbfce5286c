extern alias generator;

using System.Collections.Immutable;
using generator::WaGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Benchmarks.Generator;

/// <summary>A project of 500 C# files over the printed handlers and views, compiled with the analyzers and without.</summary>
internal sealed class AnalyzedProject
{
    /// <summary>How many files the project has.</summary>
    public const int FileCount = 500;

    // A handler, whose edits are those that the analyzers have to do with.
    private const int EditedFile = 250;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    private readonly SyntaxTree[] _trees =
    [
        .. AnalyzedSources.Files(FileCount).Append(AnalyzedSources.GlobalUsings).Select(static (text, number) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{number}.cs")),
    ];

    private readonly CSharpCompilation _first;
    private int _edits;

    public AnalyzedProject()
    {
        Analyzers =
        [
            .. typeof(WebhookGenerator).Assembly.GetTypes()
                .Where(static t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract)
                .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
        ];
        _first = Create();
    }

    /// <summary>Gets the analyzers of the package.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    /// <summary>Compiles the project to its last byte.</summary>
    public void Compile() => Emit(Create());

    /// <summary>Compiles the project to its last byte, with analyzers.</summary>
    public void CompileAnalyzed() => Analyze(Analyzers);

    /// <summary>Compiles the project with these analyzers, and tells how long each of them ran.</summary>
    /// <exception cref="InvalidOperationException">The project has a mistake after all.</exception>
    public CompilationWithAnalyzers Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CompilationWithAnalyzers compilation = With(Create(), analyzers);
        RequireNone(compilation.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult());
        Emit(compilation.Compilation);
        return compilation;
    }

    /// <summary>Returns the file of a handler after an edit, as the compiler has just looked at it.</summary>
    public SemanticModel Edit()
    {
        SyntaxTree tree = _trees[EditedFile];
        SyntaxTree edited = CSharpSyntaxTree.ParseText(tree.ToString().Replace("a picture", $"picture {++_edits}", StringComparison.Ordinal), ParseOptions, tree.FilePath);
        SemanticModel model = _first.ReplaceSyntaxTree(tree, edited).GetSemanticModel(edited);
        RequireNone(model.GetDiagnostics());
        return model;
    }

    /// <summary>Does what an editor does after that: asks all analyzers about the file.</summary>
    public void Look(SemanticModel file)
    {
        CompilationWithAnalyzers compilation = With(file.Compilation, Analyzers);
        RequireNone(compilation.GetAnalyzerSyntaxDiagnosticsAsync(file.SyntaxTree, CancellationToken.None).GetAwaiter().GetResult());
        RequireNone(compilation.GetAnalyzerSemanticDiagnosticsAsync(file, null, CancellationToken.None).GetAwaiter().GetResult());
    }

    private static CompilationWithAnalyzers With(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) => compilation.WithAnalyzers(
        analyzers,
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new SchemaOptions()), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));

    private static void Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        RequireNone(compilation.Emit(image).Diagnostics);
    }

    private static void RequireNone(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(static d => d.Severity is not DiagnosticSeverity.Hidden) is { } diagnostic)
        {
            throw new InvalidOperationException($"The measured project should have no mistake: {diagnostic}");
        }
    }

    private CSharpCompilation Create() => CSharpCompilation.Create(
        "Analyzed",
        _trees,
        References.Web,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
}
