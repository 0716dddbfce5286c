using WaGen.Generator.Tests.Emit.Operations;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Schema;

/// <summary>Mistakes in schemas of operations and of what they share, reported at their places.</summary>
public sealed class OperationSchemaTests
{
    private const string List = """ "method": "GET", "path": "/x", "answer": "boxes.json#/$defs/BoxPage", "repeat": "safe" """;

    private const string Post = """ "method": "POST", "path": "/x", "answer": "boxes.json#/$defs/BoxPage", "repeat": "safe" """;

    private const string From = """ "from": { "type": "string", "x-wagen": { "in": "query" } } """;

    [Theory]
    [InlineData("rows", "\"rows\"", "rows", "leads to no member of the answer")]
    [InlineData("data.id", "\"data.id\"", "data.id", "leads to no member of the answer")]
    [InlineData("pages", "\"pages\"", "pages", "leads to no array of objects or texts")]
    [InlineData("all.count", "\"all.count\"", "all.count", "leads to no array of objects or texts")]
    public void A_list_leads_to_an_array_of_the_answer(string items, string at, string path, string problem) =>
        Run(List + $", \"items\": \"{items}\"", From).Diagnostics.Expect(Error("WAGEN114", at, $"The path '{path}' of items {problem}; correct the path"));

    [Fact]
    public void A_list_takes_a_cursor() => Run(List + """, "items": "data" """, "").Diagnostics.Expect(
        Error("WAGEN114", "\"data\"", "The path 'data' of items leads to pages, but the operation has no query parameter 'from'; correct the path"));

    [Theory]
    [InlineData("pages.marks.next", "pages.marks.last", "pages.marks.last", "leads to no member of the answer")]
    [InlineData("pages.marks.next", "pages.more", "pages.more", "leads to no text")]
    [InlineData("pages.more", "next", "next", "leads to no member of the answer")]
    public void The_answer_of_a_list_has_what_the_API_says_of_pages(string old, string current, string path, string problem) => Run(
        List + """, "items": "data" """,
        From,
        PostApi.Api.Replace($"\"{old}\"", $"\"{current}\"", StringComparison.Ordinal)).Diagnostics.Expect(Error("WAGEN114", "\"data\"", $"The path '{path}' of items {problem}; correct the path"));

    [Fact]
    public void A_list_needs_an_API_that_says_something_of_pages() => Run(
        List + """, "items": "data" """,
        From,
        PostApi.Api.Replace("\"paging\": { \"cursor\": \"pages.marks.next\", \"more\": \"pages.more\", \"parameter\": \"from\", \"back\": \"to\" },", "", StringComparison.Ordinal)).Diagnostics.Expect(
        Error("WAGEN114", "\"data\"", "The path 'data' of items leads to pages, but the API says nothing about 'paging'; correct the path"));

    [Theory]
    [InlineData("\"expansion\": \"count\"", "\"count\"", "The path 'count' of expansion leads to no member of the answer; correct the path")]
    [InlineData("\"list\": \"pages\"", "\"pages\"", "The path 'pages' of list leads to no array that is a member of the answer; correct the path")]
    [InlineData("\"list\": \"all.names\"", "\"all.names\"", "The path 'all.names' of list leads to no array that is a member of the answer; correct the path")]
    [InlineData("\"partial\": { \"status\": 400, \"member\": \"done\" }", "\"done\"", "The path 'done' of member leads to no member of the answer; correct the path")]
    [InlineData("\"quotas\": [\"signs\", \"letters\"]", "\"letters\"", "The path 'letters' of quotas is no quota of Post; correct the path")]
    [InlineData("\"quotas\": [\"boxes\"]", "\"boxes\"", "The path 'boxes' of quotas is counted for each 'box', which is no parameter in the path of the operation; correct the path")]
    public void What_an_operation_says_of_its_answer_and_its_API_is_there(string extension, string at, string message) =>
        Run($"{List}, {extension}", "").Diagnostics.Expect(Error("WAGEN114", at, message));

    [Theory]
    [InlineData("items", "\"data\"")]
    [InlineData("list", "\"data\"")]
    [InlineData("expansion", "\"data\"")]
    public void What_is_said_of_an_answer_needs_one(string key, string text) => Run($""" "method": "GET", "path": "/x", "repeat": "safe", "{key}": {text} """, From).Diagnostics.Expect(
        Error("WAGEN102", text, $"'{key}' needs an 'answer' that has it; see docs/schema-language.md for the shape of a schema file"));

