using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Cli.Trigger;

/// <summary>Gives one copy of a body new ids and the present time.</summary>
/// <remarks>An id that occurs several times gets the same new id everywhere, so that what refers to it still does.</remarks>
internal sealed class Minting
{
    // A shorter text can equal an id by chance.
    private const int ShortestReference = 4;

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts;
    private readonly HashSet<string> _identities;
    private readonly HashSet<string> _times;
    private readonly long _now;

    public Minting(WebhookInspection inspection, long now)
    {
        _now = now;
        _texts = Paths(inspection, "string");
        _times = Paths(inspection, "unix-time");
        HashSet<string> minted = [.. _texts, .. Paths(inspection, "integer")];
        _identities = inspection.Items.SelectMany(static item => item.IdentityPaths).Where(minted.Contains).ToHashSet(StringComparer.Ordinal);
        foreach (InspectedMember member in inspection.Typed.Where(member => _identities.Contains(member.Path)))
        {
            if ((member.Value.GetString() ?? System.Text.Encoding.UTF8.GetString(member.Value.Utf8)) is { } old && NewId.CanReplace(old))
            {
                _ids.TryAdd(old, NewId.Like(old));
            }
        }
    }

    /// <summary>Changes a body in place.</summary>
    public void Apply(JsonObject body) => Visit(body, string.Empty);

    private static HashSet<string> Paths(WebhookInspection inspection, string type) =>
        inspection.Typed.Where(member => member.Type == type).Select(static member => member.Path).ToHashSet(StringComparer.Ordinal);

    private static JsonNode Like(JsonValue old, string text) =>
        old.GetValueKind() == JsonValueKind.Number ? JsonNode.Parse(text)! : JsonValue.Create(text);

    private JsonNode? Visit(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToArray())
                {
                    JsonNode? changed = Visit(value, path.Length == 0 ? name : $"{path}.{name}");
                    if (changed != value)
                    {
                        members[name] = changed;
                    }
                }

                return node;
            case JsonArray elements:
                for (int i = 0; i < elements.Count; i++)
                {
                    JsonNode? value = elements[i];
                    JsonNode? changed = Visit(value, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
                    if (changed != value)
                    {
                        elements[i] = changed;
                    }
                }

                return node;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number:
                return Scalar(value, path);
            default:
                return node;
        }
    }

    private JsonValue Scalar(JsonValue value, string path)
    {
        string old = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        if (_times.Contains(path))
        {
            // Zero stands for no time.
            return old.AsSpan().Trim('0').IsEmpty ? value : Like(value, _now.ToString(CultureInfo.InvariantCulture)).AsValue();
        }

        bool refers = _identities.Contains(path) || (old.Length >= ShortestReference && _texts.Contains(path));
        return refers && _ids.TryGetValue(old, out string? minted) ? Like(value, minted).AsValue() : value;
    }
}
