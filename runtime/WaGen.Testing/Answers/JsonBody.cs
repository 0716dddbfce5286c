using System.Buffers;
using System.Text.Json;

namespace WaGen.Testing;

/// <summary>Writes JSON into an array.</summary>
internal static class JsonBody
{
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes an object.</summary>
    public static byte[] WriteObject(Action<Utf8JsonWriter> writeMembers) => Write(json =>
    {
        json.WriteStartObject();
        writeMembers(json);
        json.WriteEndObject();
    });

    /// <summary>Writes an object as a fragment.</summary>
    public static JsonFragment Fragment(Action<Utf8JsonWriter> writeMembers) => JsonFragment.Parse(WriteObject(writeMembers));
}
