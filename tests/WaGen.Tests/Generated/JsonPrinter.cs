using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Tests.Generated;

/// <summary>Writes JSON in the ways that senders may: more or less white space, more or fewer escapes.</summary>
internal sealed class JsonPrinter
{
    private static readonly string[] Gaps = ["", "", "", " ", "\n", "\t", "\r\n  "];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly JavaScriptEncoder _encoder;
    private readonly bool _hasGaps;
    private readonly bool _escapesMore;

    private JsonPrinter(Random random)
    {
        _random = random;
        _encoder = random.Next(2) == 0 ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        _hasGaps = random.Next(2) == 0;
        _escapesMore = random.Next(4) == 0;
    }

    public static byte[] Print(JsonNode node, Random random)
    {
        var printer = new JsonPrinter(random);
        printer.Add(node);
        return Encoding.UTF8.GetBytes(printer._text.ToString());
    }

    private void Add(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                AddAll('{', '}', json, member =>
                {
                    AddText(member.Key);
                    Gap();
                    _text.Append(':');
                    Gap();
                    Add(member.Value);
                });
                break;
            case JsonArray array:
                AddAll('[', ']', array, Add);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AddText(value.GetValue<string>());
                break;
            default:
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void AddAll<T>(char open, char close, IEnumerable<T> parts, Action<T> add)
    {
        _text.Append(open);
        Gap();
        bool isFirst = true;
        foreach (T part in parts)
        {
            if (!isFirst)
            {
                _text.Append(',');
                Gap();
            }

            isFirst = false;
            add(part);
            Gap();
        }

        _text.Append(close);
    }

    private void AddText(string text)
    {
        _text.Append('"');
        if (_escapesMore && text.Length > 0 && !char.IsSurrogate(text[0]) && _random.Next(10) == 0)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[0]:x4}");
            text = text[1..];
        }

        _text.Append(_encoder.Encode(text)).Append('"');
    }

    private void Gap()
    {
        if (_hasGaps)
        {
            _text.Append(Gaps[_random.Next(Gaps.Length)]);
        }
    }
}
