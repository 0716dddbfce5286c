using System.Reflection;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Operations;

/// <summary>Replies of a made-up API, compiled and called.</summary>
public sealed class ReplyTests
{
    private const string Program = """
        using Post.Api;
        using Post.Net;
        using WaGen;

        public readonly record struct Talk(string? BusinessNumberId, string? UserPhone, string? UserId, string? MessageId) : IConversation
        {
            public IServiceProvider? Services => null;
        }

        public static class Replies
        {
            public static string? Call(string what, string? number, string? phone, string? user, string? message)
            {
                var talk = new Talk(number, phone, user, message);
                _ = what switch
                {
                    "note" => talk.ReplyNoteAsync("Hi"),
                    "loud" => talk.ReplyNoteAsync("Hi", loud: true, quote: true),
                    "mark" => talk.MarkAsync("+"),
                    "done" => talk.DoneAsync(stamp: true),
                    _ => talk.ReplyAsync(new NoteLetter { To = "other", Note = new() { Text = "x" } }, quote: what is "quote"),
                };
                return PostClient.Last.Called;
            }
        }
        """;

    private static readonly Lazy<MethodInfo> Call = new(() =>
    {
        GeneratorRun run = PostApi.Run("all", PostApi.Client, Program);
        run.Diagnostics.Expect();
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        return Assembly.Load(image.ToArray()).GetType("Replies")!.GetMethod("Call")!;
    });

    [Theory]
    [InlineData("note", "49", null, """{"to":"49","type":"note","note":{"text":"Hi"}}""")]
    [InlineData("note", "49", "u", """{"to":"49","type":"note","note":{"text":"Hi"}}""")]
    [InlineData("note", null, "u", """{"user":"u","type":"note","note":{"text":"Hi"}}""")]
    [InlineData("loud", "49", null, """{"to":"49","re":{"id":"m"},"type":"note","note":{"text":"Hi","loud":true}}""")]
    [InlineData("mark", "49", null, """{"to":"49","type":"mark","mark":{"sign":"\u002B","id":"m"}}""")]
    [InlineData("done", null, null, """{"done":"yes","about":"m","stamp":{"kind":"red"}}""")]
    [InlineData("plain", "49", null, """{"to":"49","type":"note","note":{"text":"x"}}""")]
    [InlineData("quote", "49", null, """{"to":"49","re":{"id":"m"},"type":"note","note":{"text":"x"}}""")]
    public void A_reply_goes_to_the_user_of_the_event_from_the_number_of_the_event(string what, string? phone, string? user, string body)
    {
        string called = Ask(what, "box", phone, user, "m");
        Assert.StartsWith("send SendLetter (POST /{box}/letters) box=box {", called, StringComparison.Ordinal);
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(body), System.Text.Json.Nodes.JsonNode.Parse(called[called.IndexOf(" {\"", StringComparison.Ordinal)..])), called);
    }

    [Theory]
    [InlineData("note", null, "49", "m", "The event does not say which number")]
    [InlineData("note", "box", null, "m", "The event says neither")]
    [InlineData("loud", "box", "49", null, "The event is about no message")]
    [InlineData("mark", "box", "49", null, "The event is about no message")]
    public void What_the_event_does_not_say_is_said(string what, string? number, string? phone, string? message, string problem)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Ask(what, number, phone, null, message));
        Assert.StartsWith(problem, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("49", refusal.Message, StringComparison.Ordinal);
    }

    private static string Ask(string what, string? number, string? phone, string? user, string? message) =>
        (string)Call.Value.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [what, number, phone, user, message], null)!;
}
