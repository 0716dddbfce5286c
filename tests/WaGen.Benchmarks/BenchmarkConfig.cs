using System.Runtime.CompilerServices;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace WaGen.Benchmarks;

/// <summary>How benchmarks run unless the command line says otherwise: short, so that a run of all of them is done in minutes.</summary>
internal static class BenchmarkConfig
{
    /// <summary>Makes the configuration; results go to <c>artifacts/benchmarks</c>, as Markdown among others.</summary>
    public static IConfig Create(string[] args)
    {
        ManualConfig config = ManualConfig.Create(DefaultConfig.Instance)
            .WithArtifactsPath(Path.Combine(RepositoryRoot(), "artifacts", "benchmarks"))
            .WithBuildTimeout(TimeSpan.FromMinutes(10));

        // A default job of ours would win over the one that the command line names.
        return args.Any(static arg => arg is "-j" or "--job") ? config : config.AddJob(Bounded);
    }

    // The runtime compiles hot methods anew in the background, in two steps: with less warming up, a busy machine measures the code of the first step.
    private static Job Bounded => Job.Default
        .WithWarmupCount(15)
        .WithIterationCount(7)
        .WithIterationTime(TimeInterval.FromMilliseconds(100))
        .WithId("Bounded")
        .AsDefault();

    private static string RepositoryRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
