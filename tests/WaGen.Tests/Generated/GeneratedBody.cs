using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.Tests.Generated;

/// <summary>A made body, and what should become of its parts.</summary>
internal sealed class GeneratedBody
{
    private readonly int _printSeed;

    /// <param name="root">The body.</param>
    /// <param name="printSeed">Decides about white space and escapes.</param>
    /// <param name="seed">Decides what a test does to the body.</param>
    public GeneratedBody(JsonObject root, int printSeed, int seed)
    {
        Root = root;
        Seed = seed;
        _printSeed = printSeed;
        Bytes = JsonPrinter.Print(root, new Random(printSeed));
        using JsonDocument read = JsonDocument.Parse(Bytes);
        Items = SchemaWalk.Items(SchemaSet.Shipped, read.RootElement);
        Leaves = [.. Elements.Leaves(read.RootElement)];
    }

    public JsonObject Root { get; }

    public int Seed { get; }

    public byte[] Bytes { get; }

    /// <summary>The events in body order.</summary>
    public IReadOnlyList<ExpectedItem> Items { get; }

    /// <summary>All scalars in body order.</summary>
    public IReadOnlyList<(string Path, string Raw)> Leaves { get; }

    /// <summary>Smaller bodies that fit the schemas too: an element of an array less, or a member that decides nothing.</summary>
    public IEnumerable<GeneratedBody> Shrink()
    {
        int parts = Removals(Root).Count();
        for (int i = 0; i < parts; i++)
        {
            var root = (JsonObject)Root.DeepClone();
            Removals(root).ElementAt(i)();
            var smaller = new GeneratedBody(root, _printSeed, Seed);
            if (smaller.Items.Count > 0 && smaller.Items.All(static item => item.Reason == UnhandledReason.None))
            {
                yield return smaller;
            }
        }
    }

    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    private static IEnumerable<Action> Removals(JsonNode? node) => node switch
    {
        JsonArray array => [.. array.Select((_, i) => (Action)(() => array.RemoveAt(i))), .. array.SelectMany(Removals)],
        JsonObject json =>
        [
            .. json.Where(static m => !SchemaSet.Shipped.Deciding.Contains(m.Key)).Select(m => (Action)(() => json.Remove(m.Key))),
            .. json.SelectMany(static m => Removals(m.Value)),
        ],
        _ => [],
    };
}
