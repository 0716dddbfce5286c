using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class TapeStructureTests
{
    [Fact]
    public void Nodes_follow_the_text()
    {
        const string Json = """ {"a": [1, "x\n", {}], "b":{"c":null} ,"d":true} """;
        JsonTape tape = Parse(Json);
        Assert.Equal(
            [
                """Object {"a": [1, "x\n", {}], "b":{"c":null} ,"d":true} -> 12""",
                "String a -> 2",
                """Array [1, "x\n", {}] -> 6""",
                "Number 1 -> 4",
                @"String* x\n -> 5",
                "Object {} -> 6",
                "String b -> 7",
                """Object {"c":null} -> 10""",
                "String c -> 9",
                "Null null -> 10",
                "String d -> 11",
                "True true -> 12",
            ],
            tape.Nodes.AsSpan(0, tape.Count).ToArray().Select(node =>
                $"{node.Kind}{(node.Escaped ? "*" : "")} {Json.Substring(node.Offset, node.Length)} -> {node.Next}"));
    }

    [Fact]
    public void A_tape_that_is_used_again_forgets_the_text_before()
    {
        var tape = new JsonTape();
        Assert.True(tape.TryParse("{\"a\":\"\\n\",\"b\":[1,2,3]}"u8, out _));
        Assert.Equal(8, tape.Count);
        Assert.False(tape.TryParse("{\"a\":"u8, out _));
        Assert.Equal(0, tape.Count);
        Assert.True(tape.TryParse("{\"a\":\"b\"}"u8, out _));
        Assert.Equal(3, tape.Count);
        Assert.False(tape.Nodes[2].Escaped);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{\"\":0}")]
    public void More_nodes_than_expected_make_the_tape_grow(string element)
    {
        string json = "{\"a\":[" + string.Join(',', Enumerable.Repeat(element, 10_000)) + "]}";
        JsonTape tape = Parse(json);
        int perElement = element[0] == '{' ? 3 : 1;
        Assert.Equal(3 + (10_000 * perElement), tape.Count);
        int count = 0;
        for (int node = 3; node < tape.Nodes[2].Next; node = tape.Nodes[node].Next)
        {
            Assert.Equal(element, json.Substring(tape.Nodes[node].Offset - (element[0] == '"' ? 1 : 0), element.Length));
            count++;
        }

        Assert.Equal(10_000, count);
    }

    [Fact]
    public void A_large_tape_is_not_kept()
    {
        var tape = new JsonTape();
        Assert.True(tape.TryParse(Encoding.UTF8.GetBytes("{\"a\":[" + string.Join(',', Enumerable.Repeat("0", 3_000)) + "]}"), out _));
        tape.Reset();
        Assert.NotEmpty(tape.Nodes);
        Assert.True(tape.TryParse(Encoding.UTF8.GetBytes("{\"a\":[" + string.Join(',', Enumerable.Repeat("0", 10_000)) + "]}"), out _));
        tape.Reset();
        Assert.Empty(tape.Nodes);
        Assert.Equal(0, tape.Count);
    }

    private static JsonTape Parse(string json)
    {
        var tape = new JsonTape();
        Assert.True(tape.TryParse(Encoding.UTF8.GetBytes(json), out JsonFault fault), fault.ToString());
        return tape;
    }
}
