using System.Buffers.Binary;
using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class TapeScanTests
{
    private static readonly byte[] Specials = [(byte)'"', (byte)'\\', 0x00, 0x1F, 0x80, 0xC3, 0xFF];
    private static readonly byte[] Plain = [(byte)' ', (byte)'!', (byte)'#', (byte)'[', (byte)']', (byte)'a', (byte)'~', 0x7F];

    [Fact]
    public void The_first_special_byte_is_found_at_every_length_and_alignment()
    {
        var random = new Random(20250101);
        byte[] memory = new byte[256];
        for (int alignment = 0; alignment < 33; alignment++)
        {
            for (int length = 0; length <= 130; length++)
            {
                Span<byte> text = memory.AsSpan(alignment, length);
                for (int index = 0; index < length; index++)
                {
                    text[index] = Plain[random.Next(Plain.Length)];
                }

                memory[alignment + length] = (byte)'"';
                Assert.Equal(length, Find(memory.AsSpan(alignment, length), 0));
                for (int place = 0; place < length; place++)
                {
                    byte before = text[place];
                    text[place] = Specials[random.Next(Specials.Length)];
                    int from = random.Next(place + 1);
                    Assert.Equal(Naive(text, from), Find(memory.AsSpan(alignment, length), from));
                    text[place] = before;
                }
            }
        }
    }

    [Fact]
    public void Every_byte_is_judged_alike_in_a_vector_and_in_the_tail()
    {
        byte[] text = new byte[70];
        for (int value = 0; value <= 0xFF; value++)
        {
            foreach (int place in (int[])[0, 15, 16, 31, 32, 63, 64, 69])
            {
                Array.Fill(text, (byte)'a');
                text[place] = (byte)value;
                Assert.Equal(Naive(text, 0), Find(text, 0));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\\n")]
    [InlineData("é")]
    [InlineData("\\u00e9😀")]
    public void Strings_of_every_length_are_cut_at_their_quotes(string special)
    {
        for (int length = 0; length <= 130; length++)
        {
            for (int place = 0; place <= length; place += special.Length == 0 ? 131 : 1)
            {
                string content = new string('a', place) + special + new string('b', length - place);
                byte[] body = Encoding.UTF8.GetBytes("{\"" + content + "\":\"" + content + "\"}");
                var tape = new JsonTape(pooled: false);
                Assert.True(tape.TryParse(body, out _));
                Assert.Equal(3, tape.Count);
                foreach (TapeNode node in tape.Nodes.AsSpan(1, 2))
                {
                    Assert.Equal(content, Encoding.UTF8.GetString(body, node.Offset, node.Length));
                    Assert.Equal(special.Contains('\\', StringComparison.Ordinal), node.Escaped);
                }
            }
        }
    }

    [Fact]
    public void Four_hexadecimal_digits_are_told_from_everything_else()
    {
        Span<byte> digits = stackalloc byte[4];
        for (int value = 0; value <= 0xFF; value++)
        {
            for (int place = 0; place < 4; place++)
            {
                foreach (byte other in "09afAF"u8)
                {
                    digits.Fill(other);
                    digits[place] = (byte)value;
                    Assert.Equal(char.IsAsciiHexDigit((char)value), JsonTape.AreHexDigits(BinaryPrimitives.ReadUInt32LittleEndian(digits)));
                }
            }
        }
    }

    [Fact]
    public void White_space_is_skipped_at_every_length_and_nothing_else()
    {
        for (int length = 0; length <= 70; length++)
        {
            string space = string.Concat(Enumerable.Range(0, length).Select(index => " \n\r\t"[index % 4]));
            byte[] body = Encoding.UTF8.GetBytes($"{space}{{{space}\"a\"{space}:{space}[{space}1{space},{space}[{space}]{space}]{space},{space}\"b\"{space}:{space}{{{space}}}{space}}}{space}");
            Assert.True(new JsonTape().TryParse(body, out JsonFault fault), fault.ToString());
            for (int place = 0; place < length; place++)
            {
                foreach (byte other in (byte[])[0x00, 0x08, 0x0B, 0x0C, 0x1F, 0xA0])
                {
                    byte before = body[place];
                    body[place] = other;
                    Assert.False(new JsonTape().TryParse(body, out fault));
                    Assert.Equal(new JsonFault(JsonFaultKind.ExpectedValue, place), fault);
                    body[place] = before;
                }
            }
        }
    }

    /// <summary>Finds what ends a string that starts at an index.</summary>
    private static int Find(ReadOnlySpan<byte> text, int from)
    {
        byte[] quoted = [.. text[..from], (byte)'"', .. text[from..]];
        int block = -64;
        ulong specials = 0;
        return JsonTape.FindEnd(ref quoted[0], from, quoted.Length, JsonTape.FindSpecialsInTail(quoted), ref block, ref specials) - 1;
    }

    private static int Naive(ReadOnlySpan<byte> text, int position)
    {
        while (position < text.Length && text[position] is >= 0x20 and < 0x80 and not (byte)'"' and not (byte)'\\')
        {
            position++;
        }

        return position;
    }
}
