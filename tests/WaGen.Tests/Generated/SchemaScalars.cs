using System.Globalization;
using System.Text.Json.Nodes;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.Tests.Generated;

/// <summary>Makes values that are neither objects with known members nor lists.</summary>
internal sealed class SchemaScalars(Random random)
{
    private static readonly string[] Snippets =
        ["a", "Zoë", " ", "\"", "\\", "/", "\n", "\t", "\u0001", "é", "ß", "日本", "😀", "\u2028", "\u007F", "0", "{", "]", "true", "plain text that is longer than one vector of bytes"];

    private static readonly string[] Numbers = ["0", "-1", "12.50", "-0.25", "1e3", "2.5E-4", "79228162514264337593543950335", "48.137154", "-122.084", "3"];

    private static readonly string[] Raws = ["{}", "[]", "null", "true", "-12.50e+3", "\"x\"", """{"a":[1,{"b":"c"},null]}""", "[[],[{}]]"];

    /// <summary>Makes a value that fits.</summary>
    public JsonNode? Next(SchemaShape shape) => shape.Kind switch
    {
        SchemaKind.Raw => JsonNode.Parse(Raws[random.Next(Raws.Length)]),
        SchemaKind.Text when shape.Values.Count > 0 => Pick(shape.Values),
        SchemaKind.Enum => Pick(shape.Values),
        SchemaKind.Text => Text(),
        SchemaKind.JsonText => """{"answer":[1,"two"]}""",
        SchemaKind.Boolean => Either(shape, random.Next(2) == 0 ? "true" : "false"),
        SchemaKind.UnixTime => Either(shape, random.NextInt64(0, 4_102_444_800).ToString(CultureInfo.InvariantCulture)),
        SchemaKind.Integer => Either(shape, Integer()),
        SchemaKind.Number => Either(shape, Pick(Numbers)),
        SchemaKind.Id => Id(shape),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Kind, "No scalar."),
    };

    /// <summary>Makes the name of an entry of a map.</summary>
    public string Name() => $"{Pick(["key", "Some-Key", "with space", "ключ", "a.b"])}{random.Next(100)}";

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pick(Snippets)));

    private string Integer() => random.Next(6) switch
    {
        0 => "9223372036854775807",
        1 => "-9223372036854775808",
        2 => "0",
        _ => random.Next(-1000, 1_000_000).ToString(CultureInfo.InvariantCulture),
    };

    private JsonNode? Id(SchemaShape shape)
    {
        string digits = random.NextInt64(1, 1_000_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
        return shape.Plain && random.Next(2) == 0 ? JsonNode.Parse(digits) : Pick([digits, $"wamid.{digits}==", $"DE.{digits}", string.Empty, Text()]);
    }

    /// <summary>A value in one of the forms that the schema allows: plain, or inside a text.</summary>
    private JsonNode? Either(SchemaShape shape, string value) => shape.Text && (!shape.Plain || random.Next(2) == 0) ? value : JsonNode.Parse(value);

    private string Pick(IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];
}
