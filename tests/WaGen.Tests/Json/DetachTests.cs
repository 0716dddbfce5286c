using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class DetachTests
{
    [Fact]
    public void A_detached_view_outlives_its_document()
    {
        Thing thing = Bound.Thing(
            """{"child": {"text":"a\nb","id":"1","child":{"text":"c"},"things":[{"text":"d"}],"map":{"e":{"text":"f"}},"textmap":{"g":"\u0068"},"raw":[1] } }""",
            out WebhookDocument document);
        Thing detached = thing.Child.Detach();
        document.Return();

        Assert.Equal("a\nb", detached.Text);
        Assert.Equal("1", detached.Id);
        Assert.Equal("c", detached.Child.Text);
        Assert.Equal("d", detached.Things[0].Text);
        Assert.Equal("f", detached.Map["e"u8].Text);
        Assert.Equal("h", detached.TextMap["g"u8]);
        Assert.Equal("[1]"u8, detached.Raw.Utf8);
        Assert.StartsWith("""{"text":"a\nb",""", Encoding.UTF8.GetString(detached.View.Json.Utf8), StringComparison.Ordinal);
        Assert.EndsWith("""[1] }""", Encoding.UTF8.GetString(detached.View.Json.Utf8), StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => thing.Child);
    }

    [Fact]
    public void A_detached_view_can_be_detached_again()
    {
        Thing again = Bound.Thing("""{"child":{"child":{"text":"\u0061"}}}""").Detach().Child.Detach();
        Assert.Equal("a", again.Child.Text);
        Assert.Equal("a"u8, again.Child.TextUtf8);
    }

    [Fact]
    public void A_detached_view_holds_no_spare_memory()
    {
        Thing detached = Bound.Thing("""{"child":{"text":"abc","things":[{},{},{}]}}""").Child.Detach();
        WebhookDocument document = detached.View.Document!;
        Assert.Equal(document.BodyLength, document.Body.Length);
        Assert.Equal(document.Tape.Count, document.Tape.Nodes.Length);
        Assert.Equal(document.SlotCount, document.Slots.Length);
    }

    [Fact]
    public void Late_views_cannot_be_detached()
    {
        Thing thing = Bound.Thing("""{"text":"a"}""", out WebhookDocument document);
        document.Return();
        Assert.Throws<ObjectDisposedException>(() => thing.Detach());
    }
}