    [Theory]
    [InlineData(""" "partial": { "status": 99, "member": "data" } """, "99", "'status' must be an HTTP status")]
    [InlineData(""" "partial": { "member": "data" } """, """{ "member": "data" }""", "'status' must be an HTTP status")]
    [InlineData(""" "partial": "data" """, "\"data\"", "'partial' must be an object")]
    [InlineData(""" "proof": 1 """, "1", "'proof' must be true or false")]
    [InlineData(""" "content": "xml" """, "\"xml\"", "'content' must be json or form or multipart or bytes")]
    public void A_value_that_a_key_cannot_have_is_reported(string extension, string at, string message) =>
        Run($"{List}, {extension}", "").Diagnostics.Expect(Error("WAGEN104", at, message));

    [Fact]
    public void A_partial_answer_has_a_member() => Run(List + """, "partial": { "status": 400 } """, "").Diagnostics.Expect(
        Error("WAGEN102", """{ "status": 400 }""", "'member' is missing in x-wagen; see docs/schema-language.md for the shape of a schema file"));

    [Fact]
    public void A_list_has_no_body() => Run(Post + """, "items": "data", "body": "boxes.json#/$defs/Box" """, From).Diagnostics.Expect(
        Error("WAGEN102", "\"data\"", "'items' belongs to an operation without a body; see docs/schema-language.md for the shape of a schema file"));

    [Theory]
    [InlineData("form")]
    [InlineData("bytes")]
    public void A_body_is_JSON(string content) => Run($"""{Post}, "body": "boxes.json#/$defs/Box", "content": "{content}" """, "").Diagnostics.Expect(
        Error("WAGEN102", "\"boxes.json#/$defs/Box\"", "'body' is sent as JSON, so it goes with no other 'content'; see docs/schema-language.md for the shape of a schema file"));

    [Fact]
    public void Nothing_is_sent_with_GET() => Run(List + """, "body": "boxes.json#/$defs/Box" """, "").Diagnostics.Expect(
        Error("WAGEN102", "\"boxes.json#/$defs/Box\"", "A request with the method GET has no 'body'; see docs/schema-language.md for the shape of a schema file"));

    [Fact]
    public void Only_a_body_can_be_left_out() => Run(List + """, "bodyOptional": true """, "").Diagnostics.Expect(
        Error("WAGEN102", "true", "'bodyOptional' needs a 'body' that may be left out; see docs/schema-language.md for the shape of a schema file"));

    [Fact]
    public void A_form_of_several_parts_has_a_file() => Run(List + """, "content": "multipart" """, "").Diagnostics.Expect(
        Error("WAGEN102", "\"multipart\"", "An operation with the content multipart has one parameter of the format binary, or of an array of such; see docs/schema-language.md for the shape of a schema file"));

    [Theory]
    [InlineData(""" "type": "string", "x-wagen": { "in": "form" } """, "\"form\"", "'in' must be path, query or header, because the content of the operation is no form")]
    [InlineData(""" "type": "string", "x-wagen": { "in": "expansion" } """, "\"expansion\"", "'in' must be path, query, header or form, because the operation has no 'expansion'")]
    [InlineData(""" "type": "string", "enum": ["a"], "default": "b", "x-wagen": { "in": "query" } """, "\"b\"", "'default' must be one of the values of 'enum'")]
    [InlineData(""" "type": "integer", "default": 1.5, "x-wagen": { "in": "query" } """, "1.5", "'default' must be of the type of the parameter")]
    [InlineData(""" "type": "boolean", "default": "true", "x-wagen": { "in": "query" } """, "\"true\"", "'default' must be of the type of the parameter")]
    public void A_parameter_that_cannot_be_sent_is_reported(string parameter, string at, string message) =>
        Run(List, $$""" "p": { {{parameter}} } """).Diagnostics.Expect(Error("WAGEN104", at, message));

