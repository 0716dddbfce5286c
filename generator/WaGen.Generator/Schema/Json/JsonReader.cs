using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Schema.Json;

/// <summary>Reads JSON (RFC 8259) with the position of every value, and explains what is wrong with a text that is none.</summary>
/// <remarks>
/// Stricter than the grammar in two points that would only surface much later: a member name may occur once in an object,
/// and an escaped surrogate needs its partner, because a name without it can never arrive as UTF-8.
/// </remarks>
internal static class JsonReader
{
    /// <summary>How deep containers may be nested; the reader is recursive, and no schema comes near this.</summary>
    public const int MaxDepth = 128;

    /// <summary>Reads a whole file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="problem">The first problem, when the result is <see langword="null"/>.</param>
    /// <returns>The root value, or <see langword="null"/> when there is a problem.</returns>
    public static JsonNode? Read(SourceText text, out JsonProblem? problem)
    {
        var parser = new JsonParser(text.ToString());
        JsonNode? root = parser.ReadRoot();
        problem = parser.Problem;
        return root;
    }
}
