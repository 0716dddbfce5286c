extern alias generator;

using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using generator::WaGen.Generator;
using Microsoft.CodeAnalysis;
using WaGen.Benchmarks.Ratios;

namespace WaGen.Benchmarks.Generator;

/// <summary>What the generator costs a project that uses all shipped schemas of webhooks.</summary>
/// <remarks>Nothing exists that it could be compared with, so these are times and not ratios. Each is a median, and the process is warm.</remarks>
internal static class GeneratorRatios
{
    private const int ColdRuns = 15;
    private const int EditRuns = 101;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static void Measure(RatioReport report)
    {
        var project = new GeneratorProject();
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            project.CreateDriver().RunGenerators(project.Compilation);
        }

        report.Number("generator.cold_ms", MedianTime.Of(ColdRuns, () => project.CreateDriver(), driver => driver.RunGenerators(project.Compilation)));

        // The driver is immutable: a run from the same one finds the same cache.
        GeneratorDriver warm = project.CreateDriver().RunGenerators(project.Compilation);
        report.Number("generator.unrelated_edit_ms", MedianTime.Of(EditRuns, project.EditSource, edited => warm.RunGenerators(edited)));
        RequireNothingDone(project);

        report.Number("generator.one_schema_edit_files", CountPrinted(warm, project.EditSchema(warm).RunGenerators(project.Compilation)));
        report.Number("generator.bytes", Sources(warm).Sum(static s => Encoding.UTF8.GetByteCount(s.SourceText.ToString())));
    }

    /// <summary>Fails when an edit of C# parses a schema or prints a file.</summary>
    private static void RequireNothingDone(GeneratorProject project)
    {
        GeneratorDriver before = project.CreateDriver(tracksSteps: true).RunGenerators(project.Compilation);
        GeneratorDriver after = before.RunGenerators(project.EditSource());
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps = after.GetRunResult().Results.Single().TrackedSteps;
        ImmutableArray<IncrementalGeneratorRunStep> files = steps[Steps.Files];
        int parsed = files.Sum(static s => s.Outputs.Count(static o => o.Reason is not IncrementalStepRunReason.Cached));
        int printed = CountPrinted(before, after);
        if (files.Length != project.SchemaCount || parsed > 0 || printed > 0)
        {
            throw new InvalidOperationException($"After an edit of C#, of {files.Length} schemas {parsed} were parsed and {printed} files were printed.");
        }
    }

    /// <summary>Counts printed files that are new objects: what is not printed again stays the very same text.</summary>
    private static int CountPrinted(GeneratorDriver before, GeneratorDriver after)
    {
        var old = Sources(before).ToDictionary(static s => s.HintName, static s => s.SourceText, StringComparer.Ordinal);
        return Sources(after).Count(s => !old.TryGetValue(s.HintName, out var text) || !ReferenceEquals(text, s.SourceText));
    }

    private static ImmutableArray<GeneratedSourceResult> Sources(GeneratorDriver driver) => driver.GetRunResult().Results.Single().GeneratedSources;
}
