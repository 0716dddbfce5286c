using BenchmarkDotNet.Running;
using WaGen.Benchmarks;
using WaGen.Benchmarks.Ratios;

if (args is ["ratios"])
{
    RatiosCommand.Run();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args, BenchmarkConfig.Create(args));
