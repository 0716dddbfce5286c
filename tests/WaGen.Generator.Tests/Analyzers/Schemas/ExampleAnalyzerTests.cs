using WaGen.Generator.Analyzers;
using static WaGen.Generator.Tests.Analyzers.SchemaCheck;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN121: examples that do not fit their schema.</summary>
public class ExampleAnalyzerTests
{
    private const string Parcel = """
        "Parcel": {
          "type": "object",
          "required": ["id"],
          "x-wagen": { "discriminators": ["kind"] },
          "properties": { "id": { "type": ["string", "integer"], "format": "id", "x-wagen": { "aliases": ["no"] } }, "kind": { "type": "string" } },
          "oneOf": [{ "$ref": "#/$defs/LostParcel" }, { "$ref": "#/$defs/FoundParcel" }]
        },
        "LostParcel": {
          "type": "object",
          "x-wagen": { "content": "lost" },
          "properties": { "kind": { "const": "lost" }, "lost": { "$ref": "#/$defs/Loss" } }
        },
        "FoundParcel": { "type": "object", "properties": { "kind": { "enum": ["found", "back"] } } },
        "Loss": {
          "type": "object",
          "required": ["at"],
          "properties": {
            "at": { "type": ["string", "integer"], "format": "unix-time" },
            "text": { "type": "string", "minLength": 2, "maxLength": 4, "pattern": "^[a-z]+$" },
            "count": { "type": ["integer", "string"], "minimum": 1, "maximum": 5 },
            "weight": { "type": ["number", "string"] },
            "exact": { "type": "string", "format": "decimal" },
            "sure": { "type": ["boolean", "string"] },
            "state": { "type": "string", "enum": ["a", "b"], "x-wagen": { "name": "LossState", "values": { "a": { "aliases": ["alpha"] } } } },
            "fixed": { "const": "x" },
            "notes": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 2 },
            "names": { "type": "object", "additionalProperties": { "type": "string" } },
            "any": {},
            "open": { "$ref": "#/$defs/Open" },
            "plain": { "type": "object" }
          }
        },
        "Open": { "type": "object", "additionalProperties": true, "properties": { "id": { "type": "string" } } }
        """;

    [Theory]
    [InlineData(""" "at": 1 """)]
    [InlineData(""" "at": "1", "text": "abcd", "count": "5", "weight": "1.5", "exact": "2e3", "sure": "true", "state": "alpha", "fixed": "x", "notes": ["a"] """)]
    [InlineData(""" "at": 1, "count": 3, "weight": 2, "sure": false, "state": "b", "names": { "a": "b" }, "any": [1, {}], "open": { "id": "1", "more": 2 }, "plain": { "a": 1 } """)]
    [InlineData(""" "at": null, "text": null, "notes": null """)]
    public Task What_fits_is_fine(string loss) => AssertAsync($$"""{ "id": 1, "kind": "lost", "lost": { {{loss}} } }""");