    [Theory]
    [InlineData(""" "type": "array", "items": { "type": "string" } """, "[]", "")]
    [InlineData(""" "type": "integer", "format": "unix-time" """, "0", "")]
    [InlineData(""" "const": "a" """, "\"a\"", "")]
    [InlineData(""" "type": "string" """, "\"a\"", """, "required": ["p"] """)]
    public void A_parameter_that_has_no_default_is_reported(string parameter, string value, string more) =>
        Run(List, $$""" "p": { {{parameter}}, "default": {{value}}, "x-wagen": { "in": "query" } } """, more: more).Diagnostics.Expect(
            Error("WAGEN117", value, "'default' has no effect for this parameter; only an optional text, whole number or truth value has one"));

    [Theory]
    [InlineData("\"boolean\"")]
    [InlineData("\"object\"")]
    public void An_array_is_of_texts_or_whole_numbers(string type) => Run(List, $$""" "p": { "type": "array", "items": { "type": {{type}} }, "x-wagen": { "in": "query" } } """).Diagnostics.Expect(
        Error("WAGEN113", type, "No accessor can express a parameter that is an array of neither texts nor whole numbers; use one of the combinations of docs/schema-language.md, or {} to keep the value raw"));

    [Fact]
    public void Another_operation_cannot_have_the_name_of_a_page() => Run(List + """, "items": "data" """, From)
        .With("other.json", PostApi.Operation("ThingPage", """ "method": "GET", "path": "/y", "repeat": "safe" """, "", group: "vans"), isShipped: true)
        .Problems.Expect(Error("WAGEN111", "\"ThingPage\"", "The C# name 'ThingPage' is taken by the operation of 'https://post.example/api/Thing.json'; give one of the two another name with x-wagen.name"));

    [Theory]
    [InlineData("\"calls\": 10", "\"calls\": 0", "0", "'calls' must be a whole number above 0")]
    [InlineData("\"seconds\": 60", "\"seconds\": \"60\"", "\"60\"", "'seconds' must be a whole number above 0")]
    [InlineData("\"active\": 5000", "\"active\": true", "true", "'active' must be a whole number above 0")]
    [InlineData("\"signs\": { \"calls\": 10, \"seconds\": 60 }", "\"signs\": 10", "10", "'signs' must be an object")]
    public void A_quota_that_cannot_be_counted_is_reported(string old, string current, string at, string message) =>
        Run(List, "", PostApi.Api.Replace(old, current, StringComparison.Ordinal)).Diagnostics.Expect(Error("WAGEN104", at, message));

    [Fact]
    public void Paging_says_where_the_cursor_is() => Run(List, "", PostApi.Api.Replace("\"cursor\": \"pages.marks.next\", ", "", StringComparison.Ordinal)).Diagnostics.Expect(
        Error("WAGEN102", """{ "more": "pages.more", "parameter": "from", "back": "to" }""", "'cursor' is missing in x-wagen; see docs/schema-language.md for the shape of a schema file"));

    [Theory]
    [InlineData("{ \"items\": \"data\" }", "items", "it belongs to the top of an operation file")]
    [InlineData("{ \"cursor\": \"data\" }", "cursor", "it belongs to the paging of an API file")]
    [InlineData("{ \"per\": \"data\" }", "per", "it belongs to a quota of an API file")]
    public void A_key_that_belongs_elsewhere_is_reported(string extension, string key, string home) => Run(List, $$""" "p": { "type": "string", "x-wagen": {{extension.Replace("{ ", "{ \"in\": \"query\", ", StringComparison.Ordinal)}} } """)
        .Diagnostics.Expect(Error("WAGEN117", $"\"{key}\"", $"'{key}' has no effect as a key of a parameter; {home}"));

    [Fact]
    public void Two_operations_may_have_the_same_method_and_path() => Run(List, "")
        .With("other.json", PostApi.Operation("OtherThing", List, "", group: "vans"), isShipped: true)
        .Diagnostics.Expect();

    private static GeneratorRun Run(string extension, string properties, string? api = null, string more = "") => GeneratorRun.Of()
        .WithProperty("WaGenApiGroups", "vans")
        .With(
            [(PostApi.ApiPath, api ?? PostApi.Api), (PostLists.AnswersPath, PostLists.Answers), ("thing.json", PostApi.Operation("Thing", extension, properties, more, group: "vans"))],
            isShipped: true);
}
