using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class ViewTests
{
    [Fact]
    public void Members_of_every_kind_are_read()
    {
        Thing thing = Bound.Thing(
            """
            {"text":"a\nb","id":7,"integer":-5,"double":2.5,"decimal":0.10,"time":"1700000000","flag":false,"color":"red","raw":[ 1 ],"child":{"text":"inner"}}
            """,
            out WebhookDocument document);
        Assert.True(thing.IsPresent);
        Assert.Equal("a\nb", thing.Text);
        Assert.Equal("a\nb"u8, thing.TextUtf8);
        Assert.True(thing.View.TextEquals(0, "a\nb"u8));
        Assert.False(thing.View.TextEquals(0, @"a\nb"u8));
        Assert.Equal("7", thing.Id);
        Assert.Equal(-5, thing.Integer);
        Assert.Equal(2.5, thing.Double);
        Assert.Equal(0.10m, thing.Decimal);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), thing.Time);
        Assert.False(thing.Flag);
        Assert.Equal("red", thing.Color);
        Assert.Equal("[ 1 ]"u8, thing.Raw.Utf8);
        Assert.Equal("inner", thing.Child.Text);
        Assert.Equal("""{"text":"inner"}"""u8, thing.Child.View.Json.Utf8);
        Assert.True(document.Drift.IsEmpty);
    }

    [Fact]
    public void Numbers_may_be_strings_where_the_schema_says_so()
    {
        Thing thing = Bound.Thing("""{"integer":"12","double":"1e3","time":1700000000,"id":"x"}""", out WebhookDocument document);
        Assert.Equal(12, thing.Integer);
        Assert.Equal(1000, thing.Double);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), thing.Time);
        Assert.Equal("x", thing.Id);
        Assert.True(document.Drift.IsEmpty);
    }

    [Fact]
    public void Default_view_is_absent_all_the_way_down()
    {
        Thing thing = default;
        Assert.False(thing.IsPresent);
        Assert.Null(thing.Text);
        Assert.True(thing.TextUtf8.IsEmpty);
        Assert.False(thing.View.TextEquals(0, ""u8));
        Assert.Null(thing.Id);
        Assert.Null(thing.Integer);
        Assert.Null(thing.Double);
        Assert.Null(thing.Decimal);
        Assert.Null(thing.Time);
        Assert.Null(thing.Flag);
        Assert.False(thing.Raw.IsPresent);
        Assert.False(thing.View.Json.IsPresent);
        Assert.False(thing.View.IsSet(0));
        Assert.Equal(0, thing.View.Variant);
        Assert.True(thing.View.GetWireName(0).IsEmpty);
        Assert.True(thing.View.GetContainerWireName(9).IsEmpty);
        Assert.Null(thing.Child.Child.Text);
        Assert.False(thing.Things.IsPresent);
        Assert.Empty(thing.Things);
        Assert.Empty(thing.Texts);
        Assert.False(thing.Texts.Contains(""u8));
        Assert.Empty(thing.Map);
        Assert.False(thing.Map["a"u8].IsPresent);
        Assert.Empty(thing.TextMap);
        Assert.Null(thing.TextMap["a"u8]);
        Assert.False(thing.Detach().IsPresent);
    }

    [Fact]
    public void Absent_members_read_like_those_of_the_default_view()
    {
        Thing thing = Bound.Thing("{}");
        Assert.True(thing.IsPresent);
        Assert.Null(thing.Text);
        Assert.True(thing.TextUtf8.IsEmpty);
        Assert.Null(thing.Integer);
        Assert.False(thing.Raw.IsPresent);
        Assert.Null(thing.Child.Child.Text);
        Assert.Empty(thing.Things);
        Assert.False(thing.Map["a"u8].IsPresent);
        Assert.True(thing.View.GetWireName(0).IsEmpty);
    }

    [Fact]
    public void Empty_identifier_reads_as_null_and_empty_text_does_not()
    {
        Thing thing = Bound.Thing("""{"text":"","id":""}""");
        Assert.Equal("", thing.Text);
        Assert.Null(thing.Id);
        Assert.True(thing.View.IsSet(1));
    }

    [Fact]
    public void Lone_surrogates_become_replacement_characters_and_stay_in_the_raw_bytes()
    {
        Thing thing = Bound.Thing("""{"text":"a\ud800b\udc00\ud83d\ude00\ud800"}""");
        Assert.Equal("a\uFFFDb\uFFFD\U0001F600\uFFFD", thing.Text);
        Assert.Equal("\"a\\ud800b\\udc00\\ud83d\\ude00\\ud800\""u8, thing.View.GetRaw(0).Utf8);
    }

    [Fact]
    public void Escaped_names_match()
    {
        Thing thing = Bound.Thing("""{"\u0074e\u0078t":"a","\u0069d":1,"t\/":2}""", out WebhookDocument document);
        Assert.Equal("a", thing.Text);
        Assert.Equal("1", thing.Id);
        Assert.Equal(DriftKind.UnknownMember, Assert.Single(document.Drift.ToArray()).Kind);
    }

    [Fact]
    public void View_tells_under_which_name_a_member_came()
    {
        Thing main = Bound.Thing("""{"id":"1","child":{}}""");
        Thing other = Bound.Thing("""{"other\u005fid":"1","other_child":{}}""");
        Assert.Equal("id"u8, main.View.GetWireName(1));
        Assert.Equal("child"u8, main.View.GetContainerWireName(9));
        Assert.Equal("other_id"u8, other.View.GetWireName(1));
        Assert.Equal("other_child"u8, other.View.GetContainerWireName(9));
    }

    [Fact]
    public void Objects_may_be_nested_as_deep_as_the_parser_allows()
    {
        string json = string.Concat(Enumerable.Repeat("""{"child":""", 511)) + """{"text":"deep"}""" + new string('}', 511);
        Thing thing = Bound.Thing(json);
        for (int depth = 0; depth < 511; depth++)
        {
            thing = thing.Child;
        }

        Assert.Equal("deep", thing.Text);
        Assert.False(thing.Child.IsPresent);
    }

    [Fact]
    public void Binder_finds_the_last_of_equal_names_and_no_null()
    {
        Bound.Thing("""{"a":1,"b":2,"a":3,"b":null,"c":"x","\u0063":"y\n"}""", out WebhookDocument document);
        var binder = document.Binder;
        Assert.Equal("3"u8, binder.Text(binder.Find(0, "a"u8)));
        Assert.Equal(0, binder.Find(0, "b"u8));
        Assert.Equal(0, binder.Find(0, "absent"u8));
        int last = binder.Find(0, "c"u8);
        Assert.Equal(JsonKind.String, binder.Kind(last));
        Assert.True(binder.TextEquals(last, "y\n"u8));
        Assert.False(binder.TextEquals(last, "y"u8));
        Assert.False(binder.TextEquals(binder.Find(0, "a"u8), "3"u8));
        Assert.Equal(0, binder.Find(last, "a"u8));
    }

    [Fact]
    public void Variant_is_kept_with_the_object()
    {
        Thing thing = Bound.Thing("""{"child":{}}""", out WebhookDocument document);
        Assert.Equal(0, thing.Child.View.Variant);
        document.Binder.SetVariant(thing.Child.View.Block, -2);
        Assert.Equal(-2, thing.Child.View.Variant);
        Assert.Equal(0, thing.View.Variant);
    }
}
