using System.Reflection;
using System.Text;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>A provider with one field. A test brings the schema of the field and code that receives; both are compiled and run.</summary>
internal sealed class DepotProvider
{
    private const string Envelope = """
        {
          "$id": "https://depot.example/envelope.json", "description": "A body.",
          "x-wagen": {
            "kind": "envelope", "name": "Depot", "namespace": "Depot.Hooks", "product": { "member": "sender", "value": "depot" },
            "path": "news[]", "field": "topic", "value": "data"
          },
          "type": "object",
          "properties": {
            "sender": { "type": "string", "description": "Who sent it." },
            "news": { "type": "array", "items": { "$ref": "#/$defs/Report" }, "description": "What happened." }
          },
          "$defs": {
            "Report": {
              "type": "object", "description": "A report.",
              "properties": { "topic": { "type": "string", "description": "What it is about." }, "data": { "description": "The news." } }
            }
          }
        }
        """;

    private readonly MethodInfo _receive;

    /// <summary>Prints and compiles.</summary>
    /// <param name="field">The schema of the field <c>news</c>.</param>
    /// <param name="code">C# with a type that has a static method <c>Receive(byte[] body, Action&lt;string&gt; log)</c>.</param>
    /// <param name="type">The full name of the type.</param>
    public DepotProvider(string field, string code, string type)
    {
        using var image = new MemoryStream();
        GeneratorRun run = GeneratorRun.Of(code).With([("envelope.json", Envelope), ("news.json", field)]);
        Assert.True(run.Output.Emit(image).Success, string.Join('\n', run.Output.GetDiagnostics()));
        _receive = Assembly.Load(image.ToArray()).GetType(type, throwOnError: true)!.GetMethod("Receive")!;
    }

    /// <summary>Receives a value of the field and returns what was logged.</summary>
    public IReadOnlyList<string> Receive(string value)
    {
        var lines = new List<string>();
        byte[] body = Encoding.UTF8.GetBytes($$"""{"sender":"depot","news":[{"topic":"news","data":{{value}}}]}""");
        _receive.Invoke(null, [body, (Action<string>)lines.Add]);
        return lines;
    }
}
