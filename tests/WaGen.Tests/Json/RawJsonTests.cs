using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class RawJsonTests
{
    private const string Json = """{"a":[1,"x\n",{"b":null}],"s":"\u00e9","t":"1700000000","n":-12.5,"yes":true,"no":"false","e":{},"a2":"x","a2":"y","\u0061\u0033":"z"}""";

    [Fact]
    public void Members_and_elements_are_found()
    {
        RawJson json = RawJson.Parse(Encoding.UTF8.GetBytes(Json));
        Assert.Equal(JsonKind.Object, json.Kind);
        Assert.Equal(Json, Encoding.UTF8.GetString(json.Utf8));
        Assert.Equal("é", json["s"u8].GetString());
        Assert.Equal("y", json["a2"u8].GetString());
        Assert.Equal("z", json["a3"u8].GetString());
        Assert.Equal("\"\\u00e9\""u8, json["s"u8].Utf8);
        Assert.Equal("\"\\u00e9\""u8.ToArray(), json["s"u8].ToArray());
        Assert.False(json["absent"u8].IsPresent);
        Assert.False(json["s"u8]["a"u8].IsPresent);

        RawJson list = json["a"u8];
        Assert.Equal([JsonKind.Number, JsonKind.String, JsonKind.Object], list.EnumerateArray().Select(element => element.Kind));
        Assert.Equal(JsonKind.Null, list.EnumerateArray().ElementAt(2)["b"u8].Kind);
        Assert.True(list.EnumerateArray().ElementAt(2)["b"u8].IsPresent);
    }

    [Fact]
    public void Members_are_enumerated_as_received()
    {
        RawJson json = RawJson.Parse(Encoding.UTF8.GetBytes(Json));
        Assert.Equal(["a", "s", "t", "n", "yes", "no", "e", "a2", "a2", "a3"], json.EnumerateObject().Select(member => member.Name));
        RawJsonMember last = json.EnumerateObject().Last();
        Assert.Equal("a3"u8, last.NameUtf8);
        Assert.True(last.NameEquals("a3"u8));
        Assert.False(last.NameEquals("a2"u8));
        Assert.Equal("z", last.Value.GetString());
        Assert.Empty(json["e"u8].EnumerateObject().ToList());
        Assert.Empty(json["a"u8].EnumerateObject().ToList());
        Assert.Empty(json.EnumerateArray().ToList());
        Assert.Empty(json["s"u8].EnumerateArray().ToList());
    }

    [Fact]
    public void Scalars_are_read_strictly()
    {
        RawJson json = RawJson.Parse(Encoding.UTF8.GetBytes(Json));
        Assert.True(json["n"u8].TryGetDecimal(out decimal number));
        Assert.Equal(-12.5m, number);
        Assert.True(json["n"u8].TryGetDouble(out double approximate));
        Assert.Equal(-12.5, approximate);
        Assert.False(json["n"u8].TryGetInt64(out _));
        Assert.True(json["t"u8].TryGetInt64(out long whole));
        Assert.Equal(1_700_000_000, whole);
        Assert.True(json["t"u8].TryGetUnixTime(out DateTimeOffset time));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(whole), time);
        Assert.True(json["yes"u8].TryGetBoolean(out bool yes) && yes);
        Assert.True(json["no"u8].TryGetBoolean(out bool no) && !no);
        Assert.False(json["s"u8].TryGetBoolean(out _));
        Assert.False(json["a"u8].TryGetDecimal(out _));
        Assert.False(json["yes"u8].TryGetInt64(out _));
        Assert.Null(json["n"u8].GetString());
    }

    [Fact]
    public void Default_is_absent()
    {
        RawJson json = default;
        Assert.False(json.IsPresent);
        Assert.Equal(JsonKind.None, json.Kind);
        Assert.True(json.Utf8.IsEmpty);
        Assert.Null(json.GetString());
        Assert.False(json["a"u8].IsPresent);
        Assert.False(json.TryGetInt64(out _));
        Assert.False(json.TryGetDecimal(out _));
        Assert.False(json.TryGetDouble(out _));
        Assert.False(json.TryGetUnixTime(out _));
        Assert.False(json.TryGetBoolean(out _));
        Assert.Empty(json.EnumerateObject().ToList());
        Assert.Empty(json.EnumerateArray().ToList());
        Assert.Empty(json.ToArray());
        Assert.Equal("None (0 bytes)", json.ToString());
        Assert.Equal("", default(RawJsonMember).Name);
        Assert.False(default(RawJsonMember).Value.IsPresent);
        Assert.False(default(RawJsonMember).NameEquals(""u8));
    }

    [Theory]
    [InlineData("\"a\\n\"", JsonKind.String)]
    [InlineData("-1", JsonKind.Number)]
    [InlineData(" [ ] ", JsonKind.Array)]
    [InlineData("null", JsonKind.Null)]
    public void Any_value_can_be_parsed_alone(string json, JsonKind kind)
    {
        RawJson value = RawJson.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal(kind, value.Kind);
        Assert.Equal(json.Trim(), Encoding.UTF8.GetString(value.Utf8));
        Assert.True(RawJson.TryParse(Encoding.UTF8.GetBytes(json), out RawJson same));
        Assert.Equal(kind, same.Kind);
    }

    [Fact]
    public void Invalid_text_is_refused_with_reason_and_position()
    {
        FormatException refusal = Assert.Throws<FormatException>(() => RawJson.Parse("{\"secret\":x}"u8));
        Assert.Equal("A value is missing here. (byte 10)", refusal.Message);
        Assert.False(RawJson.TryParse("{"u8, out RawJson absent));
        Assert.False(absent.IsPresent);
    }

    [Fact]
    public void Description_has_no_content()
    {
        RawJson json = RawJson.Parse(Encoding.UTF8.GetBytes(Json));
        Assert.Equal("String (12 bytes)", json["t"u8].ToString());
        Thing thing = Bound.Thing("""{"raw":"x"}""", out WebhookDocument document);
        RawJson raw = thing.Raw;
        document.Return();
        Assert.Equal("Disposed", raw.ToString());
    }
}
