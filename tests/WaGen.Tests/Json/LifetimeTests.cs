using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class LifetimeTests
{
    private const string Json =
        """{"text":"a\nb","id":"1","integer":5,"double":1.5,"decimal":2,"time":1,"flag":true,"raw":{"x":[1,"\n"]},"child":{"text":"x"},"things":[{"id":"1"}],"texts":["a"],"map":{"a":{}},"textmap":{"a":"b"}}""";

    /// <summary>Every way of reading that reaches into the document; each touches what the view before it gave.</summary>
    public static TheoryData<string> Reads => [.. Readers.Keys];

    private static readonly Dictionary<string, Action<Thing>> Readers = new(StringComparer.Ordinal)
    {
        ["text"] = thing => _ = thing.Text,
        ["utf8"] = thing => _ = thing.TextUtf8.Length,
        ["equals"] = thing => _ = thing.View.TextEquals(1, "1"u8),
        ["id"] = thing => _ = thing.Id,
        ["integer"] = thing => _ = thing.Integer,
        ["double"] = thing => _ = thing.Double,
        ["decimal"] = thing => _ = thing.Decimal,
        ["time"] = thing => _ = thing.Time,
        ["flag"] = thing => _ = thing.Flag,
        ["raw"] = thing => _ = thing.Raw.Kind,
        ["json"] = thing => _ = thing.View.Json.Utf8.Length,
        ["child"] = thing => _ = thing.Child.Text,
        ["list"] = thing => _ = thing.Things.Count,
        ["elements"] = thing => _ = thing.Things.Any(element => element.Id is null),
        ["texts"] = thing => _ = thing.Texts.Contains("b"u8),
        ["map"] = thing => _ = thing.Map["a"u8].IsPresent,
        ["textmap"] = thing => _ = thing.TextMap["a"u8],
        ["set"] = thing => _ = thing.View.IsSet(0),
        ["variant"] = thing => _ = thing.View.Variant,
        ["name"] = thing => _ = thing.View.GetWireName(0).Length,
        ["container name"] = thing => _ = thing.View.GetContainerWireName(9).Length,
        ["detach"] = thing => _ = thing.Detach(),
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void Late_reads_throw(string read)
    {
        Thing thing = Bound.Thing(Json, out WebhookDocument document);
        Readers[read](thing);
        document.Return();
        Assert.Throws<ObjectDisposedException>(() => Readers[read](thing));
        Assert.True(thing.IsPresent);

        // The next body may be of any shape.
        WebhookDocument next = WebhookDocument.Rent();
        next.CopyBody("{}"u8);
        Assert.True(next.TryParse(out _));
        Assert.Throws<ObjectDisposedException>(() => Readers[read](thing));
    }

    [Fact]
    public void Late_parts_throw_whatever_was_read_before()
    {
        Thing thing = Bound.Thing(Json, out WebhookDocument document);
        RawJson raw = thing.Raw;
        RawJsonObject.Enumerator members = raw.EnumerateObject().GetEnumerator();
        Assert.True(members.MoveNext());
        RawJsonArray.Enumerator elements = members.Current.Value.EnumerateArray().GetEnumerator();
        Assert.True(elements.MoveNext());
        ViewList<Thing> things = thing.Things;
        ViewList<Thing>.Enumerator enumerator = things.GetEnumerator();
        Assert.True(enumerator.MoveNext());
        ViewMapEntry<Thing> entry = thing.Map.Single();
        TextMapEntry text = thing.TextMap.Single();
        document.Return();

        Assert.Throws<ObjectDisposedException>(() => raw.Utf8.Length);
        Assert.Throws<ObjectDisposedException>(() => raw["x"u8].IsPresent);
        Assert.Throws<ObjectDisposedException>(() => raw.ToArray());
        Assert.Throws<ObjectDisposedException>(() => raw.TryGetInt64(out _));
        Assert.Throws<ObjectDisposedException>(() => members.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => members.Current.Name);
        Assert.Throws<ObjectDisposedException>(() => members.Current.Value.Kind);
        Assert.Throws<ObjectDisposedException>(() => elements.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => elements.Current.Kind);
        Assert.Throws<ObjectDisposedException>(() => things[0]);
        Assert.Throws<ObjectDisposedException>(() => enumerator.Current);
        Assert.Throws<ObjectDisposedException>(() => entry.Name);
        Assert.Throws<ObjectDisposedException>(() => entry.Value.Text);
        Assert.Throws<ObjectDisposedException>(() => text.Name);
        Assert.Throws<ObjectDisposedException>(() => text.Value);
    }

    [Fact]
    public void A_view_never_shows_another_body_while_its_memory_is_reused()
    {
        // Each body holds one number everywhere, so a foreign value is told from a right one.
        Thing shared = default;
        int current = -1;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        Exception? problem = null;
        var owner = new Thread(() => Guard(ref problem, () =>
        {
            for (int round = 0; !stop.IsCancellationRequested; round++)
            {
                WebhookDocument document = WebhookDocument.Rent();
                document.CopyBody(RaceBody(round));
                Assert.True(document.TryParse(out _));
                lock (stop)
                {
                    shared = Bound.Root(document);
                    current = round;
                }

                Thread.SpinWait(round % 400);
                document.Return();
            }
        }));

        int right = 0;
        int late = 0;
        var reader = new Thread(() => Guard(ref problem, () =>
        {
            while (!stop.IsCancellationRequested)
            {
                Thing thing;
                int number;
                lock (stop)
                {
                    thing = shared;
                    number = current;
                }

                for (int repeat = 0; repeat < 20 && number >= 0; repeat++)
                {
                    Count(() => ReadRace(thing, number), ref right, ref late);
                }
            }
        }));
        owner.Start();
        reader.Start();
        owner.Join();
        reader.Join();
        Assert.True(problem is null, problem?.ToString());
        Assert.True(right > 0 && late > 0, $"{right} reads came in time and {late} late; both are needed.");
    }

    [Fact]
    public void Many_threads_decode_a_text_once()
    {
        string json = "{\"things\":[" + string.Join(',', Enumerable.Range(0, 200).Select(number => $"{{\"text\":\"\\u0061{number}\"}}")) + "]}";
        Thing thing = Bound.Thing(json, out WebhookDocument document);
        Parallel.For(0, 64, _ =>
        {
            int number = 0;
            foreach (Thing element in thing.Things)
            {
                Assert.Equal($"a{number}", Encoding.UTF8.GetString(element.TextUtf8));
                Assert.Equal($"a{number++}", element.Text);
            }
        });
        Assert.Equal(200, document.DecodedCount);
        Assert.True(thing.Things[0].TextUtf8.Overlaps(thing.Things[0].TextUtf8));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void What_was_received_is_cleared_when_the_document_is_returned(int length)
    {
        string plain = new('p', length);
        Thing thing = Bound.Thing("{\"text\":\"" + plain + "\",\"id\":\"\\u0061" + plain + "\"}", out WebhookDocument document);
        ReadOnlySpan<byte> text = thing.TextUtf8;
        ReadOnlySpan<byte> decoded = thing.View.GetUtf8(1);
        ReadOnlySpan<byte> body = document.Utf8;
        Assert.Equal(length, text.Length);
        Assert.Equal(length + 1, decoded.Length);
        document.Return();
        Assert.False(text.ContainsAnyExcept((byte)0));
        Assert.False(decoded.ContainsAnyExcept((byte)0));
        Assert.False(body.ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void A_body_in_the_callers_memory_is_left_to_the_caller()
    {
        byte[] body = [.. "{\"text\":\"a\"}      "u8];
        WebhookDocument document = WebhookDocument.Rent();
        document.UseBody(body, 12);
        Assert.True(document.TryParse(out _));
        Thing thing = Bound.Root(document);
        Assert.Equal("a", thing.Text);
        document.Return();
        Assert.Equal("{\"text\":\"a\"}      "u8, body);
        Assert.NotSame(body, document.Body);
        Assert.Throws<ObjectDisposedException>(() => thing.Text);
    }

    [Fact]
    public void Large_memory_is_not_kept()
    {
        string json = "{\"things\":[" + string.Join(',', Enumerable.Repeat("{\"text\":\"\\n\"}", 20_000)) + "]}";
        Thing thing = Bound.Thing(json, out WebhookDocument document);
        Assert.All(thing.Things, element => Assert.Equal(1, element.TextUtf8.Length));
        document.Return();
        Assert.InRange(document.Body.Length, 0, WebhookDocument.RetainedBytes);
        Assert.InRange(document.Tape.Nodes.Length * 16, 0, WebhookDocument.RetainedBytes);
        Assert.InRange(document.Slots.Length * sizeof(int), 0, WebhookDocument.RetainedBytes);
        Assert.Equal(0, document.DecodedCount);
    }

    [Fact]
    public void A_document_cannot_be_returned_twice()
    {
        WebhookDocument document = WebhookDocument.Rent();
        document.Return();
        Assert.Throws<InvalidOperationException>(document.Return);
    }

    private static void Guard(ref Exception? problem, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            problem = exception;
        }
    }

    private static void Count(Action read, ref int right, ref int late)
    {
        try
        {
            read();
            right++;
        }
        catch (ObjectDisposedException)
        {
            late++;
        }
    }

    private static byte[] RaceBody(int round)
    {
        // Lengths and nesting vary, so that offsets of one body are wrong in the next.
        string padding = new('x', round * 37 % 300);
        string list = string.Join(',', Enumerable.Repeat($"{{\"id\":\"{round}\"}}", 1 + (round % 7)));
        return Encoding.UTF8.GetBytes(
            (round % 3) switch
            {
                0 => $"{{\"{padding}\":0,\"text\":\"\\u0061{round}{padding}\",\"integer\":{round},\"things\":[{list}],\"raw\":{{\"x\":{round}}},\"textmap\":{{\"k\":\"{round}\"}}}}",
                1 => $"{{\"textmap\":{{\"k\":\"{round}\"}},\"things\":[{list}],\"raw\":{{\"y\":[\"{padding}\"],\"x\":{round}}},\"integer\":{round},\"text\":\"\\u0061{round}{padding}\"}}",
                _ => $"{{\"child\":{{\"things\":[{list},{list}]}},\"integer\":{round},\"raw\":{{\"x\":{round}}},\"text\":\"\\u0061{round}{padding}\",\"textmap\":{{\"é\":\"\",\"k\":\"{round}\"}},\"things\":[{list}]}}",
            });
    }

    private static void ReadRace(Thing thing, int round)
    {
        string number = round.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("a" + number, thing.Text!.TrimEnd('x'));
        Assert.Equal(round, thing.Integer);
        Assert.Equal(1 + (round % 7), thing.Things.Count);
        foreach (Thing element in thing.Things)
        {
            Assert.Equal(number, element.Id);
        }

        Assert.True(thing.Raw["x"u8].TryGetInt64(out long raw));
        Assert.Equal(round, raw);
        Assert.Equal(number, thing.TextMap["k"u8]);
        Assert.Equal(round, RawJson.Parse(thing.View.Json.ToArray())["integer"u8].TryGetInt64(out long copied) ? copied : -1);
        Assert.Equal("a" + number, thing.Detach().Text!.TrimEnd('x'));
    }
}
