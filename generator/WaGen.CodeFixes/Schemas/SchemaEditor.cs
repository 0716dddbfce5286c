using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Schema.Json;

namespace WaGen.CodeFixes;

/// <summary>Writes into schema files in the way in which they are laid out already.</summary>
internal static class SchemaEditor
{
    /// <summary>A solution with all edits of a project's files; edits of one place are written as one.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, ProjectId projectId, IEnumerable<SchemaEdit> edits, CancellationToken cancellationToken)
    {
        foreach (IGrouping<string, SchemaEdit> file in edits.Distinct().GroupBy(static e => e.Path, StringComparer.Ordinal))
        {
            if (solution.GetProject(projectId)?.AdditionalDocuments.FirstOrDefault(d => string.Equals(d.FilePath, file.Key, StringComparison.Ordinal)) is { } document)
            {
                SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(document.Id, Apply(text, file));
            }
        }

        return solution;
    }

    /// <summary>The text with the edits.</summary>
    public static SourceText Apply(SourceText text, IEnumerable<SchemaEdit> edits)
    {
        if (JsonReader.Read(text, out _) is not { } root)
        {
            return text;
        }

        var layout = new SchemaLayout(text);
        var changes = new List<TextChange>();
        foreach (IGrouping<int, SchemaEdit> place in edits.GroupBy(static e => e.Position))
        {
            if (NodeAt(root, place.Key) is { } container)
            {
                changes.Add(layout.Append(container, place.ToList()));
            }
        }

        return text.WithChanges(changes.OrderBy(static c => c.Span.Start));
    }

    /// <summary>The edit that says in <c>x-wagen</c> of a schema what a key is.</summary>
    public static SchemaEdit SetExtension(SchemaDocument document, JsonNode schema, string key, string text) => schema["x-wagen"] is { } extension
        ? new SchemaEdit(document.Path, extension.Span.Start, key, Quote(text))
        : new SchemaEdit(document.Path, schema.Span.Start, "x-wagen", $"{{ {Quote(key)}: {Quote(text)} }}");

    /// <summary>A text as JSON writes it.</summary>
    public static string Quote(string text) => "\"" + string.Concat(text.Select(static c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        < ' ' => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    })) + "\"";

    /// <summary>The object or array that begins at a position; null when the file has changed since.</summary>
    public static JsonNode? NodeAt(JsonNode node, int position)
    {
        if (node.Span.Start == position)
        {
            return node.Kind is JsonNodeKind.Object or JsonNodeKind.Array ? node : null;
        }

        return node.Items.Concat(node.Members.Select(static m => m.Value)).FirstOrDefault(n => n.Span.Start <= position && position < n.Span.End) is { } inner
            ? NodeAt(inner, position)
            : null;
    }
}
