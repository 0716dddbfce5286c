using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Runs an analyzer over the sources of a library.</summary>
internal static class AnalyzerRun
{
    /// <summary>Diagnostics of the analyzer and of the compiler, and of an analyzer that crashed.</summary>
    public static Task<ReportedDiagnostics> AnalyzeAsync<TAnalyzer>(params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        AnalysisProject.Of(sources).AnalyzeAsync(new TAnalyzer());

    public static Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync<TAnalyzer>(Compilation compilation)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new AnalysisProject().DiagnosticsAsync(compilation, new TAnalyzer());
}