    [Theory]
    [InlineData(""" "at": "soon" """, "\"soon\"", ".at", "the text 'soon' cannot be read as whole seconds since 1970")]
    [InlineData(""" "at": 1.5 """, "1.5", ".at", "a number stands where the schema has string or integer")]
    [InlineData(""" "at": true """, "true", ".at", "a boolean stands where the schema has string or integer")]
    [InlineData(""" "at": {} """, "{}", ".at", "an object stands where the schema has string or integer")]
    [InlineData(""" "at": 1, "text": 7 """, "7", ".text", "a number stands where the schema has string")]
    [InlineData(""" "at": 1, "text": "a" """, "\"a\"", ".text", "1 is less than the least 2 characters")]
    [InlineData(""" "at": 1, "text": "abcde" """, "\"abcde\"", ".text", "5 is more than the most 4 characters")]
    [InlineData(""" "at": 1, "text": "AB" """, "\"AB\"", ".text", "'AB' does not match the pattern ^[a-z]+$")]
    [InlineData(""" "at": 1, "count": 0 """, "0", ".count", "0 is less than the least 1")]
    [InlineData(""" "at": 1, "count": 6 """, "6", ".count", "6 is more than the most 5")]
    [InlineData(""" "at": 1, "count": "two" """, "\"two\"", ".count", "the text 'two' cannot be read as a whole number")]
    [InlineData(""" "at": 1, "weight": "heavy" """, "\"heavy\"", ".weight", "the text 'heavy' cannot be read as a number")]
    [InlineData(""" "at": 1, "exact": "1,5" """, "\"1,5\"", ".exact", "the text '1,5' cannot be read as a number")]
    [InlineData(""" "at": 1, "sure": "yes" """, "\"yes\"", ".sure", "the text 'yes' cannot be read as true or false")]
    [InlineData(""" "at": 1, "state": "c" """, "\"c\"", ".state", "'c' is no value of the enumeration")]
    [InlineData(""" "at": 1, "fixed": "y" """, "\"y\"", ".fixed", "the schema has 'x' there and nothing else")]
    [InlineData(""" "at": 1, "notes": [] """, "[]", ".notes", "0 is less than the least 1 elements")]
    [InlineData(""" "at": 1, "notes": ["a", "b", "c"] """, """["a", "b", "c"]""", ".notes", "3 is more than the most 2 elements")]
    [InlineData(""" "at": 1, "notes": ["a", 2] """, "2", ".notes[1]", "a number stands where the schema has string")]
    [InlineData(""" "at": 1, "names": { "a": [] } """, "[]", ".names.a", "an array stands where the schema has string")]
    [InlineData(""" "at": 1, "more": 1 """, "\"more\"", ".more", "the schema lists no member 'more' there")]
    [InlineData(""" "text": "ab" """, """{  "text": "ab"  }""", "", "the member 'at' is missing, which the schema requires")]
    public async Task What_does_not_fit_is_reported_at_its_place(string loss, string underlined, string path, string problem) =>
        (await CheckAsync($$"""{ "id": "1", "kind": "lost", "lost": { {{loss}} } }""")).Expect(Invalid(underlined, "$.news[0].data.parcels[0].lost" + path, problem));

    [Theory]
    [InlineData("""{ "id": "1", "kind": "stolen" }""", "\"stolen\"", ".kind", "no variant is chosen by 'stolen'")]
    [InlineData("""{ "id": "1", "kind": 4 }""", "4", ".kind", "no variant is chosen by a number")]
    [InlineData("""{ "id": "1" }""", """{ "id": "1" }""", "", "the object is none of the variants, because what chooses one is missing or does not go together")]
    [InlineData("""{ "id": "1", "kind": "back", "lost": { "at": 1 } }""", "\"lost\"", ".lost", "the schema lists no member 'lost' there")]
    [InlineData("""{ "kind": "found" }""", """{ "kind": "found" }""", "", "the member 'id' is missing, which the schema requires")]
    [InlineData("7", "7", "", "a number stands where the schema has object")]
    public async Task An_item_that_is_no_variant_or_not_whole_is_reported(string parcel, string underlined, string path, string problem) =>
        (await CheckAsync(parcel)).Expect(Invalid(underlined, "$.news[0].data.parcels[0]" + path, problem));

    [Theory]
    [InlineData("""{ "id": "1", "lost": { "at": 1 } }""")]
    [InlineData("""{ "no": "1", "kind": "back" }""")]
    public Task Content_chooses_a_variant_and_an_alias_is_the_member(string parcel) => AssertAsync(parcel);

