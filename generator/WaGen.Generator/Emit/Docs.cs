using System.Text;
using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Documentation comments from what the schema says.</summary>
internal static class Docs
{
    /// <summary>The length at which text is wrapped.</summary>
    private const int LineLength = 140;

    /// <summary>The length up to which an element stays in one line; an address takes much of it, and three lines for one are harder to read.</summary>
    private const int OneLineLength = 190;

    private static readonly char[] EndsOfPath = ['/', ':'];

    public static void Summary(CodeWriter writer, string text) => Element(writer, "summary", Escape(text));

    /// <summary>Remarks, unless there are none.</summary>
    public static void Remark(CodeWriter writer, string xml)
    {
        if (xml.Length > 0)
        {
            Element(writer, "remarks", xml);
        }
    }

    /// <summary>A comment of one line that refers to another member.</summary>
    public static void Inherit(CodeWriter writer, string cref) => writer.Line($"/// <inheritdoc cref=\"{cref}\"/>");

    /// <summary>Remarks of one line that refer to those of another type or member.</summary>
    public static void InheritRemarks(CodeWriter writer, string cref) => writer.Line($"/// <inheritdoc cref=\"{cref}\" path=\"/remarks\"/>");

    /// <summary>A comment of one line that says where in which schema a type is described.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="id">The <c>$id</c> of the schema; its last part is what people call the file.</param>
    /// <param name="pointer">The pointer, with a number sign in front.</param>
    public static void SeeSchema(CodeWriter writer, string id, string pointer) =>
        writer.Line($"/// <seealso href=\"{Escape(id.Substring(id.LastIndexOfAny(EndsOfPath) + 1))}{Escape(pointer)}\"/>");

    /// <summary>What a type is, and where the fact comes from.</summary>
    public static void Describe(CodeWriter writer, string? description, string fallback, Provenance provenance, string? remark = null)
    {
        Summary(writer, description ?? fallback);
        Remark(writer, Remarks(provenance, remark));
    }

    /// <summary>What is said beside a summary: a remark, the name on the wire, and where the fact comes from.</summary>
    public static string Remarks(Provenance provenance, string? remark = null, string? wireName = null)
    {
        var remarks = new List<string>();
        if (wireName is not null)
        {
            remarks.Add($"On the wire: <c>{Escape(wireName)}</c>.");
        }

        if (!string.IsNullOrEmpty(remark))
        {
            remarks.Add(remark!);
        }

        if (provenance.Since is not null)
        {
            remarks.Add($"Since {Escape(provenance.Since)}.");
        }

        if (provenance.Source is not null)
        {
            string seen = provenance.Seen is null ? string.Empty : $", seen {Escape(provenance.Seen)}";
            remarks.Add($"Source: <see href=\"{Escape(provenance.Source)}\"/>{seen}.");
        }

        return string.Join(" ", remarks);
    }

    /// <summary>Text that is safe inside an element or attribute.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(static c => c is '&' or '<' or '>' or '"' or < ' ' or '\u0085' or '\u2028' or '\u2029'))
        {
            return text.Trim();
        }

        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029' => escaped.Append(' '),
                < ' ' => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString().Trim();
    }

    private static void Element(CodeWriter writer, string name, string content)
    {
        string line = $"/// <{name}>{content}</{name}>";
        if (line.Length <= OneLineLength)
        {
            writer.Line(line);
            return;
        }

        writer.Line($"/// <{name}>");
        foreach (string part in Wrap(content))
        {
            writer.Line("/// " + part);
        }

        writer.Line($"/// </{name}>");
    }

    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (string word in text.Replace("<see ", "<see\u00a0").Split(' ').Select(static w => w.Replace("<see\u00a0", "<see ")))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > LineLength)
            {
                yield return line.ToString();
                line.Clear();
            }

            _ = line.Length > 0 ? line.Append(' ') : line;
            line.Append(word);
        }

        yield return line.ToString();
    }
}
