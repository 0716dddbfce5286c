using BenchmarkDotNet.Attributes;
using WaGen.Benchmarks.Bodies;

namespace WaGen.Benchmarks.Receiving;

/// <summary>What each stage below HTTP costs, against the signature check of the textbook alone.</summary>
[MemoryDiagnoser]
public class StageBenchmarks : IDisposable
{
    private Receiver _receiver = null!;

    /// <summary>Gets or sets the body.</summary>
    [ParamsAllValues]
    public BodyKind Body { get; set; }

    [GlobalSetup]
    public void Setup() => _receiver = Receiver.Of(BodyCheck.Checked(Body), new CountingBot());

    [GlobalCleanup]
    public void Dispose()
    {
        _receiver.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>HMACSHA256.HashData of the body.</summary>
    [Benchmark(Baseline = true)]
    public bool HashData() => _receiver.HashData();

    /// <summary>The signature, with keys that were set up once.</summary>
    [Benchmark]
    public bool Verify() => _receiver.Verify();

    /// <summary>The tape: every byte is checked, no schema is known.</summary>
    [Benchmark]
    public bool Tokenize() => _receiver.Tokenize();

    /// <summary>The tape, then every event found and its members bound.</summary>
    [Benchmark]
    public int Parse() => _receiver.Parse();

    /// <summary>The same and a handler called for each event.</summary>
    [Benchmark]
    public int ParseAndDispatch() => _receiver.ParseAndDispatch();

    /// <summary>Everything below HTTP: signature, tape, events, handlers.</summary>
    [Benchmark]
    public int ReceiveAll() => _receiver.ReceiveAll();
}
