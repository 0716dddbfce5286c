using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Runs analyzers over sources.</summary>
internal static class AnalyzerRun
{
    /// <summary>Diagnostics of the analyzer and of the compiler, and of an analyzer that crashed.</summary>
    public static async Task<ReportedDiagnostics> AnalyzeAsync<TAnalyzer>(params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new(await DiagnosticsAsync<TAnalyzer>(TestCompiler.Compile(sources)));

    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync<TAnalyzer>(Compilation compilation)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CompilationWithAnalyzers run = compilation.WithAnalyzers([new TAnalyzer()]);
        return await run.GetAllDiagnosticsAsync(CancellationToken.None);
    }
}
