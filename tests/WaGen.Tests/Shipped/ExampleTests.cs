using System.Text.Json;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>The examples in the schemas, sent through the code that was printed from the schemas.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Every_example_is_handled_and_every_event_has_one()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (byte[] body in Examples())
        {
            Recorder recorder = Recorder.Receive(body);
            Assert.Equal(WebhookResult.Accepted, recorder.Outcome.Result);
            Assert.NotEmpty(recorder.Lines);
            Assert.DoesNotContain(recorder.Lines, static l => l.StartsWith('!'));
            seen.UnionWith(recorder.Lines.Select(static l => string.Join(' ', l.Split(' ').Take(2))));
        }

        IEnumerable<string> events = WhatsAppContract.Instance.Fields.SelectMany(static f => f.Events.Select(e => $"{f.Name} {e.Name}"));
        Assert.Equal(events.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<byte[]> Examples()
    {
        foreach (string file in Directory.EnumerateFiles(Bodies.Schemas, "*.json"))
        {
            using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(file));
            if (schema.RootElement.TryGetProperty("examples", out JsonElement examples))
            {
                foreach (JsonElement example in examples.EnumerateArray())
                {
                    yield return JsonSerializer.SerializeToUtf8Bytes(example);
                }
            }
        }
    }
}
