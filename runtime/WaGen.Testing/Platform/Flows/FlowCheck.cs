using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Finds the plainest mistakes in Flow JSON. The platform finds many more.</summary>
internal static class FlowCheck
{
    /// <summary>Checks Flow JSON.</summary>
    /// <param name="source">The text.</param>
    /// <param name="flow">The object; null when it is none.</param>
    /// <returns>The errors as answers tell them; empty when none was found.</returns>
    public static JsonArray Check(string source, out JsonObject? flow)
    {
        flow = null;
        try
        {
            flow = JsonNode.Parse(source, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException exception)
        {
            int line = (int)Math.Min(int.MaxValue - 1, exception.LineNumber ?? 0) + 1;
            int column = (int)Math.Min(int.MaxValue - 1, exception.BytePositionInLine ?? 0) + 1;
            return [Error("INVALID_JSON", "The text is not JSON.", line, column, path: null)];
        }

        var errors = new JsonArray();
        if (flow is null)
        {
            errors.Add((JsonNode)Error("INVALID_JSON", "The text is no JSON object.", 1, 1, path: null));
            return errors;
        }

        if (flow["version"] is not JsonValue version || !version.TryGetValue(out string? text) || !Version.TryParse(text, out _))
        {
            errors.Add((JsonNode)Error("INVALID_PROPERTY_VALUE", "The property \"version\" is missing or no version.", 1, 1, "version"));
        }

        if (flow["screens"] is not JsonArray { Count: > 0 } screens)
        {
            errors.Add((JsonNode)Error("MISSING_REQUIRED_PROPERTY", "The property \"screens\" is missing or empty.", 1, 1, "screens"));
            return errors;
        }

        for (int i = 0; i < screens.Count; i++)
        {
            if ((screens[i] as JsonObject)?.Said("id") is not { Length: > 0 })
            {
                errors.Add((JsonNode)Error("MISSING_REQUIRED_PROPERTY", "A screen has no \"id\".", 1, 1, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"screens[{i}]")));
            }
        }

        return errors;
    }

    private static JsonObject Error(string error, string message, int line, int column, string? path)
    {
        JsonObject json = new() { ["error"] = error, ["error_type"] = "FLOW_JSON_ERROR", ["message"] = message };
        Place(json, line, column);
        if (path is not null)
        {
            var pointer = new JsonObject();
            Place(pointer, line, column);
            pointer["path"] = path;
            json["pointers"] = new JsonArray(pointer);
        }

        return json;
    }

    private static void Place(JsonObject json, int line, int column)
    {
        json["line_start"] = line;
        json["line_end"] = line;
        json["column_start"] = column;
        json["column_end"] = column;
    }
}
