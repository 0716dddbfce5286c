using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using WaGen.Benchmarks.Ratios;

namespace WaGen.Benchmarks.Generator;

/// <summary>What the analyzers cost a project of 500 files.</summary>
internal static class AnalyzerRatios
{
    private const int Rounds = 3;
    private const int Edits = 51;

    public static void Measure(RatioReport report)
    {
        var project = new AnalyzedProject();
        double[] vsCompile = new double[Rounds];
        double[] vsIdle = new double[Rounds];

        // One round more warms up.
        for (int round = -1; round < Rounds; round++)
        {
            double alone = Time(project.Compile);
            double idle = Time(() => project.Analyze([new IdleAnalyzer()]));
            double analyzed = Time(project.CompileAnalyzed);
            if (round >= 0)
            {
                vsCompile[round] = analyzed / alone;
                vsIdle[round] = analyzed / idle;
            }
        }

        report.Ratio($"analyzers.{AnalyzedProject.FileCount}_files.vs_compile", Median(vsCompile));
        report.Ratio($"analyzers.{AnalyzedProject.FileCount}_files.vs_idle_analyzer", Median(vsIdle));
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

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static AnalyzerTelemetryInfo Telemetry(CompilationWithAnalyzers compilation, DiagnosticAnalyzer analyzer) =>
        compilation.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
}
