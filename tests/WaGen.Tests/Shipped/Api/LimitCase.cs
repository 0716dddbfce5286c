using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WaGen.Tests.Shipped.Api;

/// <summary>One limit of a schema and an example that it applies to.</summary>
internal sealed record LimitCase(string Keyword, SchemaPlace Place, ApiExample Example)
{
    // Texts of which at least one has the form of nothing.
    private static readonly string[] Misfits = ["\u0001 not this \u0001", " blank", "a\nb\nc\nd", "a.b.c.d", string.Empty];

    private static readonly string[] Keywords = ["minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "required"];

    /// <summary>All limits that stand at a schema, with where each applies.</summary>
    public static IEnumerable<string> Of(SchemaPlace place) =>
        Keywords.Where(keyword => place.Schema[keyword] is not null).SelectMany(keyword => keyword == "required"
            ? place.Schema[keyword]!.AsArray().Select(static name => name!.GetValue<string>()).Where(name => !IsContent(place, name)).Select(static name => $"required {name}")
            : [keyword]);

    /// <summary>Makes a body that is just right and one that is just wrong; null when this limit has none of the kind.</summary>
    public (JsonObject? Right, JsonObject? Wrong, PayloadProblemKind Kind, string Path) Bodies()
    {
        if (Keyword.StartsWith("required ", StringComparison.Ordinal))
        {
            string name = Keyword["required ".Length..];
            return (Example.Body, Change(static (holder, key) => holder.AsObject().Remove(key), name), PayloadProblemKind.Required, Join(name));
        }

        JsonNode limit = Place.Schema[Keyword]!;
        return Keyword switch
        {
            "maxLength" => (Text(limit, 0), Text(limit, 1), PayloadProblemKind.MaxLength, Place.Path),
            "minLength" => (Text(limit, 0), Text(limit, -1), PayloadProblemKind.MinLength, Place.Path),
            "pattern" => (Example.Body, With(JsonValue.Create(Misfits.First(text => !Regex.IsMatch(text, limit.GetValue<string>(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))))), PayloadProblemKind.Pattern, Place.Path),
            "maximum" => (Number(limit, 0), Number(limit, 1), PayloadProblemKind.Maximum, Place.Path),
            "minimum" => (Number(limit, 0), Number(limit, -1), PayloadProblemKind.Minimum, Place.Path),
            "maxItems" => (Items(limit, 0), Items(limit, 1), PayloadProblemKind.MaxItems, Place.Path),
            "minItems" => (Items(limit, 0), Items(limit, -1), PayloadProblemKind.MinItems, Place.Path),
            _ => throw new InvalidOperationException(Keyword),
        };
    }

    /// <summary>Whether a member makes the object the variant that it is: without it there is another variant, and nothing is missing.</summary>
    private static bool IsContent(SchemaPlace place, string name) => place.Schema["x-wagen"]?["content"]?.GetValue<string>() == name;

    public override string ToString() => $"{Place.Address[(Place.Address.IndexOf("/api/", StringComparison.Ordinal) + 5)..]} {Keyword}";

    private string Join(string name) => Place.Path.Length == 0 ? name : $"{Place.Path}.{name}";

    // Letters outside of the first plane take two characters of C# each, and count once.
    private JsonObject Text(JsonNode limit, int more) => With(JsonValue.Create(string.Concat(Enumerable.Repeat("\U0001D49C", limit.GetValue<int>() + more))));

    private JsonObject Number(JsonNode limit, int more)
    {
        decimal number = limit.GetValue<decimal>() + more;
        bool quoted = Place.Schema["type"] is JsonArray types && types[0]!.GetValue<string>() == "string";
        return With(quoted ? JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)) : JsonValue.Create(number));
    }

    private JsonObject Items(JsonNode limit, int more)
    {
        var items = Find(Example.Body).AsArray();
        return With(new JsonArray([.. Enumerable.Range(0, limit.GetValue<int>() + more).Select(i => items[i % items.Count]!.DeepClone())]));
    }

    private JsonObject With(JsonNode value) => Change((holder, key) =>
    {
        if (holder is JsonArray array)
        {
            array[int.Parse(key, CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            holder[key] = value;
        }
    });

    /// <summary>Changes a copy of the example at the place of the limit, or at a member of it.</summary>
    private JsonObject Change(Action<JsonNode, string> change, string? member = null)
    {
        var body = JsonSerializer.Deserialize<JsonObject>(Example.Body.ToJsonString())!;
        string[] steps = [.. Steps(), .. member is null ? Array.Empty<string>() : [member]];
        JsonNode holder = body;
        foreach (string step in steps[..^1])
        {
            holder = Step(holder, step);
        }

        change(holder, steps[^1]);
        return body;
    }

    private JsonNode Find(JsonNode body) => Steps().Aggregate(body, Step);

    private static JsonNode Step(JsonNode holder, string step) => holder is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)]! : holder[step]!;

    private string[] Steps() => Place.Path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
}
