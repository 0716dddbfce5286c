using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WaGen.Cli.Schemas;

namespace WaGen.Cli.Trigger;

/// <summary>Makes a body out of an example: new ids, the present time, as many copies as wanted.</summary>
/// <param name="contract">The contract.</param>
/// <param name="entriesMember">The member of a body that holds the list of entries.</param>
/// <param name="clock">Says the time.</param>
internal sealed class BodyMaker(WebhookContract contract, string entriesMember, TimeProvider clock)
{
    /// <summary>Makes one body that holds the example so many times, each with ids of its own.</summary>
    public TriggeredBody Make(Example example, int copies)
    {
        JsonObject body = Mint(example);
        bool keeps = KeepsIdentity(example, body);
        for (int i = 1; i < copies; i++)
        {
            var entries = (JsonArray)body[entriesMember]!;
            foreach (JsonNode? entry in Mint(example)[entriesMember]!.AsArray())
            {
                entries.Add(entry?.DeepClone());
            }
        }

        string label = example.Describe() + (copies > 1 ? string.Create(CultureInfo.InvariantCulture, $" x {copies}") : string.Empty);
        return new TriggeredBody(label, Encoding.UTF8.GetBytes(body.ToJsonString()), keeps);
    }

    private bool KeepsIdentity(Example example, JsonObject minted)
    {
        var after = WebhookInspection.Read(contract, Encoding.UTF8.GetBytes(minted.ToJsonString()));
        return example.Inspection.Items.Zip(after.Items).Any(static pair => pair.First.Identity is { } identity && identity == pair.Second.Identity);
    }

    private JsonObject Mint(Example example)
    {
        JsonObject body = JsonNode.Parse(example.Body)!.AsObject();
        var minting = new Minting(example.Inspection, clock.GetUtcNow().ToUnixTimeSeconds());
        minting.Apply(body);
        return body;
    }
}
