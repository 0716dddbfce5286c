using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class TapeGrammarTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(" \t\r\n{ \t\r\n} \t\r\n")]
    [InlineData("{\"a\":1}")]
    [InlineData("{ \"a\" : 1 , \"b\" : [ 1 , 2 ] }")]
    [InlineData("{\"\":\"\"}")]
    [InlineData("{\"a\":[]}")]
    [InlineData("{\"a\":[[],{},[{}]]}")]
    [InlineData("{\"a\":true,\"b\":false,\"c\":null}")]
    [InlineData("{\"a\":0,\"b\":-0,\"c\":-1,\"d\":10,\"e\":0.5,\"f\":-0.5e10,\"g\":1E+2,\"h\":1e-2,\"i\":0e0}")]
    [InlineData("{\"a\":123456789012345678901234567890.123456789e+999999}")]
    [InlineData("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uABCD\\uabcd\"}")]
    [InlineData("{\"a\":\"\u007F\"}")]
    [InlineData("{\"a\":\"é€😀\",\"€\":1}")]
    [InlineData("{\"a\":\"\\ud800\",\"b\":\"\\udc00\\ud800\",\"c\":\"\\ud83d\\ude00\"}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"\\u0061\":1}")]
    public void Accepts(string json) => Assert.Equal(default, FaultOf(json));

    [Theory]
    [InlineData("", JsonFaultKind.Empty, 0)]
    [InlineData(" \n", JsonFaultKind.Empty, 2)]
    [InlineData("\uFEFF{}", JsonFaultKind.ByteOrderMark, 0)]
    [InlineData("\uFEFF", JsonFaultKind.ByteOrderMark, 0)]
    [InlineData("[]", JsonFaultKind.RootNotObject, 0)]
    [InlineData(" \"a\"", JsonFaultKind.RootNotObject, 1)]
    [InlineData("12", JsonFaultKind.RootNotObject, 0)]
    [InlineData("-", JsonFaultKind.RootNotObject, 0)]
    [InlineData("null", JsonFaultKind.RootNotObject, 0)]
    [InlineData("é", JsonFaultKind.ExpectedValue, 0)]
    [InlineData("}", JsonFaultKind.ExpectedValue, 0)]
    [InlineData("\0{}", JsonFaultKind.ExpectedValue, 0)]
    [InlineData("\u00A0{}", JsonFaultKind.ExpectedValue, 0)]
    [InlineData("{", JsonFaultKind.UnexpectedEnd, 1)]
    [InlineData("{]", JsonFaultKind.ExpectedName, 1)]
    [InlineData("{1:2}", JsonFaultKind.ExpectedName, 1)]
    [InlineData("{a:2}", JsonFaultKind.ExpectedName, 1)]
    [InlineData("{'a':2}", JsonFaultKind.ExpectedName, 1)]
    [InlineData("{,}", JsonFaultKind.ExpectedName, 1)]
    [InlineData("{\"a\":1,}", JsonFaultKind.ExpectedName, 7)]
    [InlineData("{\"a\":1,,\"b\":1}", JsonFaultKind.ExpectedName, 7)]
    [InlineData("{\"a\"}", JsonFaultKind.ExpectedColon, 4)]
    [InlineData("{\"a\" 1}", JsonFaultKind.ExpectedColon, 5)]
    [InlineData("{\"a\"::1}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":,}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":[,]}", JsonFaultKind.ExpectedValue, 6)]
    [InlineData("{\"a\":[1,]}", JsonFaultKind.ExpectedValue, 8)]
    [InlineData("{\"a\":[1}", JsonFaultKind.ExpectedCommaOrEnd, 7)]
    [InlineData("{\"a\":[1 2]}", JsonFaultKind.ExpectedCommaOrEnd, 8)]
    [InlineData("{\"a\":1]", JsonFaultKind.ExpectedCommaOrEnd, 6)]
    [InlineData("{\"a\":1 \"b\":2}", JsonFaultKind.ExpectedCommaOrEnd, 7)]
    [InlineData("{\"a\":{}\"b\":2}", JsonFaultKind.ExpectedCommaOrEnd, 7)]
    [InlineData("{\"a\":1/*c*/}", JsonFaultKind.ExpectedCommaOrEnd, 6)]
    [InlineData("{//c\n}", JsonFaultKind.ExpectedName, 1)]
    [InlineData("{\"a\":'b'}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":b}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":\f1}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":tru}", JsonFaultKind.InvalidLiteral, 8)]
    [InlineData("{\"a\":True}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":nulL}", JsonFaultKind.InvalidLiteral, 8)]
    [InlineData("{\"a\":falsy}", JsonFaultKind.InvalidLiteral, 9)]
    [InlineData("{\"a\":nan}", JsonFaultKind.InvalidLiteral, 6)]
    [InlineData("{\"a\":truex}", JsonFaultKind.ExpectedCommaOrEnd, 9)]
    [InlineData("{\"a\":NaN}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":Infinity}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":-Infinity}", JsonFaultKind.InvalidNumber, 6)]
    [InlineData("{\"a\":+1}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":.5}", JsonFaultKind.ExpectedValue, 5)]
    [InlineData("{\"a\":01}", JsonFaultKind.InvalidNumber, 6)]
    [InlineData("{\"a\":-01}", JsonFaultKind.InvalidNumber, 7)]
    [InlineData("{\"a\":-}", JsonFaultKind.InvalidNumber, 6)]
    [InlineData("{\"a\":--1}", JsonFaultKind.InvalidNumber, 6)]
    [InlineData("{\"a\":1.}", JsonFaultKind.InvalidNumber, 7)]
    [InlineData("{\"a\":1.e5}", JsonFaultKind.InvalidNumber, 7)]
    [InlineData("{\"a\":1e}", JsonFaultKind.InvalidNumber, 7)]
    [InlineData("{\"a\":1e+}", JsonFaultKind.InvalidNumber, 8)]
    [InlineData("{\"a\":1e1.5}", JsonFaultKind.ExpectedCommaOrEnd, 8)]
    [InlineData("{\"a\":0x10}", JsonFaultKind.ExpectedCommaOrEnd, 6)]
    [InlineData("{\"a\":1_000}", JsonFaultKind.ExpectedCommaOrEnd, 6)]
    [InlineData("{\"a\":\"b\nc\"}", JsonFaultKind.ControlCharacter, 7)]
    [InlineData("{\"a\":\"b\0c\"}", JsonFaultKind.ControlCharacter, 7)]
    [InlineData("{\"a\":\"é\u001F\"}", JsonFaultKind.ControlCharacter, 8)]
    [InlineData("{\"a\tb\":1}", JsonFaultKind.ControlCharacter, 3)]
    [InlineData("{\"a\":\"\\x\"}", JsonFaultKind.InvalidEscape, 7)]
    [InlineData("{\"a\":\"\\'\"}", JsonFaultKind.InvalidEscape, 7)]
    [InlineData("{\"a\":\"\\U0041\"}", JsonFaultKind.InvalidEscape, 7)]
    [InlineData("{\"a\":\"\\u00g0\"}", JsonFaultKind.InvalidEscape, 10)]
    [InlineData("{\"a\":\"\\u12\"}", JsonFaultKind.InvalidEscape, 10)]
    [InlineData("{\"\\q\":1}", JsonFaultKind.InvalidEscape, 3)]
    [InlineData("{\"a\":\"é\\q\"}", JsonFaultKind.InvalidEscape, 9)]
    [InlineData("{\"a\":\"b", JsonFaultKind.UnexpectedEnd, 7)]
    [InlineData("{} {}", JsonFaultKind.TrailingData, 3)]
    [InlineData("{}}", JsonFaultKind.TrailingData, 2)]
    [InlineData("{},", JsonFaultKind.TrailingData, 2)]
    [InlineData("{}\0", JsonFaultKind.TrailingData, 2)]
    public void Rejects_at_the_wrong_byte(string json, JsonFaultKind kind, int position) =>
        Assert.Equal(new JsonFault(kind, position), FaultOf(json));

    [Theory]
    [InlineData("[]")]
    [InlineData(" \"a\\u0041\" ")]
    [InlineData("-1.5e3")]
    [InlineData("0")]
    [InlineData("true")]
    [InlineData("[1,[2,{\"a\":null}]]")]
    public void Accepts_any_root_when_asked(string json)
    {
        Assert.True(new JsonTape().TryParse(Encoding.UTF8.GetBytes(json), anyRoot: true, out JsonFault fault), fault.ToString());
    }

    [Theory]
    [InlineData("", JsonFaultKind.Empty, 0)]
    [InlineData("-", JsonFaultKind.UnexpectedEnd, 1)]
    [InlineData("1.", JsonFaultKind.UnexpectedEnd, 2)]
    [InlineData("nul", JsonFaultKind.UnexpectedEnd, 3)]
    [InlineData("1 2", JsonFaultKind.TrailingData, 2)]
    [InlineData("]", JsonFaultKind.ExpectedValue, 0)]
    public void Rejects_any_root_that_is_wrong(string json, JsonFaultKind kind, int position)
    {
        Assert.False(new JsonTape().TryParse(Encoding.UTF8.GetBytes(json), anyRoot: true, out JsonFault fault));
        Assert.Equal(new JsonFault(kind, position), fault);
    }

    [Theory]
    [InlineData('{', "{\"a\":", "}")]
    [InlineData('[', "[", "]")]
    public void Depth_of_512_is_accepted_and_513_is_not(char kind, string open, string close)
    {
        string Nested(int depth) => kind == '{'
            ? string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth))
            : "{\"a\":" + string.Concat(Enumerable.Repeat(open, depth - 1)) + string.Concat(Enumerable.Repeat(close, depth - 1)) + "}";

        Assert.Equal(default, FaultOf(Nested(512)));
        int offset = kind == '{' ? 512 * open.Length : 5 + 511;
        Assert.Equal(new JsonFault(JsonFaultKind.TooDeep, offset), FaultOf(Nested(513)));
    }

    [Fact]
    public void Ten_thousand_levels_are_rejected_whether_closed_or_not()
    {
        string open = string.Concat(Enumerable.Repeat("{\"a\":", 10_000));
        JsonFault expected = new(JsonFaultKind.TooDeep, 512 * 5);
        Assert.Equal(expected, FaultOf(open));
        Assert.Equal(expected, FaultOf(open + "1" + new string('}', 10_000)));
    }

    [Fact]
    public void Depth_counts_open_containers_and_not_all_of_them()
    {
        string json = "{\"a\":[" + string.Join(',', Enumerable.Repeat("[{}]", 2_000)) + "]}";
        Assert.Equal(default, FaultOf(json));
    }

    [Fact]
    public void Every_fault_has_a_sentence_of_its_own()
    {
        string[] sentences = [.. Enum.GetValues<JsonFaultKind>().Select(kind => new JsonFault(kind, 7).Message)];
        Assert.Equal(sentences.Length, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(sentences, sentence => sentence == new JsonFault((JsonFaultKind)255, 0).Message);
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.Equal("A value is missing here. (byte 7)", new JsonFault(JsonFaultKind.ExpectedValue, 7).ToString());
    }

    private static JsonFault FaultOf(string json)
    {
        bool parsed = new JsonTape().TryParse(Encoding.UTF8.GetBytes(json), out JsonFault fault);
        Assert.Equal(parsed, fault.Kind == JsonFaultKind.None);
        return fault;
    }
}
