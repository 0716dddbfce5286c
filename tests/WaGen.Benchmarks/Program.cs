using BenchmarkDotNet.Running;
using WaGen.Benchmarks.Http;
using WaGen.Benchmarks.Ratios;

if (args is ["ratios"])
{
    RatiosCommand.Run();
    return;
}

if (args is ["http"])
{
    HttpCommand.Run();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(RatiosCommand).Assembly).Run(args);
