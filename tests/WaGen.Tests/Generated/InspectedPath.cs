using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WaGen.Tests.Generated;

/// <summary>Paths as an inspection writes them: deliveries keep the escapes of names, an inspection resolves them.</summary>
internal static partial class InspectedPath
{
    /// <summary>Turns the path of a delivery into that of an inspection.</summary>
    public static string Of(string path) => Name().Replace(path, static name =>
    {
        string text = JsonSerializer.Deserialize<string>(name.ValueSpan[1..^1])!;
        bool isPlain = text.Length > 0 && !text.Any(static c => c is '.' or '[' or ']' or '"' or '\\' || char.IsControl(c));
        return isPlain ? $".{text}" : $"[\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"]";
    }).TrimStart('.');

    [GeneratedRegex("""\["(?:[^"\\]|\\.)*"\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();
}
