using System.Text.Json;
using System.Text.Unicode;
using WaGen.Tests.Generated.Schemas;

namespace WaGen.AspNetCore.Tests.Fuzz;

/// <summary>What a body is and holds, found out without the product.</summary>
internal static class FuzzCheck
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 512, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Whether the bytes are a JSON object of no more than 512 levels in valid UTF-8.</summary>
    public static bool IsJsonObject(byte[] body)
    {
        try
        {
            // The parser looks at the encoding of a text only when it is asked for it.
            using JsonDocument document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object && Utf8.IsValid(body);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>All events of a body, and its parts that are none.</summary>
    public static List<ExpectedItem> Items(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body, Strict);
        return SchemaWalk.Items(SchemaSet.Shipped, document.RootElement);
    }
}
