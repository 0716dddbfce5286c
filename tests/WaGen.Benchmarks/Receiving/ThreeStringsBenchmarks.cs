using System.Text.Json;
using BenchmarkDotNet.Attributes;
using WaGen.Benchmarks.Bodies;
using WaGen.Benchmarks.SystemTextJson;

namespace WaGen.Benchmarks.Receiving;

/// <summary>What it costs to get sender, name and text of one message: what most bots read.</summary>
/// <remarks>WaGen finds the contact by the id of the sender, as its users do; the others take the first one.</remarks>
[MemoryDiagnoser]
public class ThreeStringsBenchmarks : IDisposable
{
    private readonly ThreeStringsBot _bot = new();
    private byte[] _body = null!;
    private Receiver _receiver = null!;

    /// <summary>Gets or sets the body.</summary>
    [Params(BodyKind.Text, BodyKind.Escaped)]
    public BodyKind Body { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _body = BodyCheck.Checked(Body);
        _receiver = Receiver.Of(_body, _bot);
        int before = _bot.Characters;
        WaGen();
        int read = _bot.Characters - before;
        if (read == 0 || read != SystemTextJson() || read != JsonDocument())
        {
            throw new InvalidOperationException($"The handler reads {read} characters of the body {Body} and the others do not.");
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _receiver.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Source generation of the whole model.</summary>
    [Benchmark(Baseline = true)]
    public int SystemTextJson()
    {
        WebhookModel body = JsonSerializer.Deserialize(_body, WebhookModelContext.Default.WebhookModel)!;
        int characters = 0;
        foreach (EntryModel entry in body.Entry!)
        {
            foreach (ChangeModel change in entry.Changes!)
            {
                foreach (MessageModel message in change.Value!.Messages!)
                {
                    string? name = change.Value.Contacts![0].Profile!.Name;
                    characters += message.From!.Length + name!.Length + message.Text!.Body!.Length;
                }
            }
        }

        return characters;
    }

    /// <summary>Three strings looked up by name.</summary>
    [Benchmark]
    public int JsonDocument()
    {
        using var body = System.Text.Json.JsonDocument.Parse(_body);
        int characters = 0;
        foreach (JsonElement entry in body.RootElement.GetProperty("entry"u8).EnumerateArray())
        {
            foreach (JsonElement change in entry.GetProperty("changes"u8).EnumerateArray())
            {
                JsonElement value = change.GetProperty("value"u8);
                foreach (JsonElement message in value.GetProperty("messages"u8).EnumerateArray())
                {
                    string? from = message.GetProperty("from"u8).GetString();
                    string? name = value.GetProperty("contacts"u8)[0].GetProperty("profile"u8).GetProperty("name"u8).GetString();
                    string? text = message.GetProperty("text"u8).GetProperty("body"u8).GetString();
                    characters += from!.Length + name!.Length + text!.Length;
                }
            }
        }

        return characters;
    }

    /// <summary>A handler of text messages, called by the processor; the signature is not checked here, as it is not for the others.</summary>
    [Benchmark]
    public int WaGen() => _receiver.ParseAndDispatch();
}
