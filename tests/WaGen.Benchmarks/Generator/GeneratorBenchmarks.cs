using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace WaGen.Benchmarks.Generator;

/// <summary>The generator over all shipped schemas: everything from nothing, and what an edit costs.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private readonly GeneratorProject _project = new();
    private GeneratorDriver _warm = null!;

    /// <summary>Fills the cache that edits start from.</summary>
    [GlobalSetup]
    public void Setup() => _warm = _project.CreateDriver().RunGenerators(_project.Compilation);

    /// <summary>A driver that has never run reads and prints everything.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver Cold() => _project.CreateDriver().RunGenerators(_project.Compilation);

    /// <summary>A C# file changes, which the generator does not read; the cost of parsing it is included.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _warm.RunGenerators(_project.EditSource());

    /// <summary>The description of a member changes.</summary>
    [Benchmark]
    public GeneratorDriver OneSchemaEdit() => _project.EditSchema(_warm).RunGenerators(_project.Compilation);
}
