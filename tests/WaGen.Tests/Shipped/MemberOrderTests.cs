using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace WaGen.Tests.Shipped;

/// <summary>The order of members means nothing, anywhere in a body.</summary>
public sealed class MemberOrderTests(ITestOutputHelper output)
{
    [Fact]
    public void Members_in_any_order_give_the_same_events()
    {
        int seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        foreach (string name in Bodies.Names)
        {
            // Of repeated members the last one wins, so that their order does matter; and halves of surrogate pairs are more than JsonNode can write.
            if (name.Contains("repeated", StringComparison.Ordinal) || name.Contains("escapes", StringComparison.Ordinal))
            {
                continue;
            }

            byte[] body = Bodies.Read(name);
            IEnumerable<string> expected = Recorder.Receive(body).Lines.Order(StringComparer.Ordinal);
            for (int round = 0; round < 25; round++)
            {
                JsonNode shuffled = Shuffle(JsonNode.Parse(body)!, random);
                IEnumerable<string> actual = Recorder.Receive(System.Text.Encoding.UTF8.GetBytes(shuffled.ToJsonString())).Lines.Order(StringComparer.Ordinal);
                Assert.Equal(expected, actual);
            }
        }
    }

    private static JsonNode Shuffle(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject json:
                KeyValuePair<string, JsonNode?>[] members = [.. json.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Shuffle(m.Value, random)))];
                random.Shuffle(members);
                return new JsonObject(members);
            case JsonArray array:
                return new JsonArray([.. array.Select(i => i is null ? null : Shuffle(i, random))]);
            default:
                return node.DeepClone();
        }
    }
}
