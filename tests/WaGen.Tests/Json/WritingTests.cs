using System.Text;
using System.Text.Json;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class WritingTests
{
    [Theory]
    [InlineData("""{"text":"a","id":7,"integer":"42","double":1.50,"decimal":2e3,"time":"1790000000","flag":true,"color":"blue","raw":{"a":[1,"b",null]}}""", null)]
    [InlineData("""{"other_id":"7","other_child":{"text":"x"}}""", null)]
    [InlineData("""{"things":[{"text":"x"},5,{"things":[]}],"texts":["a",1,"b"]}""", """{"things":[{"text":"x"},null,{"things":[]}],"texts":["a",null,"b"]}""")]
    [InlineData("""{"map":{"k":{"text":"x","nope":1},"l":3},"textmap":{"k":"v","l":3}}""", """{"map":{"k":{"text":"x"},"l":null},"textmap":{"k":"v","l":null}}""")]
    [InlineData("""{"text":5,"integer":"many","unknown":1,"child":[],"flag":"true"}""", "{}")]
    [InlineData("""{"text":null,"child":null,"things":null}""", null)]
    [InlineData("""{"text":"first","text":"last"}""", """{"text":"last"}""")]
    [InlineData("""{"text":"first","text":5}""", "{}")]
    [InlineData("""{"text":"first","text":null}""", """{"text":null}""")]
    [InlineData("""{"id":"first","other_id":"last"}""", """{"other_id":"last"}""")]
    [InlineData("""{"id":"first","other_id":[]}""", "{}")]
    [InlineData("""{"id":"first","other_id":null}""", null)]
    [InlineData("""{"child":{"text":"first"},"other_child":5}""", "{}")]
    [InlineData("""{"text":"x","child":{"text":null,"id":null,"nope":1},"other_child":5}""", """{"text":"x"}""")]
    [InlineData("""{"text":"x","other_child":{"text":null},"child":"no","things":[{"id":null}]}""", """{"text":"x","things":[{"id":null}]}""")]
    [InlineData("""{"te\u0078t":"\u00e9\ud83d\ude00","raw":"\u0041"}""", """{"text":"é😀","raw":"A"}""")]
    [InlineData("{}", null)]
    public void What_typed_members_hold_is_written_as_it_was_received(string json, string? expected)
    {
        Assert.Equal(expected ?? json, Write(Bound.Thing(json).View));
    }

    [Fact]
    public void Parts_of_a_view_are_written_alone()
    {
        Thing thing = Bound.Thing("""{"child":{"text":"x","nope":1},"things":[{"id":1},2],"texts":["a",1],"map":{"k":{"id":1,"nope":2}},"textmap":{"k":"v"},"raw":[1, "\u0041"]}""");
        Assert.Equal("""{"text":"x"}""", Write(thing.Child.View));
        Assert.Equal("""[{"id":1},null]""", Write(thing.Things.WriteTo));
        Assert.Equal("""["a",null]""", Write(thing.Texts.WriteTo));
        Assert.Equal("""{"k":{"id":1}}""", Write(thing.Map.WriteTo));
        Assert.Equal("""{"k":"v"}""", Write(thing.TextMap.WriteTo));
        Assert.Equal("""[1, "\u0041"]""", Write(thing.Raw.WriteTo));
    }

    [Fact]
    public void What_is_absent_is_written_as_null()
    {
        Thing thing = Bound.Thing("{}");
        Assert.Equal("null", Write(thing.Child.View));
        Assert.Equal("null", Write(thing.Things.WriteTo));
        Assert.Equal("null", Write(thing.Texts.WriteTo));
        Assert.Equal("null", Write(thing.Map.WriteTo));
        Assert.Equal("null", Write(thing.TextMap.WriteTo));
        Assert.Equal("null", Write(thing.Raw.WriteTo));
    }

    [Fact]
    public void Writing_changes_nothing_for_other_readers()
    {
        Thing thing = Bound.Thing("""{"id":"first","other_id":[],"text":"x","things":[{"text":"y"}]}""", out WebhookDocument document);
        string[] before = [.. document.Drift.ToArray().Select(entry => $"{entry.Kind} {entry.Node}")];
        Write(thing.View);
        Assert.Null(thing.Id);
        Assert.Equal("y", thing.Things[0].Text);
        Assert.Equal(before, document.Drift.ToArray().Select(entry => $"{entry.Kind} {entry.Node}"));
    }

    [Fact]
    public void A_late_view_is_not_written()
    {
        Thing thing = Bound.Thing("""{"child":{"text":"x"},"things":[{}]}""", out WebhookDocument document);
        JsonView child = thing.Child.View;
        ViewList<Thing> things = thing.Things;
        document.Return();
        Assert.Throws<ObjectDisposedException>(() => Write(child));
        Assert.Throws<ObjectDisposedException>(() => Write(things.WriteTo));
        Assert.StartsWith("(late", child.DebugText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_debugger_shows_the_start_of_the_object()
    {
        Assert.Equal("(absent)", default(JsonView).DebugText);
        Assert.Equal("""{ "text": "é" }""", Bound.Thing("""{ "text": "é" }""").View.DebugText);
        string text = Bound.Thing($$"""{"text":"{{new string('é', 1000)}}"}""").View.DebugText;
        Assert.StartsWith("""{"text":"éééé""", text, StringComparison.Ordinal);
        Assert.EndsWith("é...", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 100, 250);
    }

    private static string Write(JsonView view) => Write(writer => view.As<Thing>().WriteTo(writer));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal);
    }
}
