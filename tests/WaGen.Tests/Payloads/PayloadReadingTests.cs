using System.Text;
using System.Text.Json.Nodes;

namespace WaGen.Tests.Payloads;

public class PayloadReadingTests
{
    [Theory]
    [InlineData("""{"product":"parcels","type":"box","to":"1","box":{"label":"a"}}""", typeof(SampleBoxOrder))]
    [InlineData("""{"box":{"label":"a"},"to":"1"}""", typeof(SampleBoxOrder))]
    [InlineData("""{"type":"letter","letter":"l"}""", typeof(SampleLetterOrder))]
    [InlineData("""{"type":"LETTER","letter":"l","kind":"express","hours":"4"}""", typeof(SampleExpressOrder))]
    [InlineData("""{"letter":"l","kind":"EXPRESS"}""", typeof(SampleLetterOrder))]
    [InlineData("""{"type":"ship","sails":{"count":3}}""", typeof(SampleOrder))]
    [InlineData("""{"type":7,"product":"others","\u0074o":null}""", typeof(SampleOrder))]
    [InlineData("""{"ty\u0070e":"bo\u0078","box":null,"to":5}""", typeof(SampleBoxOrder))]
    [InlineData("""{"type":"box","product":null,"box":[1]}""", typeof(SampleBoxOrder))]
    [InlineData("""{"type":"box","box":{},"priority":"urgent"}""", typeof(SampleBoxOrder))]
    [InlineData("""{"type":"box","box":{},"priority":"hi\u0067h"}""", typeof(SampleBoxOrder))]
    [InlineData("""{"type":"box","box":{},"priority":"later","priorities":[]}""", typeof(SampleBoxOrder))]
    [InlineData("{}", typeof(SampleOrder))]
    public void An_order_is_its_variant_and_written_as_it_was_read(string json, Type type)
    {
        SampleOrder order = Read<SampleOrder>(json);
        Assert.Equal(type, order.GetType());
        AssertSame(json, order);
    }

    [Theory]
    [InlineData("""{"label":7}""")]
    [InlineData("""{"label":null,"fragile":null,"raw":null}""")]
    [InlineData("""{"fragile":"true","count":"007","price":10.50,"weight":"1e3","when":1700000000}""")]
    [InlineData("""{"fragile":1,"count":1.5,"price":"dear","weight":{},"when":"today"}""")]
    [InlineData("""{"fragile":false,"count":12,"price":"10.5","weight":1.0,"when":"1700000000"}""")]
    [InlineData("""{"weight":1e400,"count":9223372036854775808,"price":1e40,"when":99999999999999}""")]
    [InlineData("""{"inner":{"inner":{"x":1}},"boxes":[{"label":"a","y":[{}]},{}],"tags":["a","\n"],"numbers":[1,-2]}""")]
    [InlineData("""{"inner":[],"boxes":[{},1],"tags":["a",null],"numbers":[1,2.5]}""")]
    [InlineData("""{"texts":{"a":"b","":"\"","\u0041":"c"},"byName":{"a":{"z":1}},"raw":[1,{"a":null}]}""")]
    [InlineData("""{"texts":{"a":1},"byName":{"a":null},"numbers":{},"tags":"a"}""")]
    [InlineData("""{"rows":[["a","\u0041\n"],[]]}""")]
    [InlineData("""{"rows":[ "a", "b" ]}""")]
    [InlineData("""{"rows":"\u0061"}""")]
    [InlineData("""{"rows":[["a"],"b"],"inner":{"rows":[["a",null]]},"boxes":[{"rows":7},{"rows":[[["a"]]]},{"rows":[]}]}""")]
    [InlineData("""{"x\"\u0041😀":{"a":[1,2,3]},"":0,"label\n":1}""")]
    public void Unknown_members_other_forms_and_mismatches_are_written_as_they_were_read(string json) => AssertSame(json, Read<SampleBox>(json));

