using System.Globalization;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Schema;
using WaGen.Generator.Schema.Json;

namespace WaGen.CodeFixes;

/// <summary>Invents a text, a number or a truth value that fits its schema.</summary>
internal static class SampleText
{
    public static string Of(LocatedSchema schema)
    {
        SchemaNode node = schema.Node;
        if (node.Values.Count > 0)
        {
            return SchemaEditor.Quote(node.Values[0].Text);
        }

        JsonNode? given = node.Json["examples"] is { Items: { Count: > 0 } examples } ? examples[0] : node.Json["default"];
        if (given is { Kind: not (JsonNodeKind.Object or JsonNodeKind.Array or JsonNodeKind.Null) })
        {
            return schema.Document.Text.ToString(given.Span);
        }

        SchemaTypes types = node.KnownTypes;
        return (types & SchemaTypes.String) is not SchemaTypes.None ? SchemaEditor.Quote(Fit(Text(node.Format, types), node))
            : types is SchemaTypes.Boolean ? "true"
            : types is SchemaTypes.None ? "{}"
            : Number(node);
    }

    private static string Text(string? format, SchemaTypes types) => format switch
    {
        SchemaFormats.Id => "id-1",
        SchemaFormats.Phone => "15550001111",
        SchemaFormats.UnixTime => "1767225600",
        SchemaFormats.Decimal or SchemaFormats.Double => "1.5",
        "base64" => "AAAA",
        "country" => "DE",
        "currency" => "EUR",
        "date" => "2026-01-01",
        "date-time" => "2026-01-01T00:00:00Z",
        "email" => "someone@example.com",
        "language" => "en",
        "mime-type" => "text/plain",
        "uri" => "https://example.com/1",
        _ when (types & SchemaTypes.Boolean) is not SchemaTypes.None => "true",
        _ when (types & (SchemaTypes.Integer | SchemaTypes.Number)) is not SchemaTypes.None => "1",
        _ => "text",
    };

    private static string Number(SchemaNode node)
    {
        string usual = node.Format is SchemaFormats.UnixTime ? "1767225600" : "1";
        double number = double.Parse(usual, CultureInfo.InvariantCulture);
        return node.Json["minimum"] is { } least && Limit(least) > number ? least.Text
            : node.Json["maximum"] is { } most && Limit(most) < number ? most.Text
            : usual;
    }

    /// <summary>Makes a text as long as it must be, and no longer than it may be.</summary>
    private static string Fit(string text, SchemaNode node)
    {
        if (node.Json["minLength"] is { } least && Limit(least) > text.Length)
        {
            text = text.PadRight((int)Math.Min(Limit(least), 1000), 'x');
        }

        return node.Json["maxLength"] is { } most && Limit(most) < text.Length ? text.Substring(0, (int)Math.Max(Limit(most), 0)) : text;
    }

    private static double Limit(JsonNode limit) => double.TryParse(limit.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : 0;
}
