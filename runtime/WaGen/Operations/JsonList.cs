using System.Text;
using System.Text.Json;

namespace WaGen;

/// <summary>Writes texts as a JSON array.</summary>
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
}