    [Theory]
    [InlineData("""{ "sender": "letters", "news": [] }""", "\"letters\"", "$.sender", "bodies of this provider have 'parcels' there")]
    [InlineData("""{ "sender": "parcels", "news": [{ "topic": "letter", "data": {} }] }""", "\"letter\"", "$.news[0].topic", "the field of this file is 'parcel', and no change of the body has it")]
    [InlineData("""{ "sender": "parcels", "news": [{ "topic": "parcel" }] }""", """{ "topic": "parcel" }""", "$.news[0]", "the member 'data' is missing, so nothing happens here")]
    [InlineData("""{ "sender": "parcels", "news": [{ "topic": "parcel", "data": 1 }] }""", "1", "$.news[0].data", "a number stands where the schema has object")]
    [InlineData("""{ "sender": "parcels", "news": {} }""", "{}", "$.news", "an object stands where the schema has array")]
    [InlineData("""{ "sender": "parcels", "extra": 1, "news": [{ "topic": "parcel", "data": {} }] }""", "\"extra\"", "$.extra", "the schema lists no member 'extra' there")]
    [InlineData("\"text\"", "\"text\"", "$", "a string stands where the schema has object")]
    public async Task A_body_that_does_not_fit_the_envelope_is_reported(string body, string underlined, string path, string problem)
    {
        string whole = Body("""{ "parcels": [{ "id": "1", "kind": "found" }, { "id": "1", "kind": "lost", "lost": { "at": 1 } }] }""");
        (await FieldAsync<ExampleAnalyzer>(Field(Parcel, $"[{body}, {whole}]"))).Expect(Invalid(underlined, path, problem));
    }

    [Fact]
    public async Task Changes_of_other_fields_and_aliases_of_the_field_are_fine()
    {
        string whole = """
            { "sender": "parcels", "news": [
              { "topic": "letter", "data": { "anything": 1 } },
              { "topic": "parcels", "data": { "parcels": [{ "id": "1", "kind": "found" }, { "id": "1", "kind": "lost", "lost": { "at": 1 } }] } }
            ] }
            """;
        (await FieldAsync<ExampleAnalyzer>(Field(Parcel, $"[{whole}]"))).Expect();
    }

    [Theory]
    [InlineData(""" "type": "integer", "examples": [1, "x"] """, "\"x\"", "a string stands where the schema has integer")]
    [InlineData(""" "type": "string", "default": 1 """, "1", "a number stands where the schema has string")]
    [InlineData(""" "$ref": "#/$defs/Inner", "examples": [{ "id": 1 }] """, "1", "a number stands where the schema has string")]
    [InlineData(""" "type": "array", "items": { "type": "string", "examples": [2] } """, "2", "a number stands where the schema has string")]
    public async Task Examples_and_defaults_of_members_are_values_of_the_member(string member, string underlined, string problem) =>
        (await DefinitionsAsync<ExampleAnalyzer>($$""" "Thing": { "type": "object", "properties": { "a": { {{member}} } } }, "Inner": { "type": "object", "properties": { "id": { "type": "string" } } } """))
            .Expect(Invalid(underlined, underlined == "1" && member.Contains("ref", StringComparison.Ordinal) ? "$.id" : "$", problem));

    [Fact]
    public async Task What_a_missing_file_would_allow_is_not_known() =>
        (await DefinitionsAsync<ExampleAnalyzer>(""" "Thing": { "type": "object", "properties": { "a": { "$ref": "missing.json#/$defs/Inner", "examples": [{ "id": 1 }] } } } """)).Expect();

    [Fact]
    public async Task A_pattern_that_cannot_be_read_is_not_held_against_an_example() =>
        (await DefinitionsAsync<ExampleAnalyzer>(""" "Thing": { "type": "object", "properties": { "a": { "type": "string", "pattern": "(", "examples": ["x"] } } } """)).Expect();

    private static async Task AssertAsync(string parcel) => (await CheckAsync(parcel)).Expect();

    /// <summary>Checks a parcel in a body; another body shows the events, so that only this one has something to say.</summary>
    private static Task<Infrastructure.ReportedDiagnostics> CheckAsync(string parcel)
    {
        string whole = Body("""{ "parcels": [{ "id": "1", "kind": "found" }, { "id": "1", "kind": "lost", "lost": { "at": 1 } }] }""");
        string checkedBody = Body($$"""{ "parcels": [{{parcel}}] }""");
        return FieldAsync<ExampleAnalyzer>(Field(Parcel, $"[{checkedBody}, {whole}]"));
    }

    private static Infrastructure.ExpectedDiagnostic Invalid(string underlined, string path, string problem) =>
        Warning("WAGEN121", underlined, $"The example does not fit the schema at {path}: {problem}; correct the example or the schema");
}