    [Fact]
    public void Values_are_read_in_all_forms()
    {
        SampleBox box = Read<SampleBox>("""{"fragile":"true","count":"007","price":10.50,"weight":"1e3","when":1700000000,"texts":{"a":"1","a":"2"}}""");
        Assert.True(box.Fragile);
        Assert.Equal(7, box.Count);
        Assert.Equal(10.50m, box.Price);
        Assert.Equal(1000, box.Weight);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), box.When);
        Assert.Equal("2", box.Texts!["a"]);
        Assert.Equal("5550100", Read<SampleOrder>("""{"to":5550100}""").To);
    }

    [Theory]
    [InlineData("""{"rows":[["a","b"]]}""")]
    [InlineData("""{"rows":["a","b"]}""")]
    [InlineData("""{"rows":[["a"],["b","c"]],"rows":["a","b"]}""")]
    public void Arrays_of_texts_in_an_array_may_come_without_the_outer_one(string json)
    {
        SampleBox box = Read<SampleBox>(json);
        Assert.Equal<PayloadList<string>>([["a", "b"]], box.Rows);
        Assert.Equal("""{"rows":[["c"],[]]}""", Write(box with { Rows = [["c"], []] }));
        Assert.Equal("{}", Write(box with { Rows = null }));
    }

    [Fact]
    public void A_text_may_come_without_the_arrays_around_it()
    {
        SampleBox box = Read<SampleBox>("""{"rows":"a\u0062"}""");
        Assert.Equal<PayloadList<string>>([["ab"]], box.Rows);
        Assert.Equal("""{"rows":"a\u0062"}""", Write(box with { Rows = [["ab"]] }));
        Assert.Empty(Read<SampleBox>("""{"rows":[]}""").Rows!);
    }

    [Fact]
    public void Of_members_with_the_same_name_the_last_one_counts()
    {
        SampleBox box = Read<SampleBox>("""{"label":"a","label":null,"count":1,"count":"2","fragile":"x","fragile":true,"price":null,"price":"1","weight":1,"weight":{},"raw":1,"raw":null,"inner":{"label":"a"},"inner":null}""");
        Assert.Null(box.Label);
        Assert.Equal(2, box.Count);
        Assert.True(box.Fragile);
        Assert.Equal(1, box.Price);
        Assert.Null(box.Weight);
        Assert.Null(box.Inner);
        Assert.Equal("""{"label":null,"fragile":true,"count":"2","price":"1","weight":{},"inner":null,"raw":null}""", Write(box));
        Assert.Equal("""{"product":null,"type":"box","box":{}}""", Write(Read<SampleOrder>("""{"product":"x","product":null,"type":"letter","type":"box","box":{}}""")));
    }

    [Fact]
    public void What_is_changed_is_written_new_and_everything_else_as_it_was_read()
    {
        SampleBox box = Read<SampleBox>("""{"label":1,"fragile":"true","count":"07","price":5,"tags":[1],"inner":null,"extra":[ 1 ]}""");
        Assert.Equal("""{"label":1,"fragile":"true","count":8,"price":5,"inner":null,"tags":[1],"extra":[ 1 ]}""", Write(box with { Count = 8 }));
        Assert.Equal("""{"label":"x","fragile":false,"count":"07","inner":{"label":"i"},"tags":["t"],"extra":[ 1 ]}""", Write(box with { Label = "x", Fragile = false, Price = null, Inner = new() { Label = "i" }, Tags = ["t"] }));
        Assert.Equal("""{"label":1,"fragile":"true","count":"07","price":5,"inner":null,"tags":[1],"extra":[ 1 ]}""", Write(box with { Count = 8 } with { Count = 7 }));

        SampleOrder order = Read<SampleOrder>("""{"priority":"urgent","type":"box","box":{"label":"a"}}""");
        Assert.Equal("""{"priority":"low","type":"box","box":{"label":"a"}}""", Write(order with { Priority = SamplePriority.Low }));
        Assert.Equal("""{"type":"box","box":{"label":"a"}}""", Write(order with { Priority = null }));
    }

    [Fact]
    public void Unknown_members_can_be_read()
    {
        SampleBox box = Read<SampleBox>("""{"a\u0062":{"c":[1]},"label":"x","d":null}""");
        Assert.Equal(["ab", "d"], box.UnknownMembers.Select(member => member.Name));
        Assert.Equal("""{"c":[1]}""", Encoding.UTF8.GetString(box.UnknownMembers[0].Value.Utf8.Span));
        Assert.Empty(new SampleBox { Label = "x" }.UnknownMembers);
    }

    [Fact]
    public void What_was_read_and_what_was_built_are_equal_when_they_are_written_alike()
    {
        const string json = """{"label":"a","tags":["x"],"texts":{"k":"v","l":"w"},"byName":{"b":{"label":"m"}}}""";
        Assert.Equal(Read<SampleBox>(json), Read<SampleBox>(json));
        Assert.Equal(Read<SampleBox>(json).GetHashCode(), Read<SampleBox>(json).GetHashCode());
        Assert.Equal(new SampleBox { Label = "a", Count = 1 }, Read<SampleBox>("""{"count":1,"l\u0061bel":"\u0061"}"""));
        Assert.Equal(Read<SampleBox>("""{"count":"1","fragile":"true","x":1}"""), Read<SampleBox>("""{"x":1,"fragile":"true","count":"1"}"""));
        Assert.Equal(Read<SampleBox>("""{"count":"1","x":1}""").GetHashCode(), Read<SampleBox>("""{"x":1,"count":"1"}""").GetHashCode());
        Assert.Equal(new SampleBox { Label = "a", Rows = [["x", "y"], []] }, Read<SampleBox>("""{"rows":[["x","y"],[]],"label":"a"}"""));
        Assert.NotEqual(new SampleBox { Label = "a", Rows = [["x", "y"]] }, Read<SampleBox>("""{"rows":["x","y"],"label":"a"}"""));
        Assert.NotEqual(Read<SampleBox>("""{"rows":[["x","y"]]}"""), Read<SampleBox>("""{"rows":[["x"],["y"]]}"""));
        Assert.NotEqual(Read<SampleBox>("""{"count":1}"""), Read<SampleBox>("""{"count":"1"}"""));
        Assert.NotEqual(Read<SampleBox>("""{"x":1}"""), Read<SampleBox>("""{"x":2}"""));
        Assert.NotEqual(Read<SampleBox>("""{"texts":{"k":"v"}}"""), Read<SampleBox>("""{"texts":{"k":"w"}}"""));
        Assert.NotEqual<SampleOrder>(Read<SampleOrder>("""{"type":"ship"}"""), Read<SampleOrder>("""{"type":"box"}"""));
    }

    [Fact]
    public void Findings_tell_places_and_kinds_and_nothing_of_null()
    {
        List<PayloadFinding> findings = [];
        PayloadParser.Parse<SampleOrder>("""{"type":"box","box":{"boxes":[{},{"label":5,"y":1,"a.b":[]}],"tags":[1],"count":null,"price":1,"price":null,"rows":["a"],"inner":{"rows":[["a"],"b"]}},"z":{},"note":false}"""u8, findings);
        Assert.Equal(
            ["box.boxes[1].label string Number", "box.boxes[1].y  Number", "box.boxes[1][\"a.b\"]  Array", "box.inner.rows array of arrays of strings Array", "box.tags array of strings Array", "note string False", "z  Object"],
            findings.Select(finding => $"{finding.Path} {finding.Expected} {finding.Kind}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"label":"secret" """)]
    [InlineData("""{"label":"secret"} x""")]
    public void What_is_no_object_is_refused_without_its_text(string json)
    {
        FormatException refused = Assert.Throws<FormatException>(() => Read<SampleBox>(json));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Equal("a", Read<SampleBox>("""{"label":"a"}""").Label);
    }

    [Fact]
    public void As_deep_as_JSON_may_be_is_read()
    {
        string json = string.Concat(Enumerable.Repeat("""{"inner":""", 511)) + "{}" + new string('}', 511);
        AssertSame(json, Read<SampleBox>(json));
        Assert.Throws<FormatException>(() => Read<SampleBox>("""{"inner":""" + json + "}"));
    }

    [Fact]
    public void Thousands_of_members_take_no_more_than_their_share()
    {
        const int count = 30_000;
        string unknown = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"m{i}\":{i}"));
        string known = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"label\":{i},\"count\":\"0{i}\""));
        string boxes = string.Join(',', Enumerable.Range(0, count).Select(_ => """{"x":1}"""));
        string json = "{" + unknown + "," + known + ",\"boxes\":[" + boxes + "]}";
        List<PayloadFinding> findings = [];
        SampleBox box = PayloadParser.Parse<SampleBox>(Encoding.UTF8.GetBytes(json), findings);
        Assert.Equal(count, box.UnknownMembers.Count);
        Assert.Equal(count - 1, box.Count);
        Assert.Equal(count, box.Boxes!.Count);
        Assert.Equal(3 * count, findings.Count);
        Assert.Equal(count, Read<SampleBox>(Write(box)).UnknownMembers.Count);
    }

    [Fact]
    public void Payloads_are_read_by_many_threads_and_a_payload_is_written_by_many()
    {
        SampleOrder shared = Read<SampleOrder>("""{"type":"box","to":5,"box":{"label":"a","x":1},"y":2}""");
        Parallel.For(0, 2000, i =>
        {
            string json = $$$"""{"type":"box","to":"{{{i}}}","note":"\u0041{{{i}}}","box":{"label":"{{{i}}}"}}""";
            AssertSame(json, Read<SampleOrder>(json));
            Assert.Equal("y", Assert.Single(shared.UnknownMembers).Name);
            Assert.Equal("""{"to":5,"type":"box","box":{"label":"a","x":1},"y":2}""", Write(shared));
        });
    }

    private static T Read<T>(string json)
        where T : Payload, WaGen.Runtime.IPayload<T> => Payload.Parse<T>(Encoding.UTF8.GetBytes(json));

    private static string Write(Payload payload) => Encoding.UTF8.GetString(payload.ToUtf8Json());

    private static void AssertSame(string json, Payload payload)
    {
        string written = Write(payload);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json, documentOptions: new() { MaxDepth = 600 }), JsonNode.Parse(written, documentOptions: new() { MaxDepth = 600 })), $"{json} became {written}");
    }
}
