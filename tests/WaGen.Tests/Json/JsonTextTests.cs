using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WaGen.Runtime;

namespace WaGen.Tests.Json;

public class JsonTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData(@"\""\\\/\b\f\n\r\t", "\"\\/\b\f\n\r\t")]
    [InlineData(@"a\u0000b", "a\0b")]
    [InlineData(@"\u00e9\u00C9\uAbCd\uffff", "éÉ\uABCD\uFFFF")]
    [InlineData(@"\ud83d\ude00x", "😀x")]
    [InlineData(@"\ud83dx", "\uFFFDx")]
    [InlineData(@"\ud83d\n", "\uFFFD\n")]
    [InlineData(@"\ud83d", "\uFFFD")]
    [InlineData(@"\ude00\ud83d", "\uFFFD\uFFFD")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD😀")]
    [InlineData(@"\ud83d\u0041", "\uFFFDA")]
    [InlineData(@"é\u00e9€", "éé€")]
    [InlineData(@"\\u0041", @"\u0041")]
    public void Escapes_are_decoded(string content, string expected)
    {
        byte[] source = Encoding.UTF8.GetBytes(content);
        byte[] destination = new byte[source.Length];
        int length = JsonText.Unescape(source, destination);
        Assert.Equal(expected, Encoding.UTF8.GetString(destination, 0, length));
    }

    [Fact]
    public void Every_text_is_read_back_however_it_was_escaped()
    {
        JsonSerializerOptions relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Prop.ForAll<string>(text =>
        {
            text ??= "";
            string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            return Read(JsonSerializer.SerializeToUtf8Bytes(text)) == expected
                && Read(JsonSerializer.SerializeToUtf8Bytes(text, relaxed)) == expected
                && Read(Encoding.UTF8.GetBytes("\"" + string.Concat(text.Select(unit => $"\\u{(int)unit:x4}")) + "\"")) == expected;
        }).QuickCheckThrowOnFailure();
    }

    private static string? Read(byte[] json) => RawJson.Parse(json).GetString();
}
