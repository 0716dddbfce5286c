using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>What every analyzer owes to those who edit: it runs beside others, while they type, and not at all in projects without WaGen.</summary>
public class AnalyzerCostTests
{
    public static TheoryData<string> Names => [.. Catalogue.Analyzers.Select(static a => a.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Does_nothing_without_a_reference_to_WaGen(string name)
    {
        CSharpCompilation compilation = Program().Compile();
        MetadataReference[] others = [.. compilation.References.Where(static r => !Path.GetFileName(r.Display!).StartsWith("WaGen", StringComparison.Ordinal))];
        AnalyzerTelemetryInfo registered = await RegisteredAsync(name, compilation.WithReferences(others));

        Assert.True(registered.Concurrent);
        Assert.Equal(1, registered.CompilationStartActionsCount);
        Assert.Equal(0, ActionsInCode(registered));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Does_not_wait_for_the_end_of_the_compilation(string name)
    {
        AnalyzerTelemetryInfo registered = await RegisteredAsync(name, Program().Compile());

        Assert.True(Find(name) is SchemaAnalyzer || ActionsInCode(registered) > 0, "it looks at code");
        Assert.Equal(0, registered.CompilationActionsCount + registered.CompilationEndActionsCount + registered.SemanticModelActionsCount + registered.SyntaxTreeActionsCount);
    }

    private static AnalysisProject Program() => AnalysisProject.Of("return;").AsExecutable();

    private static DiagnosticAnalyzer Find(string name) => Catalogue.Analyzers.Single(a => string.Equals(a.GetType().Name, name, StringComparison.Ordinal));

    private static int ActionsInCode(AnalyzerTelemetryInfo info) =>
        info.SymbolActionsCount + info.SymbolStartActionsCount + info.OperationActionsCount + info.OperationBlockActionsCount + info.OperationBlockStartActionsCount + info.SyntaxNodeActionsCount;

    private static async Task<AnalyzerTelemetryInfo> RegisteredAsync(string name, CSharpCompilation compilation)
    {
        DiagnosticAnalyzer analyzer = Find(name);
        CompilationWithAnalyzers run = compilation.WithAnalyzers([analyzer], Program().AnalyzerOptions);
        await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
    }
}
