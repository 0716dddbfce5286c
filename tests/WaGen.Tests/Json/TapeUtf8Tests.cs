using System.Text;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class TapeUtf8Tests
{
    public static TheoryData<byte[]> IllFormed => new(
        [0x80],
        [0xBF],
        [0xC0, 0xAF],
        [0xC1, 0x81],
        [0xC3],
        [0xC3, 0x28],
        [0xE0, 0x80, 0xAF],
        [0xE2, 0x82],
        [0xE2, 0x28, 0xA1],
        [0xED, 0xA0, 0x80],
        [0xF0, 0x9F, 0x98],
        [0xF0, 0x80, 0x80, 0xAF],
        [0xF4, 0x90, 0x80, 0x80],
        [0xF5, 0x80, 0x80, 0x80],
        [0xFE],
        [0xFF]);

    [Theory]
    [MemberData(nameof(IllFormed))]
    public void Ill_formed_bytes_in_a_value_are_found(byte[] bytes) => Check("{\"a\":\""u8, bytes, "\"}"u8);

    [Theory]
    [MemberData(nameof(IllFormed))]
    public void Ill_formed_bytes_in_a_name_are_found(byte[] bytes) => Check("{\""u8, bytes, "\":1}"u8);

    [Theory]
    [MemberData(nameof(IllFormed))]
    public void Ill_formed_bytes_in_what_nobody_reads_are_found(byte[] bytes) =>
        Check("{\"unknown\":{\"deep\":[1,{\"x\":\"long enough to fill a whole vector before it "u8, bytes, " and after it\"}]},\"b\":1}"u8);

    [Theory]
    [MemberData(nameof(IllFormed))]
    public void Ill_formed_bytes_between_characters_and_escapes_are_found(byte[] bytes) =>
        Check([.. "{\"a\":\"é\\n€ \\u00e9 😀"u8], bytes, "é\\n\"}"u8);

    [Theory]
    [MemberData(nameof(IllFormed))]
    public void Ill_formed_bytes_come_before_a_later_fault(byte[] bytes)
    {
        Check("{\"a\":\""u8, bytes, " \\q\"}"u8);
        Check("{\"a\":\""u8, bytes, " \n\"}"u8);
        Check("{\"a\":\""u8, bytes, " never closed"u8);
    }

    [Fact]
    public void A_fault_before_ill_formed_bytes_comes_first()
    {
        byte[] body = [.. "{\"a\":\"é\n"u8, 0xFF, .. "\"}"u8];
        Assert.False(new JsonTape().TryParse(body, out JsonFault fault));
        Assert.Equal(new JsonFault(JsonFaultKind.ControlCharacter, 8), fault);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_text_that_ends_inside_a_character_is_too_short(int bytes)
    {
        byte[] body = [.. "{\"a\":\""u8, .. "😀"u8[..bytes]];
        Assert.False(new JsonTape().TryParse(body, out JsonFault fault));
        Assert.Equal(new JsonFault(JsonFaultKind.UnexpectedEnd, body.Length), fault);
    }

    [Fact]
    public void Bytes_outside_strings_must_be_ascii()
    {
        byte[] body = [.. "{\"a\":1"u8, 0xC3, 0xA9, .. "}"u8];
        Assert.False(new JsonTape().TryParse(body, out JsonFault fault));
        Assert.Equal(new JsonFault(JsonFaultKind.ExpectedCommaOrEnd, 6), fault);
    }

    [Fact]
    public void Every_scalar_value_is_accepted()
    {
        var text = new StringBuilder();
        for (int value = 0x80; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 17)
        {
            if (Rune.IsValid(value))
            {
                text.Append(new Rune(value));
            }
        }

        Assert.Equal(text.ToString(), Bound.Thing("{\"text\":\"" + text + "\"}").Text);
    }

    private static void Check(ReadOnlySpan<byte> before, byte[] bytes, ReadOnlySpan<byte> after)
    {
        byte[] body = [.. before, .. bytes, .. after];
        Assert.False(new JsonTape().TryParse(body, out JsonFault fault));
        Assert.Equal(new JsonFault(JsonFaultKind.InvalidUtf8, before.Length), fault);
    }
}
