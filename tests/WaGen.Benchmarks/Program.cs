using BenchmarkDotNet.Running;
using WaGen.Benchmarks.Ratios;

if (args is ["ratios"])
{
    RatiosCommand.Run();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args);
