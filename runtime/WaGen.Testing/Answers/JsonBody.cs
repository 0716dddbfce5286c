using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WaGen.Testing;

/// <summary>Writes JSON into an array.</summary>
internal static class JsonBody
{
    // What people read has no escapes that JSON does not ask for. It is never put into a page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write, bool isForPeople = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, isForPeople ? Readable : default))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes an object.</summary>
    public static byte[] WriteObject(Action<Utf8JsonWriter> writeMembers, bool isForPeople = false) => Write(
        json =>
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        },
        isForPeople);

    /// <summary>Writes an object as a fragment.</summary>
    public static JsonFragment Fragment(Action<Utf8JsonWriter> writeMembers) => JsonFragment.Parse(WriteObject(writeMembers));
}
