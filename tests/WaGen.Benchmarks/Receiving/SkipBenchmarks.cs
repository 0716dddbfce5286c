using BenchmarkDotNet.Attributes;
using WaGen.Benchmarks.Bodies;

namespace WaGen.Benchmarks.Receiving;

/// <summary>What a body costs that nobody takes, against a bare walk over its tokens.</summary>
/// <remarks>No signature is checked, and nobody listens to what is left.</remarks>
[MemoryDiagnoser]
public class SkipBenchmarks : IDisposable
{
    private Receiver _handled = null!;
    private Receiver _withoutHandler = null!;
    private Receiver _unknown = null!;

    /// <summary>Gets or sets the body.</summary>
    [Params(BodyKind.Text, BodyKind.History)]
    public BodyKind Body { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        byte[] body = BodyCheck.Checked(Body);
        _handled = Receiver.Of(body, new CountingBot());
        _withoutHandler = Body == BodyKind.History ? Receiver.Of(body, new MessagesBot()) : Receiver.Of(body, new HistoryBot());
        _unknown = Receiver.Of(ReceivedBodies.WithUnknownField(body), new CountingBot());
        if (Handled() != 1 || FieldWithoutHandler() > 0 || UnknownField() > 0 || _unknown.Body.AsSpan().SequenceEqual(body))
        {
            throw new InvalidOperationException($"The body {Body} is handled where it should be left, or left where it should be handled.");
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _handled.Dispose();
        _withoutHandler.Dispose();
        _unknown.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The reader of the base class library steps over every token and looks at none.</summary>
    [Benchmark(Baseline = true)]
    public int ReaderWalk() => Receiving.ReaderWalk.Tokens(_unknown.Body);

    /// <summary>A field that the contract does not have: parsed and found to be unknown.</summary>
    [Benchmark]
    public int UnknownFieldParse() => _unknown.Parse();

    /// <summary>The same, up to the outcome that the caller gets.</summary>
    [Benchmark]
    public int UnknownField() => _unknown.ParseAndDispatch();

    /// <summary>A field that the contract has and no handler takes.</summary>
    [Benchmark]
    public int FieldWithoutHandler() => _withoutHandler.ParseAndDispatch();

    /// <summary>The same body with a handler, to compare.</summary>
    [Benchmark]
    public int Handled() => _handled.ParseAndDispatch();
}
