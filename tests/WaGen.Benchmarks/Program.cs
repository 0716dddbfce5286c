using BenchmarkDotNet.Running;
using WaGen.Benchmarks;
using WaGen.Benchmarks.Generator;
using WaGen.Benchmarks.Http;
using WaGen.Benchmarks.Ratios;

switch (args)
{
    case ["ratios"]:
        RatiosCommand.Run();
        break;
    case ["http"]:
        HttpCommand.Run();
        break;
    case ["analyzers"]:
        AnalyzerRatios.Measure(new RatioReport(Console.Out));
        AnalyzerRatios.PrintEach(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args, BenchmarkConfig.Create(args));
        break;
}
