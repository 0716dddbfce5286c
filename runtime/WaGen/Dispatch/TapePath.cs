using System.Globalization;
using System.Text;

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

        AppendName(path, document, version, name);
        return name == node ? node : name + 1;
    }

    private static int AppendElement(StringBuilder path, WebhookDocument document, int version, int container, int node, bool indexes)
    {
        int index = 0;
        int element = container + 1;
        int next = document.ReadNode(version, element).Next;
        while (next <= node)
        {
            index++;
            element = next;
            next = document.ReadNode(version, element).Next;
        }

        path.Append('[');
        if (indexes)
        {
            path.Append(CultureInfo.InvariantCulture, $"{index}");
        }

        path.Append(']');
        return element;
    }

    private static void AppendName(StringBuilder path, WebhookDocument document, int version, int name)
    {
        // The raw name still has its escapes, so it holds neither quotes nor control characters.
        ReadOnlySpan<byte> raw = document.ReadRaw(version, name)[1..^1];
        if (IsPlain(raw))
        {
            path.Append(path.Length == 0 ? string.Empty : ".").Append(Encoding.UTF8.GetString(raw));
        }
        else
        {
            path.Append("[\"").Append(Encoding.UTF8.GetString(raw)).Append("\"]");
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'_' or (byte)'-'))
            {
                return false;
            }
        }

        return !name.IsEmpty;
    }
}
