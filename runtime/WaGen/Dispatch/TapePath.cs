using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WaGen.Runtime;

/// <summary>Writes the way from the root of a body to a node.</summary>
internal static class TapePath
{
    /// <summary>Returns the way to a node, empty for the root.</summary>
    /// <param name="document">The body.</param>
    /// <param name="version">The version that the reader holds.</param>
    /// <param name="node">The tape index of a value, or of a member name for the way to that member.</param>
    /// <param name="indexes">Whether array indexes are written; without them all elements of an array have the same path.</param>
    public static string Get(WebhookDocument document, int version, int node, bool indexes)
    {
        var path = new StringBuilder();
        int current = 0;
        while (current < node)
        {
            TapeNode container = document.ReadNode(version, current);
            if (container.Kind is not (JsonKind.Object or JsonKind.Array) || node >= container.Next)
            {
                break;
            }

            current = container.Kind == JsonKind.Object
                ? AppendMember(path, document, version, current, node)
                : AppendElement(path, document, version, current, node, indexes);
        }

        document.ThrowIfLate(version);
        return path.ToString();
    }

    private static int AppendMember(StringBuilder path, WebhookDocument document, int version, int container, int node)
    {
        int name = container + 1;
        int next = document.ReadNode(version, name + 1).Next;
        while (next <= node)
        {
            name = next;
            next = document.ReadNode(version, name + 1).Next;
        }

        AppendName(path, document.ReadText(version, name));
        return name == node ? node : name + 1;
    }

    private static int AppendElement(StringBuilder path, WebhookDocument document, int version, int container, int node, bool indexes)
    {
        // Events are mostly asked in body order, so the place in a long array is found from the one before.
        PathHint? hint = document.FindHint(version, container);
        int index = hint is not null && hint.Element <= node ? hint.Index : 0;
        int element = hint is not null && hint.Element <= node ? hint.Element : container + 1;
        int next = document.ReadNode(version, element).Next;
        while (next <= node)
        {
            index++;
            element = next;
            next = document.ReadNode(version, element).Next;
        }

        document.KeepHint(version, container, element, index);

        path.Append('[');
        if (indexes)
        {
            path.Append(CultureInfo.InvariantCulture, $"{index}");
        }

        path.Append(']');
        return element;
    }

    /// <summary>Appends the name of a member. One that would be misread in a path stands in brackets and quotes, without control characters.</summary>
    public static void AppendName(StringBuilder path, string name)
    {
        if (name.Length > 0 && !name.Any(static c => c is '.' or '[' or ']' or '"' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            path.Append(path.Length == 0 ? string.Empty : ".").Append(name);
        }
        else
        {
            path.Append("[\"").Append(JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append("\"]");
        }
    }
}
