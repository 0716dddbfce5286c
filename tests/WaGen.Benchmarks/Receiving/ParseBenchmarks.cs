using System.Text.Json;
using BenchmarkDotNet.Attributes;
using WaGen.Benchmarks.Bodies;
using WaGen.Benchmarks.SystemTextJson;

namespace WaGen.Benchmarks.Receiving;

/// <summary>What it costs to have the events of a body, and every value of them, against classes that System.Text.Json fills.</summary>
[MemoryDiagnoser]
public class ParseBenchmarks : IDisposable
{
    private readonly DocumentReading _documentReading = new();
    private byte[] _body = null!;
    private Receiver _receiver = null!;

    /// <summary>Gets or sets the body.</summary>
    [ParamsAllValues]
    public BodyKind Body { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _body = BodyCheck.Checked(Body);
        _receiver = Receiver.Of(_body, new ReadingBot());
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _receiver.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Source generation; when it is done, every value is a string or a number.</summary>
    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => JsonSerializer.Deserialize(_body, WebhookModelContext.Default.WebhookModel);

    /// <summary>Every event found and its members bound, nothing read.</summary>
    [Benchmark]
    public int WaGenParse() => _receiver.Parse();

    /// <summary>A handler reads every value of each event and of what surrounds it as a string or a number.</summary>
    [Benchmark]
    public int WaGenReadAll() => _receiver.ParseAndDispatch();

    /// <summary>The same reads by name.</summary>
    [Benchmark]
    public int JsonDocumentReadAll()
    {
        using var document = JsonDocument.Parse(_body);
        _documentReading.Read(document.RootElement);
        return _documentReading.Present;
    }

    /// <summary>The reader of the base class library steps over every token and looks at none.</summary>
    [Benchmark]
    public int ReaderWalk() => Receiving.ReaderWalk.Tokens(_body);
}
