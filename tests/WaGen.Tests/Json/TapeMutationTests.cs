using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class TapeMutationTests
{
    private const string Body = """
        {"object":"thing","list":[{"id":"0","changes":[{"value":{"name":"Zo\u00eb \"Q\" \ud83d\ude00","number":-12.50e+3,
        "zero":0,"flags":[true,false,null],"empty":{},"none":[],"text":"Grüße aus Köln, это длинный текст, 很长的文字 😀","long":"plain ASCII text that is longer than one vector of bytes, and some more"},
        "field":"things"}]}],"lone":"\udc00","\u0061":"\\\/\b\f\n\r\t"}
        """;

    private static readonly byte[] Interesting = [.. "{}[]\",:\\/ \t\n\r\0tfnue0123456789.-+E\u007F\u001F"u8, 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0xFF];

    [Fact]
    public void Every_truncation_is_too_short_at_its_end()
    {
        byte[] body = Encoding.UTF8.GetBytes(Body);
        var tape = new JsonTape();
        Assert.True(tape.TryParse(body, out JsonFault fault), fault.ToString());
        for (int length = 1; length < body.Length; length++)
        {
            Assert.False(tape.TryParse(body.AsSpan(0, length), out fault));
            Assert.Equal(new JsonFault(JsonFaultKind.UnexpectedEnd, length), fault);
        }
    }

    [Fact]
    public void The_verdict_is_that_of_Utf8JsonReader_and_of_a_utf8_check()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        byte[] body = Encoding.UTF8.GetBytes(Body);
        var tape = new JsonTape();
        int accepted = 0;
        for (int round = 0; round < 60_000; round++)
        {
            byte[] mutated = Mutate(body, random);

            // The reader looks at the encoding of a string only when it is asked for its text, hence the second check.
            bool expected = ReaderAccepts(mutated) && Utf8.IsValid(mutated);
            bool actual = tape.TryParse(mutated, anyRoot: true, out JsonFault fault);
            Assert.True(expected == actual, $"Seed {seed}, round {round}: expected {expected}, got {fault} for {Convert.ToBase64String(mutated)}");
            accepted += actual ? 1 : 0;
            if (!actual)
            {
                CheckPosition(tape, mutated, fault, seed);
            }
        }

        Assert.InRange(accepted, 1_000, 59_000);
    }

    /// <summary>The text before the fault must be the start of a valid text, the text with the faulty byte must not.</summary>
    private static void CheckPosition(JsonTape tape, byte[] text, JsonFault fault, int seed)
    {
        string problem = $"Seed {seed}: {fault} for {Convert.ToBase64String(text)}";
        if (fault.Kind == JsonFaultKind.ByteOrderMark)
        {
            return;
        }

        bool before = tape.TryParse(text.AsSpan(0, fault.Position), anyRoot: true, out JsonFault shorter);
        Assert.True(
            fault.Kind == JsonFaultKind.TrailingData ? before : before || shorter.Kind is JsonFaultKind.UnexpectedEnd or JsonFaultKind.Empty,
            problem);
        if (fault.Kind is not JsonFaultKind.UnexpectedEnd and not JsonFaultKind.Empty and not JsonFaultKind.InvalidUtf8)
        {
            Assert.False(tape.TryParse(text.AsSpan(0, fault.Position + 1), anyRoot: true, out JsonFault same), problem);
            Assert.True(same == fault, problem);
        }
    }

    private static bool ReaderAccepts(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = JsonTape.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        List<byte> text = [.. body];
        if (random.Next(4) == 0)
        {
            // A part of the body is often valid as a root of another kind.
            int start = random.Next(text.Count);
            text = text.GetRange(start, random.Next(text.Count - start));
        }

        for (int change = random.Next(3); change >= 0 && text.Count > 0; change--)
        {
            int place = random.Next(text.Count);
            switch (random.Next(5))
            {
                case 0:
                    text[place] = Interesting[random.Next(Interesting.Length)];
                    break;
                case 1:
                    text.Insert(place, Interesting[random.Next(Interesting.Length)]);
                    break;
                case 2:
                    text.RemoveAt(place);
                    break;
                case 3:
                    text[place] = text[random.Next(text.Count)];
                    break;
                default:
                    int length = random.Next(Math.Min(40, text.Count - place));
                    text.InsertRange(random.Next(text.Count), text.GetRange(place, length));
                    break;
            }
        }

        return [.. text];
    }
}
