using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using WaGen.Benchmarks.Ratios;

namespace WaGen.Benchmarks.Generator;

/// <summary>What the analyzers cost a project of 500 files.</summary>
internal static class AnalyzerRatios
{
    private const int Pairs = 5;
    private const int Edits = 51;

    public static void Measure(RatioReport report)
    {
        var project = new AnalyzedProject();
        report.Ratio($"analyzers.{AnalyzedProject.FileCount}_files.vs_compile", PairedRun.CompareLong(project.CompileAnalyzed, project.Compile, Pairs));
        report.Number("analyzers.one_edit_ms", MedianTime.Of(Edits, project.Edit, project.Look));
    }

    /// <summary>Prints the milliseconds of each analyzer in a process that is warm, added over all threads.</summary>
    public static void PrintEach(TextWriter output)
    {
        var project = new AnalyzedProject();
        for (int run = 0; run < 5; run++)
        {
            project.CompileAnalyzed();
        }

        CompilationWithAnalyzers compilation = project.Analyze(project.Analyzers);
        var times = project.Analyzers
            .Select(a => (a.GetType().Name, Telemetry(compilation, a).ExecutionTime.TotalMilliseconds))
            .OrderByDescending(static a => a.TotalMilliseconds)
            .ToArray();
        foreach ((string name, double milliseconds) in times.Append(("all", times.Sum(static a => a.TotalMilliseconds))))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {milliseconds:0.0}"));
        }
    }

    private static AnalyzerTelemetryInfo Telemetry(CompilationWithAnalyzers compilation, DiagnosticAnalyzer analyzer) =>
        compilation.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
}
