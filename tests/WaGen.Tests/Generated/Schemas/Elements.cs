using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>Members and texts of parsed JSON, as every receiver must understand them: the last of repeated members counts, null is absent.</summary>
internal static class Elements
{
    /// <summary>Returns the member that counts, or null when it is absent.</summary>
    public static JsonElement? Find(JsonElement holder, IReadOnlyList<string> names) => Find(holder, names, out _);

    /// <summary>The same, with the member's part of a path.</summary>
    public static JsonElement? Find(JsonElement holder, IReadOnlyList<string> names, out string step)
    {
        step = string.Empty;
        JsonElement? found = null;
        string foundName = string.Empty;
        foreach (JsonProperty member in holder.EnumerateObject())
        {
            string? name = Name(member);
            bool isNull = member.Value.ValueKind == JsonValueKind.Null;

            // A null under another spelling of the member erases nothing.
            if (name is null || !names.Contains(name) || (isNull && found is not null && name != foundName))
            {
                continue;
            }

            found = isNull ? null : member.Value;
            foundName = name;
            step = Step(member);
        }

        return found;
    }

    /// <summary>The part of a path that a member is: a name that would be misread in a path stands in brackets.</summary>
    public static string Step(JsonProperty member)
    {
        string raw = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
        string name = JsonSerializer.Deserialize<string>($"\"{raw}\"")!;
        bool isPlain = name.Length > 0 && !name.Any(static c => c is '.' or '[' or ']' or '"' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c));
        return isPlain ? $".{name}" : $"[\"{JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"]";
    }

    /// <summary>Puts a path together from its parts.</summary>
    public static string Path(string path, string step) => path.Length == 0 ? step.TrimStart('.') : path + step;

    /// <summary>Returns a text; one with halves of surrogate pairs equals no name or value of a schema, so any such text will do.</summary>
    public static string Text(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>All scalars below an element: where each stands, and how it was written.</summary>
    public static IEnumerable<(string Path, string Raw)> Leaves(JsonElement element, string path = "")
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject().SelectMany(m => Leaves(m.Value, Path(path, Step(m))));
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany((item, i) => Leaves(item, $"{path}[{i}]"));
            default:
                return [(path, element.GetRawText())];
        }
    }

    private static string? Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
