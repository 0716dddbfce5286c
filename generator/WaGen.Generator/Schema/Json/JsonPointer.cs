using System.Globalization;

namespace WaGen.Generator.Schema.Json;

/// <summary>JSON pointers (RFC 6901) as they stand behind the number sign of an address.</summary>
internal static class JsonPointer
{
    private const string Plain = "-._$";

    /// <summary>A name as one step of a pointer.</summary>
    public static string Escape(string name) => name.All(static c => c < '\u0080' && (char.IsLetterOrDigit(c) || Plain.IndexOf(c) >= 0))
        ? name
        : Uri.EscapeDataString(name.Replace("~", "~0").Replace("/", "~1"));

    /// <summary>The value that a pointer leads to; null when it leads nowhere.</summary>
    /// <param name="root">The file.</param>
    /// <param name="pointer">The pointer, without the number sign.</param>
    public static JsonNode? Resolve(JsonNode root, string pointer)
    {
        JsonNode? current = root;
        foreach (string step in pointer.Split('/').Skip(1))
        {
            string name = Uri.UnescapeDataString(step).Replace("~1", "/").Replace("~0", "~");
            current = current.Kind is JsonNodeKind.Array
                ? int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? current.Items.ElementAtOrDefault(index) : null
                : current[name];
            if (current is null)
            {
                return null;
            }
        }

        return current;
    }
}
