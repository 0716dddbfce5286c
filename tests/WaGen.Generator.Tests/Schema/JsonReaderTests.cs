using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Schema.Json;

namespace WaGen.Generator.Tests.Schema;

public class JsonReaderTests
{
    [Fact]
    public void Read_gives_every_kind_of_value_with_its_span()
    {
        const string Json = """{ "a": [1, -2.5e+3, "x"], "b": {"c": true}, "d": false, "e": null }""";
        JsonNode root = Read(Json);
        Assert.Equal(JsonNodeKind.Object, root.Kind);
        Assert.Equal(Json, Text(Json, root.Span));
        Assert.Equal(["a", "b", "d", "e"], root.Members.Select(static m => m.Name));
        Assert.Equal("\"b\"", Text(Json, root.Members[1].NameSpan));
        Assert.Equal("""{"c": true}""", Text(Json, root["b"]!.Span));
        Assert.Equal(["1", "-2.5e+3", "\"x\""], root["a"]!.Items.Select(i => Text(Json, i.Span)));
        Assert.Equal(["1", "-2.5e+3", "x"], root["a"]!.Items.Select(static i => i.Text));
        Assert.Equal(
            [JsonNodeKind.Array, JsonNodeKind.Number, JsonNodeKind.True, JsonNodeKind.False, JsonNodeKind.Null],
            [root["a"]!.Kind, root["a"]!.Items[0].Kind, root["b"]!["c"]!.Kind, root["d"]!.Kind, root["e"]!.Kind]);
        Assert.Null(root["f"]);
        Assert.Null(root["a"]!["b"]);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("""  "\"\\\/\b\f\n\r\t" """, "\"\\/\b\f\n\r\t")]
    [InlineData(""" "a\u0041\u00e9z" """, "aA\u00e9z")]
    [InlineData(""" "\ud83d\uDE00" """, "\U0001F600")]
    [InlineData("\"\u00e9\U0001F600\u007f\u2028\"", "\u00e9\U0001F600\u007f\u2028")]
    public void Strings_are_decoded(string json, string expected) => Assert.Equal(expected, Read(json).Text);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("10.01")]
    [InlineData("1e5")]
    [InlineData("1E-5")]
    [InlineData("123456789012345678901234567890")]
    public void Numbers_keep_their_text(string json) => Assert.Equal(json, Read(json).Text);

    [Theory]
    [InlineData("", "", "the file is empty")]
    [InlineData(" \n", " \n", "the file is empty")]
    [InlineData("{} {}", "{", "the text ends here, nothing may follow the value")]
    [InlineData("{\"a\": 1} x1", "x1", "the text ends here, nothing may follow the value")]
    [InlineData("{\"a\": 1", "{", "this '{' is never closed")]
    [InlineData("{\"a\": [1, ", "[", "this '[' is never closed")]
    [InlineData("{\"a\": 1\n \"b\": 2}", "\"b\"", "a comma is missing before this member")]
    [InlineData("{\"a\": 1 b: 2}", "b", "expected ',' or '}' after a member")]
    [InlineData("{\"a\": 1]", "]", "expected ',' or '}' after a member")]
    [InlineData("[1 2]", "2", "a comma is missing before this element")]
    [InlineData("[1}", "}", "expected ',' or ']' after an element")]
    [InlineData("[1,, 2]", ",", "an element is missing before this comma")]
    [InlineData("{, \"a\": 1}", ",", "a member is missing before this comma")]
    [InlineData("{a: 1}", "a", "the name of a member is written in double quotes")]
    [InlineData("{'a': 1}", "'a'", "the name of a member is written in double quotes")]
    [InlineData("{\"a\"}", "\"a\"", "a colon and a value are missing after 'a'")]
    [InlineData("{\"a\"", "\"a\"", "a colon and a value are missing after 'a'")]
    [InlineData("{\"a\": }", ":", "the value of 'a' is missing")]
    [InlineData("{\"a\": ", ":", "the value of 'a' is missing")]
    [InlineData("{\"a\": 1, \"b\": 2, \"\\u0061\": 3}", "\"\\u0061\"", "'a' occurs twice in the same object")]
    public void Broken_structure_is_underlined(string json, string underlined, string message) => AssertProblem(json, underlined, message);

    [Theory]
    [InlineData("{\"a\": 1, }", ",", "a trailing comma is not allowed in JSON")]
    [InlineData("[1,\n]", ",", "a trailing comma is not allowed in JSON")]
    [InlineData("{ // why\n}", "// why", "comments are not allowed in JSON")]
    [InlineData("[/* one */ 1]", "/* one */", "comments are not allowed in JSON")]
    [InlineData("[1 /* one\n two */]", "/* one", "comments are not allowed in JSON")]
    [InlineData("{\"a\" /**/ : 1}", "/**/", "comments are not allowed in JSON")]
    [InlineData("{} # end", "# end", "comments are not allowed in JSON")]
    [InlineData("/", "/", "comments are not allowed in JSON")]
    public void Additions_of_other_dialects_are_named(string json, string underlined, string message) => AssertProblem(json, underlined, message);

    [Theory]
    [InlineData("\"abc", "\"abc", "this string is not closed on its line")]
    [InlineData("[\"abc\n\"]", "\"abc", "this string is not closed on its line")]
    [InlineData("\"abc\\", "\\", """'\' is no escape sequence of JSON; a backslash itself is written \\""")]
    [InlineData("\"a\tb\"", "\t", """a control character must be escaped in a string: \u0009""")]
    [InlineData("\"C:\\dir\"", "\\d", """'\d' is no escape sequence of JSON; a backslash itself is written \\""")]
    [InlineData("\"\\u12x4\"", "\\u12", """\u needs four hexadecimal digits""")]
    [InlineData("\"\\u12", "\\u12", """\u needs four hexadecimal digits""")]
    [InlineData("\"a\\ud83d\"", "\\ud83d", "half of a surrogate pair is no character; write both halves")]
    [InlineData("\"\\ud83d\\u0041\"", "\\ud83d", "half of a surrogate pair is no character; write both halves")]
    [InlineData("\"\\ude00\\ude00\"", "\\ude00", "half of a surrogate pair is no character; write both halves")]
    [InlineData("\"\\ude00\\ud83d\"", "\\ude00", "half of a surrogate pair is no character; write both halves")]
    public void Broken_strings_are_underlined(string json, string underlined, string message) => AssertProblem(json, underlined, message);

    [Theory]
    [InlineData("[01]", "01", "'01' is no JSON number: leading zeros are not allowed")]
    [InlineData("[-]", "-", "'-' is no JSON number: a digit is missing after '-'")]
    [InlineData("[1.]", "1.", "'1.' is no JSON number: a digit is missing after '.'")]
    [InlineData("[1e+]", "1e+", "'1e+' is no JSON number: the exponent has no digits")]
    [InlineData("[0x1F]", "0x1F", "'0x1F' is no JSON number")]
    [InlineData("[1.2.3]", "1.2.3", "'1.2.3' is no JSON number")]
    [InlineData("[+1]", "+1", "a number does not start with '+'")]
    [InlineData("[.5]", ".5", "a number needs a digit before '.'")]
    [InlineData("[True]", "True", "'True' is written in small letters: 'true'")]
    [InlineData("['a']", "'a'", "strings are written in double quotes")]
    [InlineData("[yes]", "yes", "'yes' is no JSON value; strings are written in double quotes")]
    [InlineData("[\u00a01]", "\u00a0", "unexpected character U+00A0")]
    [InlineData("\ufeff{}", "\ufeff", "a byte order mark is allowed only as the first bytes of the file")]
    [InlineData("}", "}", "expected a value, not '}'")]
    public void Broken_values_are_underlined(string json, string underlined, string message) => AssertProblem(json, underlined, message);

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Containers_may_be_nested_up_to_the_limit(char open, char close)
    {
        string Nest(int depth) => open == '['
            ? new string(open, depth) + new string(close, depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string(close, depth - 1);

        Assert.NotNull(JsonReader.Read(SourceText.From(Nest(JsonReader.MaxDepth)), out JsonProblem? problem));
        Assert.Null(problem);
        AssertProblem(Nest(JsonReader.MaxDepth + 1), open.ToString(), "containers are nested deeper than 128 levels");
        Assert.Null(JsonReader.Read(SourceText.From(new string(open, 1_000_000)), out _));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Containers_side_by_side_are_not_nested(string container) =>
        Assert.Equal(1_000, Read($"[{string.Join(',', Enumerable.Repeat(container, 1_000))}]").Items.Count);

    [Fact]
    public void A_large_object_is_searched_and_checked_for_duplicates()
    {
        string members = string.Join(",\n", Enumerable.Range(0, 100_000).Select(static i => $"\"m{i}\": {i}"));
        JsonNode root = Read($"{{{members}}}");
        Assert.Equal("99999", root["m99999"]!.Text);
        Assert.Null(root["m100000"]);
        AssertProblem($"{{{members}, \"m7\": 0}}", "\"m7\"", "'m7' occurs twice in the same object");
    }

    [Fact]
    public void A_text_cut_anywhere_is_a_problem_inside_the_text()
    {
        const string Json = """{ "a": [1, -2.5e+3, "x\u00e9\n", true], "b": {"c": null}, "d": [] }""";
        for (int length = 0; length < Json.Length; length++)
        {
            Assert.Null(JsonReader.Read(SourceText.From(Json[..length]), out JsonProblem? problem));
            Assert.InRange(problem!.Span.End, length == 0 ? 0 : 1, length);
        }
    }

    [Fact]
    public void Any_character_anywhere_gives_a_value_or_a_problem()
    {
        const string Json = """{ "a": [1, "x\u00e9"], "b": -0.1e1, "c": true }""";
        for (int i = 0; i < Json.Length; i++)
        {
            foreach (char c in "{}[]\",:\\/'#-+.0aeu \n\t\0\ufeff\ud83d")
            {
                string changed = Json[..i] + c + Json[(i + 1)..];
                JsonNode? root = JsonReader.Read(SourceText.From(changed), out JsonProblem? problem);
                Assert.True(root is null != problem is null, changed);
                Assert.True(problem is null || problem.Span.End <= changed.Length, changed);
            }
        }
    }

    private static JsonNode Read(string json)
    {
        JsonNode? root = JsonReader.Read(SourceText.From(json), out JsonProblem? problem);
        Assert.Null(problem);
        return root!;
    }

    private static void AssertProblem(string json, string underlined, string message)
    {
        Assert.Null(JsonReader.Read(SourceText.From(json), out JsonProblem? problem));
        Assert.Equal((message, underlined), (problem!.Message, Text(json, problem.Span)));
    }

    private static string Text(string json, TextSpan span) => json.Substring(span.Start, span.Length);
}
