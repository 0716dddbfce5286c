using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace WaGen.Benchmarks.Generator;

/// <summary>The analyzers over a project of 500 files.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private readonly AnalyzedProject _project = new();
    private SemanticModel _edited = null!;

    /// <summary>An edit changes one handler.</summary>
    [IterationSetup(Target = nameof(OneEdit))]
    public void Edit() => _edited = _project.Edit();

    /// <summary>The compiler alone.</summary>
    [Benchmark(Baseline = true)]
    public void Compile() => _project.Compile();

    /// <summary>The compiler and all analyzers.</summary>
    [Benchmark]
    public void CompileAnalyzed() => _project.CompileAnalyzed();

    /// <summary>All analyzers over one file that has changed.</summary>
    [Benchmark]
    public void OneEdit() => _project.Look(_edited);
}
