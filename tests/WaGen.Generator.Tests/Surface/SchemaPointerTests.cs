using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema.Json;
using WaGen.Generator.Tests.Infrastructure;
using WaGen.Generator.Tests.Pipeline;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Surface;

/// <summary>Printed types say where in which schema they are described.</summary>
public sealed class SchemaPointerTests
{
    [Fact]
    public void Every_public_type_leads_to_its_description()
    {
        Dictionary<string, List<JsonNode>> files = GeneratorRun.ShippedSchemas()
            .GroupBy(static f => Path.GetFileName(f.Path), static f => JsonReader.Read(SourceText.From(f.Json), out _)!, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.ToList(), StringComparer.Ordinal);
        Compilation output = Edits.Shipped.Output;
        int count = 0;
        foreach (INamedTypeSymbol type in Edits.Shipped.Result.GeneratedSources.SelectMany(s => PrintedSurface.Types(output, s.SyntaxTree)))
        {
            string[] link = Link(type).Split('#');
            Assert.Contains(files[link[0]], file => JsonPointer.Resolve(file, link[1]) is { Kind: JsonNodeKind.Object } schema && (link[1].Length == 0 || schema["type"] is not null));
            count++;
        }

        Assert.True(count > 300, $"only {count} types were looked at");
    }

    [Theory]
    [InlineData("ParcelNews", "envelope.json#/$defs/ParcelNews")]
    [InlineData("ParcelsEnvelope", "envelope.json#")]
    [InlineData("IParcelsHandler", "envelope.json#")]
    [InlineData("ParcelsContract", "envelope.json#")]
    [InlineData("IParcelEventsHandler", "field.json#")]
    [InlineData("ParcelEventsContext", "field.json#")]
    [InlineData("Parcel", "field.json#/$defs/Parcel")]
    [InlineData("Renamed", "field.json#/$defs/Named")]
    [InlineData("Lid", "field.json#/$defs/Parcel/properties/the%20lid~1top")]
    [InlineData("Deep", "field.json#/$defs/Parcel/properties/list/items/properties/map/additionalProperties")]
    [InlineData("Side", "field.json#/properties/side")]
    [InlineData("Color", "field.json#/properties/side/properties/color")]
    [InlineData("Round", "field.json#/$defs/Shape/anyOf/0")]
    public void A_type_says_where_it_is_described(string type, string link)
    {
        GeneratorRun run = RunField(Field(
            """
            "id": { "type": "string" },
            "the lid/top": { "type": "object", "x-wagen": { "name": "Lid" }, "properties": { "a": { "type": "string" } } },
            "list": { "type": "array", "items": { "type": "object", "x-wagen": { "name": "Item" }, "properties": {
              "map": { "type": "object", "additionalProperties": { "type": "object", "x-wagen": { "name": "Deep" }, "properties": { "b": { "type": "string" } } } }
            } } }
            """,
            value: """ "side": { "type": "object", "x-wagen": { "name": "Side" }, "properties": { "color": { "type": "string", "enum": ["red"], "x-wagen": { "name": "Color" } } } } """,
            definitions: """
            "Named": { "type": "object", "x-wagen": { "name": "Renamed" }, "properties": { "c": { "type": "string" } } },
            "Shape": { "type": "object", "properties": { "d": { "type": "string" } }, "anyOf": [{ "type": "object", "x-wagen": { "name": "Round", "content": "e" }, "properties": { "e": { "$ref": "#/$defs/Named" } } }] }
            """));
        run.Diagnostics.Expect();
        Assert.Equal(link, Link(run.Output.GetTypeByMetadataName("Example." + type)!));
    }

    [Theory]
    [InlineData("plain_name-1.x$", "plain_name-1.x$")]
    [InlineData("a/b~c", "a~1b~0c")]
    [InlineData("a \"<&%é", "a%20%22%3C%26%25%C3%A9")]
    public void A_step_of_a_pointer_is_safe_in_an_address_and_is_found_again(string name, string step)
    {
        Assert.Equal(step, JsonPointer.Escape(name));
        var value = new JsonNode(JsonNodeKind.True, default, "true");
        var root = new JsonNode(JsonNodeKind.Object, default, string.Empty, [new JsonMember(name, default, value)]);
        Assert.Same(value, JsonPointer.Resolve(root, "/" + step));
        Assert.Null(JsonPointer.Resolve(root, "/" + step + "/0"));
    }

    private static string Link(INamedTypeSymbol type) =>
        XElement.Parse(type.GetDocumentationCommentXml()!).Elements("seealso").Select(static e => e.Attribute("href")?.Value).OfType<string>().Single();
}
