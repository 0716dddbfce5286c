using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Schema;

/// <summary>Reads members of an <c>x-wagen</c> object and reports what is missing, unknown or of another kind.</summary>
internal sealed class SchemaExtension(JsonNode json, SchemaProblems problems)
{
    /// <summary>Keys that say where a fact comes from; allowed everywhere.</summary>
    private static readonly string[] ProvenanceKeys = ["source", "seen", "since"];

    public JsonNode Json { get; } = json;

    /// <summary>Reports members other than these and the provenance ones.</summary>
    public void AllowOnly(string place, params string[] keys)
    {
        foreach (JsonMember member in Json.Members)
        {
            if (!keys.Contains(member.Name, StringComparer.Ordinal) && !ProvenanceKeys.Contains(member.Name, StringComparer.Ordinal))
            {
                ReportKey(problems, member, place);
            }
        }
    }

    /// <summary>Reports a key that does not belong to its place: it belongs to another one, or to none.</summary>
    public static void ReportKey(SchemaProblems problems, JsonMember key, string place)
    {
        if (ExtensionKeys.HomeOf(key.Name) is { } home)
        {
            problems.Add(SchemaRules.MisplacedKeyword, key.NameSpan, key.Name, "as a key " + place, "it belongs to " + home);
        }
        else
        {
            problems.Add(SchemaRules.UnknownKeyword, key.NameSpan, key.Name, place);
        }
    }

    /// <summary>The text of a member; null, and reported, when it is missing or no text.</summary>
    public string? Required(string key)
    {
        if (Json[key] is null)
        {
            problems.Add(SchemaRules.NotASchema, Json.Span, $"'{key}' is missing in x-wagen");
            return null;
        }

        return Optional(key);
    }

    /// <summary>The text of a member; null when it is missing or, reported, no text.</summary>
    public string? Optional(string key) => Json[key] is not { } value ? null : Text(key, value);

    /// <summary>Whether a member is true; one that is neither true nor false is reported.</summary>
    public bool Flag(string key)
    {
        if (Json[key] is { Kind: not (JsonNodeKind.True or JsonNodeKind.False) } other)
        {
            problems.Add(SchemaRules.InvalidKeywordValue, other.Span, key, "true or false");
        }

        return Json[key] is { Kind: JsonNodeKind.True };
    }

    /// <summary>The texts of a member that is an array; empty when it is missing.</summary>
    public IReadOnlyList<JsonNode> Texts(string key)
    {
        if (Json[key] is not { } value)
        {
            return [];
        }

        if (value.Kind is JsonNodeKind.Array && value.Items.All(static i => i.Kind is JsonNodeKind.String))
        {
            return value.Items;
        }

        problems.Add(SchemaRules.InvalidKeywordValue, value.Span, key, "an array of strings");
        return [];
    }

    /// <summary>A member that is an object; null when it is missing or, reported, no object.</summary>
    public SchemaExtension? Object(string key)
    {
        if (Json[key] is not { } value)
        {
            return null;
        }

        if (value.Kind is JsonNodeKind.Object)
        {
            return new SchemaExtension(value, problems);
        }

        problems.Add(SchemaRules.InvalidKeywordValue, value.Span, key, "an object");
        return null;
    }

    /// <summary>The objects of a member that is an array; empty when it is missing.</summary>
    public IEnumerable<SchemaExtension> Objects(string key)
    {
        if (Json[key] is not { } value)
        {
            return [];
        }

        if (value.Kind is JsonNodeKind.Array && value.Items.All(static i => i.Kind is JsonNodeKind.Object))
        {
            return value.Items.Select(i => new SchemaExtension(i, problems));
        }

        problems.Add(SchemaRules.InvalidKeywordValue, value.Span, key, "an array of objects");
        return [];
    }

    /// <summary>Where the fact comes from, as far as it is said here.</summary>
    public Provenance Provenance => new()
    {
        Source = Optional("source"),
        Seen = Optional("seen"),
        Since = Optional("since"),
    };

    private string? Text(string key, JsonNode value)
    {
        if (value.Kind is JsonNodeKind.String)
        {
            return value.Text;
        }

        problems.Add(SchemaRules.InvalidKeywordValue, value.Span, key, "a string");
        return null;
    }
}
