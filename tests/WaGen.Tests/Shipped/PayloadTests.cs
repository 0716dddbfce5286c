using System.Text;

namespace WaGen.Tests.Shipped;

/// <summary>The bodies of <c>tests/payloads</c>, and what becomes of each.</summary>
public sealed class PayloadTests
{
    [Fact]
    public void Every_body_gives_the_reviewed_events()
    {
        var received = new StringBuilder();
        foreach (string name in Bodies.Names)
        {
            Recorder recorder = Recorder.Receive(Bodies.Read(name));
            received.Append(name).Append(": ").Append(recorder.Outcome.Result).Append('\n');
            foreach (string line in recorder.Lines)
            {
                received.Append("  ").Append(line).Append('\n');
            }
        }

        Reviewed.Equal("payloads", received.ToString());
    }

    [Fact]
    public void A_body_cut_at_any_byte_is_no_JSON_and_goes_to_the_hook_whole()
    {
        byte[] body = Bodies.Read("text.with-username.json");
        while (body[^1] != (byte)'}')
        {
            body = body[..^1];
        }

        for (int length = 0; length < body.Length; length++)
        {
            Recorder recorder = Recorder.Receive(body.AsMemory(0, length));
            Assert.Equal(WebhookResult.NotJson, recorder.Outcome.Result);
            Assert.InRange(recorder.Outcome.BytePosition!.Value, 0, length);
            Assert.Equal(["! NotJson"], recorder.Lines);
        }
    }

    [Fact]
    public void The_documented_example_without_its_comma_is_refused_where_the_comma_is_missing()
    {
        byte[] body = Bodies.Read("invalid/missing-comma.json");

        Recorder recorder = Recorder.Receive(body);

        Assert.Equal(WebhookResult.NotJson, recorder.Outcome.Result);
        int text = body.AsSpan().IndexOf("\"text\": {"u8);
        Assert.Equal(text, recorder.Outcome.BytePosition);
    }
}
