using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Tests.Shipped.Api;

/// <summary>One rule of a schema over several members, and an example that it applies to.</summary>
internal sealed record RuleCase(int Index, JsonObject Rule, SchemaPlace Place, ApiExample Example)
{
    private static readonly string[] Kinds = ["exactlyOne", "atLeastOne", "atMostOne", "count", "unique", "required", "forbidden"];

    /// <summary>The rules that stand at a schema.</summary>
    public static IEnumerable<(int Index, JsonObject Rule)> Of(SchemaPlace place) =>
        place.Schema["x-wagen"]?["rules"]?.AsArray().Select(static (rule, index) => (index, rule!.AsObject())) ?? [];

    public string Kind => Kinds.First(kind => Rule[kind] is not null);

    /// <summary>Makes a body that is just right and one that breaks the rule; null when the example has nothing to make them of.</summary>
    public (JsonObject Right, JsonObject Wrong, PayloadProblemKind Kind)? Bodies() => Kind switch
    {
        "count" => Counted(),
        "unique" => Repeated(),
        "exactlyOne" or "atLeastOne" => Change(Without(Names(Kind)), PayloadProblemKind.Choice),
        _ => null,
    };

    public override string ToString() => $"{Place.Address[(Place.Address.IndexOf("/api/", StringComparison.Ordinal) + 5)..]} {Index} {Kind}";

    private static Action<JsonObject> Without(string[] names) => holder =>
    {
        foreach (string name in names)
        {
            holder.Remove(name);
        }
    };

    private string[] Names(string kind) => [.. Rule[kind]!.AsArray().Select(static name => name!.GetValue<string>())];

    private (JsonObject Right, JsonObject Wrong, PayloadProblemKind Kind)? Change(Action<JsonObject> change, PayloadProblemKind kind)
    {
        JsonObject wrong = Copy();
        change(Holder(wrong));
        return (Example.Body, wrong, kind);
    }

    /// <summary>As many elements as the rule allows, and one more, in the first of the arrays.</summary>
    private (JsonObject Right, JsonObject Wrong, PayloadProblemKind Kind)? Counted()
    {
        if (Rule["maximum"]?.GetValue<int>() is not { } most)
        {
            return null;
        }

        string path = Rule["count"]!.GetValue<string>();
        string[] steps = path.Split('.');
        string[] arrays = [.. steps.TakeWhile(static step => step.EndsWith("[]", StringComparison.Ordinal)).Select(static step => step[..^2])];
        string? member = steps.Length > arrays.Length ? steps[^1] : null;
        return Filled(arrays, member, most) is { } right && Filled(arrays, member, most + 1) is { } wrong ? (right, wrong, PayloadProblemKind.MaxItems) : null;
    }

    private JsonObject? Filled(string[] arrays, string? member, int count)
    {
        JsonObject body = Copy();
        JsonObject holder = Holder(body);
        foreach (string outer in arrays[..^1])
        {
            if (holder[outer]?[0]?.DeepClone() is not JsonObject only)
            {
                return null;
            }

            holder[outer] = new JsonArray(only);
            holder = only;
        }

        JsonNode? element = holder[arrays[^1]]?.AsArray().FirstOrDefault(each => member is null || each?[member] is not null);
        if (element is null)
        {
            return null;
        }

        holder[arrays[^1]] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => element.DeepClone())]);
        return body;
    }

    /// <summary>The first element that has the text, twice.</summary>
    private (JsonObject Right, JsonObject Wrong, PayloadProblemKind Kind)? Repeated()
    {
        string[] steps = Rule["unique"]!.GetValue<string>().Split('.');
        JsonObject wrong = Copy();
        JsonNode? holder = Holder(wrong);
        int last = Array.FindLastIndex(steps, static step => step.EndsWith("[]", StringComparison.Ordinal));
        foreach (string step in steps[..last])
        {
            holder = step.EndsWith("[]", StringComparison.Ordinal) ? holder?[step[..^2]]?[0] : holder?[step];
        }

        JsonArray? array = holder?[steps[last][..^2]]?.AsArray();
        JsonNode? element = array?.FirstOrDefault(each => steps[(last + 1)..].Aggregate(each, static (node, name) => node?[name]) is not null);
        if (element is null)
        {
            return null;
        }

        array!.Add(element.DeepClone());
        return (Example.Body, wrong, PayloadProblemKind.Unique);
    }

    private JsonObject Copy() => JsonSerializer.Deserialize<JsonObject>(Example.Body.ToJsonString())!;

    private JsonObject Holder(JsonObject body) => Place.Path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((JsonNode)body, static (node, step) => node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!)
        .AsObject();
}
