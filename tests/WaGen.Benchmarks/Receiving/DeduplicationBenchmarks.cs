using BenchmarkDotNet.Attributes;
using WaGen.Benchmarks.Bodies;

namespace WaGen.Benchmarks.Receiving;

/// <summary>What it costs to remember every event, so that none is handled twice. No event comes a second time here.</summary>
/// <remarks>The store is full before anything is measured, so that each new key makes another one leave: the state of a service that runs for long.</remarks>
[MemoryDiagnoser]
public class DeduplicationBenchmarks : IDisposable
{
    private const int Capacity = 100_000;

    private Receiver _forgetful = null!;
    private Receiver _remembering = null!;
    private DistinctBody _forgotten = null!;
    private DistinctBody _remembered = null!;
    private InMemoryDeduplicationStore _store = null!;

    /// <summary>Gets or sets the body.</summary>
    [Params(BodyKind.Text, BodyKind.Batch)]
    public BodyKind Body { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        byte[] body = BodyCheck.Checked(Body);
        _store = new InMemoryDeduplicationStore(new InMemoryDeduplicationStoreOptions { Capacity = Capacity });
        _forgetful = Receiver.Of(body, new CountingBot());
        _forgotten = new DistinctBody(_forgetful.Written);
        _remembering = Receiver.Of(body, new CountingBot(), _store);
        _remembered = new DistinctBody(_remembering.Written);

        int expected = Body == BodyKind.Batch ? 1_000 : 1;
        if (_remembered.Ids != expected || WithoutStore() != expected)
        {
            throw new InvalidOperationException($"The body {Body} has {_remembered.Ids} ids instead of {expected}.");
        }

        while (_store.Evicted < Capacity / 2)
        {
            if (WithStore() != expected)
            {
                throw new InvalidOperationException($"Events of the body {Body} came a second time.");
            }
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _forgetful.Dispose();
        _remembering.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Parse and dispatch, and nobody remembers.</summary>
    [Benchmark(Baseline = true)]
    public int WithoutStore()
    {
        _forgotten.Renew();
        return _forgetful.ParseAndDispatch();
    }

    /// <summary>The same with the store in the memory of the process.</summary>
    [Benchmark]
    public int WithStore()
    {
        _remembered.Renew();
        return _remembering.ParseAndDispatch();
    }
}
