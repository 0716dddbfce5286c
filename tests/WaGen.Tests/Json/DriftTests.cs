using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class DriftTests
{
    [Theory]
    [InlineData("""{"text":1}""")]
    [InlineData("""{"text":{}}""")]
    [InlineData("""{"id":true}""")]
    [InlineData("""{"integer":"a"}""")]
    [InlineData("""{"integer":1.5}""")]
    [InlineData("""{"integer":99999999999999999999}""")]
    [InlineData("""{"integer":""}""")]
    [InlineData("""{"double":1e400}""")]
    [InlineData("""{"double":[]}""")]
    [InlineData("""{"decimal":1e40}""")]
    [InlineData("""{"decimal":"1"}""")]
    [InlineData("""{"time":"yesterday"}""")]
    [InlineData("""{"time":1700000000000}""")]
    [InlineData("""{"flag":"true"}""")]
    [InlineData("""{"flag":1}""")]
    [InlineData("""{"color":3}""")]
    [InlineData("""{"child":[]}""")]
    [InlineData("""{"child":""}""")]
    [InlineData("""{"things":{}}""")]
    [InlineData("""{"texts":"a"}""")]
    [InlineData("""{"map":[]}""")]
    [InlineData("""{"textmap":1}""")]
    public void Wrong_kind_or_unreadable_text_is_a_mismatch_and_reads_as_absent(string json)
    {
        Thing thing = Bound.Thing(json, out WebhookDocument document);
        DriftEntry entry = Assert.Single(document.Drift.ToArray());
        Assert.Equal(new DriftEntry(DriftKind.Mismatch, 2), entry);
        for (int slot = 0; slot < Thing.SlotCount; slot++)
        {
            Assert.False(thing.View.IsSet(slot));
        }
    }

    [Fact]
    public void Null_is_absent_and_no_drift()
    {
        Thing thing = Bound.Thing(
            """{"text":null,"id":null,"integer":null,"double":null,"decimal":null,"time":null,"flag":null,"color":null,"raw":null,"child":null,"things":null,"texts":null,"map":null,"textmap":null}""",
            out WebhookDocument document);
        Assert.True(document.Drift.IsEmpty);
        for (int slot = 0; slot < Thing.SlotCount; slot++)
        {
            Assert.False(thing.View.IsSet(slot));
        }
    }

    [Fact]
    public void Unknown_member_points_to_its_name()
    {
        Bound.Thing("""{"text":"a","new":{"x":1}}""", out WebhookDocument document);
        Assert.Equal([new DriftEntry(DriftKind.UnknownMember, 3)], document.Drift.ToArray());
    }

    [Fact]
    public void Unknown_value_is_kept_as_text()
    {
        Thing thing = Bound.Thing("""{"color":"mauve"}""", out WebhookDocument document);
        Assert.Equal("mauve", thing.Color);
        Assert.Equal([new DriftEntry(DriftKind.UnknownValue, 2)], document.Drift.ToArray());
    }

    [Fact]
    public void Of_equal_names_the_last_is_read_and_counted()
    {
        Thing thing = Bound.Thing(
            """{"text":"a","text":"b","child":{"text":"c"},"child":{"id":"d"},"things":[{}],"things":[]}""", out WebhookDocument document);
        Assert.Equal("b", thing.Text);
        Assert.Null(thing.Child.Text);
        Assert.Equal("d", thing.Child.Id);
        Assert.True(thing.Things.IsPresent);
        Assert.Empty(thing.Things);
        Assert.All(document.Drift.ToArray(), entry => Assert.Equal(DriftKind.DuplicateMember, entry.Kind));
        Assert.Equal(3, document.Drift.Length);
    }

    [Fact]
    public void A_last_duplicate_that_is_null_or_unreadable_leaves_nothing()
    {
        Thing thing = Bound.Thing("""{"text":"a","text":null,"child":{},"child":null,"id":"1","id":[],"raw":1,"raw":null}""", out WebhookDocument document);
        Assert.Null(thing.Text);
        Assert.False(thing.Child.IsPresent);
        Assert.Null(thing.Id);
        Assert.False(thing.Raw.IsPresent);
        Assert.Equal(
            [DriftKind.DuplicateMember, DriftKind.DuplicateMember, DriftKind.DuplicateMember, DriftKind.Mismatch, DriftKind.DuplicateMember],
            document.Drift.ToArray().Select(entry => entry.Kind));
    }

    [Fact]
    public void A_null_under_the_other_name_of_a_member_erases_nothing()
    {
        Thing thing = Bound.Thing("""{"id":"1","other_id":null,"child":{"text":"a"},"other_child":null}""", out WebhookDocument document);
        Assert.Equal("1", thing.Id);
        Assert.Equal("a", thing.Child.Text);
        Assert.True(document.Drift.IsEmpty);
    }

    [Fact]
    public void Both_names_of_a_member_are_a_duplicate()
    {
        Thing thing = Bound.Thing("""{"id":"1","other_id":"2"}""", out WebhookDocument document);
        Assert.Equal("2", thing.Id);
        Assert.Equal([new DriftEntry(DriftKind.DuplicateMember, 4)], document.Drift.ToArray());
    }

    [Fact]
    public void Elements_and_map_values_of_the_wrong_kind_are_mismatches()
    {
        Assert.Equal(4, Bound.Drift("""{"things":[{},1,null],"texts":["a",1],"map":{"a":1,"b":{}}}""").Count(kind => kind == DriftKind.Mismatch));
    }

    [Fact]
    public void Drift_is_bounded_and_the_rest_counted()
    {
        string json = "{" + string.Join(',', Enumerable.Range(0, 1_000).Select(number => $"\"x{number}\":0")) + "}";
        Bound.Thing(json, out WebhookDocument document);
        Assert.Equal(WebhookDocument.MaxDrift, document.Drift.Length);
        Assert.Equal(1_000 - WebhookDocument.MaxDrift, document.DriftDropped);
        document.Return();
        Assert.True(document.Drift.IsEmpty);
        Assert.Equal(0, document.DriftDropped);
    }
}
