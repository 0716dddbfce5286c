using BenchmarkDotNet.Attributes;

namespace WaGen.Benchmarks.Writing;

/// <summary>What it costs to write a message into a buffer that is used again.</summary>
[MemoryDiagnoser]
public class WriteBenchmarks : IDisposable
{
    private MessageWriting _writing = null!;

    /// <summary>Gets or sets the message.</summary>
    [Params("Text", "Template")]
    public string Message { get; set; } = "Text";

    [GlobalSetup]
    public void Setup() => _writing = Message == "Text" ? MessageWriting.OfText() : MessageWriting.OfTemplate();

    [GlobalCleanup]
    public void Dispose()
    {
        _writing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Source generation on its fast path.</summary>
    [Benchmark(Baseline = true)]
    public int SystemTextJson() => _writing.WriteModel();

    /// <summary>The payload's own writer.</summary>
    [Benchmark]
    public int WaGen() => _writing.Write();
}
