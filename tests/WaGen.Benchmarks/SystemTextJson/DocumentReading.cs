using System.Globalization;
using System.Text.Json;

namespace WaGen.Benchmarks.SystemTextJson;

/// <summary>Reads what <see cref="Receiving.ReadingBot"/> reads, from a <see cref="JsonDocument"/>, by name.</summary>
internal sealed partial class DocumentReading
{
    /// <summary>Gets how many members had a value.</summary>
    public int Present { get; private set; }

    public void Read(JsonElement body)
    {
        foreach (JsonElement entry in List(body, "entry"u8))
        {
            foreach (JsonElement change in List(entry, "changes"u8))
            {
                ReadValue(entry, change, Object(change, "value"u8));
            }
        }
    }

    private static JsonElement Object(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement found) ? found : default;

    private static JsonElement.ArrayEnumerator List(JsonElement parent, ReadOnlySpan<byte> name) =>
        Object(parent, name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : default;

    private void ReadValue(JsonElement entry, JsonElement change, JsonElement value)
    {
        foreach (JsonElement message in List(value, "messages"u8))
        {
            ReadSurroundings(entry, change, value);
            Text(message, "group_id"u8);
            Text(message, "from_logical_id"u8);
            ReadMessage(message);
        }

        foreach (JsonElement status in List(value, "statuses"u8))
        {
            ReadSurroundings(entry, change, value);
            ReadStatus(status);
        }

        foreach (JsonElement chunk in List(value, "history"u8))
        {
            ReadSurroundings(entry, change, value);
            ReadChunk(chunk);
        }
    }

    private void Text(JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (Object(parent, name) is { ValueKind: JsonValueKind.String } found)
        {
            Count(found.GetString());
        }
    }

    private void Number(JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (Object(parent, name) is { ValueKind: JsonValueKind.Number } found)
        {
            Count(found.GetInt64());
        }
    }

    private void Time(JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (Object(parent, name) is { ValueKind: JsonValueKind.String } found)
        {
            Count(DateTimeOffset.FromUnixTimeSeconds(long.Parse(found.GetString()!, CultureInfo.InvariantCulture)));
        }
    }

    private void Boolean(JsonElement parent, ReadOnlySpan<byte> name)
    {
        if (Object(parent, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } found)
        {
            Count(found.GetBoolean());
        }
    }

    private void Count<T>(T? value) => Present += value is null ? 0 : 1;
}
