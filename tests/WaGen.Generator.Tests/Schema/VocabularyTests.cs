using System.Text.Json;
using WaGen.Generator.Schema;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>The description of the language that editors read, and the generator's own idea of it.</summary>
public class VocabularyTests
{
    private static readonly JsonElement Definitions = JsonDocument.Parse(Repository.Read("schemas/wagen.schema.json")).RootElement.GetProperty("$defs");

    public static TheoryData<string> Keywords => Keys("schema");

    public static TheoryData<string> EnvelopeKeys => Keys("envelopeFile");

    public static TheoryData<string> FieldKeys => Keys("fieldFile");

    public static TheoryData<string> ApiKeys => Keys("apiFile");

    public static TheoryData<string> OperationKeys => Keys("operationFile");

    public static TheoryData<string> RuleKeys => Keys("rule");

    public static TheoryData<string> ShorthandKeys => Keys("shorthand");

    public static TheoryData<string> ReplyKeys => Keys("reply");

    public static TheoryData<string> ConversationKeys => Keys("payloadConversation");

    [Fact]
    public void Both_know_the_same_formats()
    {
        IEnumerable<string> described = Definitions.GetProperty("schema").GetProperty("properties").GetProperty("format").GetProperty("oneOf").EnumerateArray().Select(static f => f.GetProperty("const").GetString()!);
        Assert.Equal(SchemaFormats.All.Split(", ").Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keywords))]
    public void The_generator_knows_every_described_keyword(string keyword) =>
        Assert.DoesNotContain("WAGEN103", Ids(Run((TypesPath, SchemaProject.Definitions($$""" "T": { "type": "object", "properties": { "m": { "{{keyword}}": {} } } } """)))));

    [Theory]
    [MemberData(nameof(EnvelopeKeys))]
    public void The_generator_knows_every_described_key_of_an_envelope(string key) =>
        Assert.DoesNotContain("WAGEN103", Ids(Run((EnvelopePath, EnvelopeOf(OnlyKey(key))))));

    [Theory]
    [MemberData(nameof(FieldKeys))]
    public void The_generator_knows_every_described_key_of_a_field(string key)
    {
        string field = $$$"""{ "$id": "https://example.com/field.json", "x-wagen": { "kind": "field", "namespace": "Example", {{{OnlyKey(key)}}} } }""";
        Assert.DoesNotContain("WAGEN103", Ids(Run((FieldPath, field))));
    }

    [Theory]
    [MemberData(nameof(ApiKeys))]
    public void The_generator_knows_every_described_key_of_an_API(string key) => AssertKnown("api", key);

    [Theory]
    [MemberData(nameof(OperationKeys))]
    public void The_generator_knows_every_described_key_of_an_operation(string key) => AssertKnown("operation", key);

    [Theory]
    [MemberData(nameof(RuleKeys))]
    public void The_generator_knows_every_described_key_of_a_rule(string key) => ExpectKnown($$""" "rules": [{ "{{key}}": {} }] """);

    [Theory]
    [MemberData(nameof(ShorthandKeys))]
    public void The_generator_knows_every_described_key_of_a_shorthand(string key) => ExpectKnown($$""" "create": { "{{key}}": {} } """);

    [Theory]
    [MemberData(nameof(ReplyKeys))]
    public void The_generator_knows_every_described_key_of_a_reply(string key) => ExpectKnown($$""" "reply": { "{{key}}": {} } """);

    [Theory]
    [MemberData(nameof(ConversationKeys))]
    public void The_generator_knows_every_described_key_of_a_payload_s_conversation(string key) => ExpectKnown($$""" "conversation": { "{{key}}": {} } """);

    [Fact]
    public void A_keyword_that_is_not_described_is_unknown() =>
        Assert.Contains("WAGEN103", Ids(Run((TypesPath, SchemaProject.Definitions(""" "T": { "type": "object", "properties": { "m": { "multipleOf": 2 } } } """)))));

    private static void AssertKnown(string kind, string key) => Assert.DoesNotContain(
        "WAGEN103",
        Ids(Run((TypesPath, $$$"""{ "$id": "https://example.com/types.json", "x-wagen": { "kind": "{{{kind}}}", "namespace": "Example", {{{OnlyKey(key)}}} } }"""))));

    /// <summary>A member with this key and a value of a wrong kind; kind and namespace are in every file already.</summary>
    private static string OnlyKey(string key) => key is "kind" or "namespace" ? """ "seen": {} """ : $$""" "{{key}}": {} """;

    /// <summary>Expects that a union of payloads may have this in its x-wagen.</summary>
    private static void ExpectKnown(string extension) => Assert.DoesNotContain(Ids(Run((TypesPath, $$"""
        {
          "$id": "https://example.com/types.json",
          "x-wagen": { "kind": "payloads", "namespace": "Example", "api": "https://example.com/api.json", "group": "all" },
          "$defs": {
            "U": { "type": "object", "oneOf": [{ "$ref": "#/$defs/V" }] },
            "V": { "type": "object", "x-wagen": { "content": "a", {{extension}} }, "properties": { "a": { "const": "x" } }, "oneOf": [{ "$ref": "#/$defs/W" }] },
            "W": { "type": "object", "x-wagen": { "content": "b" }, "properties": { "b": { "type": "string" } } }
          }
        }
        """))), static id => id is "WAGEN103" or "WAGEN117");

    private static IEnumerable<string> Ids(GeneratorRun run) => run.Result.Diagnostics.Select(static d => d.Id);

    private static TheoryData<string> Keys(string definition) => [.. Definitions.GetProperty(definition).GetProperty("properties").EnumerateObject().Select(static p => p.Name)];
}
