using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Tests.Payloads;

public class PayloadWritingTests
{
    [Fact]
    public void Members_are_written_in_order_and_null_is_left_out()
    {
        SampleBoxOrder order = SampleOrder.Box("+1 555", "a") with { Priority = SamplePriority.High };
        Assert.Equal("""{"product":"parcels","to":"+1 555","priority":"high","type":"box","box":{"label":"a"}}""", Write(order));
    }

    [Fact]
    public void Every_shape_is_written()
    {
        SampleBox box = new()
        {
            Label = "a",
            Fragile = false,
            Count = long.MinValue,
            Price = 10.50m,
            Weight = -0.25e-7,
            When = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            Inner = new() { Label = "i" },
            Boxes = [new() { Label = "1" }, new() { Label = "2", Tags = [] }],
            Tags = ["x", "y"],
            Numbers = [1, -2],
            Texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["k\""] = "v", ["gone"] = null! },
            ByName = new Dictionary<string, SampleBox>(StringComparer.Ordinal) { ["b"] = new() { Label = "m" }, ["gone"] = null! },
            Raw = JsonFragment.Parse("""[1, {"a":null}]"""),
            Rows = [["r", "\""], [], ["s"]],
        };
        Assert.Equal(
            """{"label":"a","fragile":false,"count":-9223372036854775808,"price":"10.50","weight":-2.5E-08,"when":"1700000000","inner":{"label":"i"},"boxes":[{"label":"1"},{"label":"2","tags":[]}],"tags":["x","y"],"numbers":[1,-2],"texts":{"k\"":"v"},"byName":{"b":{"label":"m"}},"raw":[1, {"a":null}],"rows":[["r","\""],[],["s"]]}""",
            Write(box));
    }

    [Fact]
    public void An_object_without_members_and_a_number_that_is_none_are_valid_JSON()
    {
        Assert.Equal("{}", Write(new SampleBox { Label = null! }));
        Assert.Equal("""{"label":"a","inner":{},"boxes":[{},{}]}""", Write(new SampleBox { Label = "a", Weight = double.NaN, Inner = new() { Label = null! }, Boxes = [new() { Label = null! }, new() { Label = null! }] }));
    }

    [Theory]
    [InlineData("\"\\/\b\f\n\r\t\u0001\u001f\u007f", "\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f")]
    [InlineData("é€😀\u2028", "é€😀\u2028")]
    public void Texts_are_escaped_only_where_JSON_asks_for_it(string text, string expected) =>
        Assert.Equal($$"""{"label":"{{expected}}"}""", Write(new SampleBox { Label = text }));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("{\"label\":\"a\uFFFD\"}", Write(new SampleBox { Label = "a\uD83D" }));
        Assert.Equal("{\"label\":\"\uFFFD\uFFFDé\uFFFD\\n\"}", Write(new SampleBox { Label = "\uDE00\uD83Dé\uD83D\n" }));
        Assert.Equal("{\"label\":\"\uFFFD😀\"}", Write(new SampleBox { Label = "\uD83D\uD83D\uDE00" }));
    }

    [Fact]
    public void Every_length_and_every_place_of_an_unusual_character_is_written_right()
    {
        foreach (string special in (string[])["", "\"", "\\", "\n", "\0", "\u001f", "\u007f", "\u0080", "é", "€", "\u4141", "\u8141", "😀", "\uD83D"])
        {
            for (int length = 0; length < 75; length++)
            {
                for (int at = 0; at <= length; at++)
                {
                    string text = new string('a', at) + special + new string('b', length - at);
                    string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                    var output = new StingyWriter(0);
                    new SampleBox { Label = text }.WriteTo(output);
                    Assert.Equal(expected, JsonNode.Parse(output.Written)!["label"]!.GetValue<string>());
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public void Output_does_not_depend_on_the_memory_that_a_writer_gives(int more)
    {
        string text = string.Concat(Enumerable.Range(0, 700).Select(i => (i % 50) switch { 7 => "😀", 13 => "\"", 21 => "é\n", _ => "plain text " }));
        SampleBox box = new()
        {
            Label = text,
            Tags = [.. Enumerable.Range(0, 60).Select(i => Runes(text, 0, i))],
            Boxes = [.. Enumerable.Range(0, 60).Select(i => new SampleBox { Label = Runes(text, i, i), Count = i, Raw = JsonFragment.Parse('"' + new string('r', i * 100) + '"') })],
        };
        var output = new StingyWriter(more);
        box.WriteTo(output);
        Assert.Equal(box.ToUtf8Json(), output.Written);
        Assert.Equal(box, Payload.Parse<SampleBox>(output.Written));
    }

    [Fact]
    public void Pairs_are_not_torn_where_a_long_text_is_written_in_pieces()
    {
        for (int before = 4092; before < 4100; before++)
        {
            string text = new string('a', before) + string.Concat(Enumerable.Repeat("😀", 5000)) + "é" + new string('b', 5000) + "\uD83D";
            var output = new StingyWriter(0);
            new SampleBox { Label = text }.WriteTo(output);
            Assert.Equal(Encoding.UTF8.GetBytes("{\"label\":\"" + text + "\"}"), output.Written);
            Assert.InRange(output.LargestRequest, 1, 16 * 1024);
        }
    }

    [Fact]
    public void A_writer_that_gives_too_little_is_found_out()
    {
        var output = new StingyWriter(-200);
        Assert.Throws<InvalidOperationException>(() => new SampleBox { Label = new string('a', 1000) }.WriteTo(output));
    }

    [Fact]
    public void Deep_payloads_are_written()
    {
        SampleBox box = new() { Label = "x" };
        for (int depth = 0; depth < 400; depth++)
        {
            box = new() { Label = "x", Inner = box };
        }

        Assert.Equal(box, Payload.Parse<SampleBox>(box.ToUtf8Json()));
    }

    [Fact]
    public void Writing_into_a_buffer_that_is_used_again_allocates_nothing()
    {
        SampleBoxOrder text = SampleOrder.Box("15550100101", "A label of usual length, with é and \"quotes\".", fragile: true);
        SampleBoxOrder all = text with
        {
            Box = new()
            {
                Label = "template",
                Count = 7,
                Price = 1.5m,
                Weight = 2.5,
                When = DateTimeOffset.UnixEpoch,
                Boxes = [new() { Label = "one", Tags = ["a", "b"] }, new() { Label = "two", Numbers = [1, 2, 3] }],
                Raw = JsonFragment.Parse("{}"),
                Rows = [["Ada", "118"], []],
            },
        };
        var output = new ArrayBufferWriter<byte>(4096);
        Assert.Equal(0, Allocated(() => WriteAgain(text, output)));
        Assert.Equal(0, Allocated(() => WriteAgain(all, output)));
    }

    private static string Runes(string text, int from, int count) => string.Concat(text.EnumerateRunes().Skip(from).Take(count));

    private static void WriteAgain(Payload payload, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        payload.WriteTo(output);
    }

    private static long Allocated(Action write)
    {
        for (int round = 0; round < 3; round++)
        {
            write();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 100; round++)
        {
            write();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Write(Payload payload)
    {
        string json = Encoding.UTF8.GetString(payload.ToUtf8Json());
        using var valid = JsonDocument.Parse(json);
        return json;
    }
}
