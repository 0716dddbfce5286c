using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using WaGen.Benchmarks.Generator;
using WaGen.Benchmarks.Http;

namespace WaGen.Benchmarks.Ratios;

/// <summary>Measures everything that the project promises about speed, as ratios within this process.</summary>
internal static class RatiosCommand
{
    public static void Run()
    {
        DescribeSettings(Console.Error);
        var report = new RatioReport(Console.Out);
        ReceiveRatios.Measure(report);
        WriteRatios.Measure(report);
        HttpRatio.Measure(report);
        GeneratorRatios.Measure(report);
        AnalyzerRatios.Measure(report);
    }

    private static void DescribeSettings(TextWriter error)
    {
        error.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors");
        error.WriteLine($"tiered compilation {Setting("TieredCompilation")}, tiered PGO {Setting("TieredPGO")}, quick jit for loops {Setting("TC_QuickJitForLoops")}");
        error.WriteLine($"server GC {GCSettings.IsServerGC}, latency mode {GCSettings.LatencyMode}");
        error.WriteLine($"vectors of 128 bits {Vector128.IsHardwareAccelerated}, 256 bits {Vector256.IsHardwareAccelerated}, 512 bits {Vector512.IsHardwareAccelerated}");
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable("DOTNET_" + name) ?? "default";
}
