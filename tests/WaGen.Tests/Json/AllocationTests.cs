using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

[Collection(RunsAlone.Name)]
public class AllocationTests
{
    private const string Json =
        """{"text":"a\nb","id":"1","integer":5,"time":"1700000000","child":{"text":"x","new":1,"n\u0065w":2},"things":[{"id":"1"},{"id":"2"},{}],"texts":["a","b"],"map":{"a":{},"b":{}},"textmap":{"a":"b"}}""";

    [Fact]
    public void Parsing_binding_and_reading_bytes_allocates_nothing() => AssertFree(Encoding.UTF8.GetBytes(Json), rounds: 1_000);

    [Fact]
    public void A_body_too_large_to_keep_its_memory_allocates_nothing_either()
    {
        byte[] body = Encoding.UTF8.GetBytes("{\"things\":[" + string.Join(',', Enumerable.Repeat(Json, 2_000)) + "]}");
        AssertFree(body, rounds: 20);
    }

    [Fact]
    public void A_text_that_is_wrong_allocates_nothing()
    {
        byte[] body = Encoding.UTF8.GetBytes(Json[..^1] + "é");
        var tape = new JsonTape();
        Assert.False(tape.TryParse(body, out _));
        int accepted = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 1_000; round++)
        {
            accepted += tape.TryParse(body, out _) ? 1 : 0;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, accepted);
    }

    private static void AssertFree(byte[] body, int rounds)
    {
        int expected = Run(body);
        Assert.NotEqual(0, expected);
        Run(body);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int sum = 0;
        for (int round = 0; round < rounds; round++)
        {
            sum += Run(body);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(expected * rounds, sum);
    }

    private static int Run(byte[] body)
    {
        WebhookDocument document = WebhookDocument.Rent();
        document.CopyBody(body);
        int sum = document.TryParse(out _) ? Read(Bound.Root(document)) : 0;
        document.Return();
        return sum;
    }

    private static int Read(Thing thing)
    {
        int sum = thing.TextUtf8.Length + thing.View.GetUtf8(1).Length + (thing.View.TextEquals(1, "1"u8) ? 1 : 0);
        sum += (int)(thing.Integer ?? 0) + (thing.Time is null ? 0 : 1) + thing.Child.TextUtf8.Length + thing.Map["b"u8].View.Variant;
        foreach (Thing element in thing.Things)
        {
            sum += Read(element);
        }

        foreach (TextMapEntry entry in thing.TextMap)
        {
            sum += entry.ValueUtf8.Length;
        }

        foreach (RawJsonMember member in thing.View.Json.EnumerateObject())
        {
            sum += member.NameUtf8.Length;
        }

        return sum;
    }
}
