using System.Text;
using System.Text.Json;

namespace WaGen;

/// <summary>Texts as a JSON array.</summary>
internal static class JsonList
{
    public static string Of(IEnumerable<string> values)
    {
        var text = new StringBuilder("[");
        foreach (string value in values)
        {
            if (text.Length > 1)
            {
                text.Append(',');
            }

            text.Append('"').Append(JsonEncodedText.Encode(value)).Append('"');
        }

        return text.Append(']').ToString();
    }

    /// <summary>The elements of an array of texts and numbers; null when the text is none.</summary>
    public static List<string>? TryRead(string json)
    {
        var elements = new List<string>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartArray)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
                {
                    return null;
                }

                elements.Add(reader.TokenType is JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan));
            }

            return reader.Read() ? null : elements;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
