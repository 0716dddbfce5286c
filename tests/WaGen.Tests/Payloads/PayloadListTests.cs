using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WaGen.Tests.Payloads;

public class PayloadListTests
{
    [Fact]
    public void Lists_are_copies_that_are_compared_by_their_elements()
    {
        string[] array = ["a", "b"];
        PayloadList<string> list = array;
        array[0] = "x";
        PayloadList<string> same = ["a", "b"];
        Assert.Equal(same, list);
        Assert.Equal(same.GetHashCode(), list.GetHashCode());
        Assert.NotEqual(same, (PayloadList<string>)["a"]);
        Assert.Equal(["a", "b"], list.ToList());
        Assert.Null((PayloadList<string>?)(string[]?)null);
        Assert.Null((PayloadList<string>?)(List<string>?)null);
    }

    [Fact]
    public void A_list_has_no_holes()
    {
        Assert.Contains("position 1 ", Assert.Throws<ArgumentException>(() => (PayloadList<string>)["a", null!]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PayloadList<string>(Enumerable.Repeat<string>(null!, 1)));
        Assert.Throws<ArgumentException>(() => (PayloadList<string>)new string[1]);
        Assert.Throws<ArgumentException>(() => (PayloadList<string>)new List<string> { null! });
        Assert.Equal([0L], new PayloadList<long>(new long[1]));
    }

    [Fact]
    public void Fragments_are_valid_whatever_made_them()
    {
        Assert.Throws<FormatException>(() => JsonFragment.Parse("{"));
        Assert.Throws<FormatException>(() => JsonFragment.Parse(new string('[', 513) + new string(']', 513)));
        Assert.Equal("[1]", Text(JsonFragment.Parse("[1]")));
        Assert.Equal("JSON (3 bytes)", JsonFragment.Parse("[1]").ToString());
        JsonSerializerOptions options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), Converters = { new Careless() } };
        Assert.Equal("7", Text(JsonFragment.From(7, (JsonTypeInfo<int>)options.GetTypeInfo(typeof(int)))));
        Assert.Throws<FormatException>(() => JsonFragment.From("x", (JsonTypeInfo<string>)options.GetTypeInfo(typeof(string))));
    }

    private static string Text(JsonFragment fragment) => Encoding.UTF8.GetString(fragment.Utf8.Span);

    private sealed class Careless : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue("{", skipInputValidation: true);
    }
}
