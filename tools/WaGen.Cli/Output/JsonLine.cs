using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WaGen.Cli.Output;

/// <summary>Writes JSON objects of one line each.</summary>
internal static class JsonLine
{
    // Bodies may nest deeper than the default of the writer.
    private static readonly JsonWriterOptions Options = new() { MaxDepth = 1024, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object.</summary>
    /// <param name="writeMembers">Writes its members.</param>
    public static string Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        // What could play tricks on a terminal stands within strings only, where an escape means the same.
        return Printable.Text(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Writes a member that is an array of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
