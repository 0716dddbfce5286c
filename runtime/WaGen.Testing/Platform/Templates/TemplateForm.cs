using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Brings the parts of templates into the form in which the platform shows them.</summary>
internal static class TemplateForm
{
    /// <summary>Reads a word that may be written in small letters.</summary>
    public static string Word(this JsonObject json, string member) => json.Said(member).ToUpperInvariant();

    /// <summary>Reads a text; empty when there is none.</summary>
    public static string Said(this JsonObject json, string member) => json[member] is JsonValue value && value.TryGetValue(out string? text) ? text : string.Empty;

    /// <summary>Copies parts with their words in capitals.</summary>
    public static JsonArray Normalize(JsonArray components)
    {
        var copy = (JsonArray)components.DeepClone();
        foreach (JsonObject component in copy.OfType<JsonObject>())
        {
            Normalize(component);
        }

        return copy;
    }

    /// <summary>Copies parts as reads show them: texts of authentication templates are filled in, buttons of codes are links, and files have addresses.</summary>
    /// <param name="category">The category in capitals.</param>
    /// <param name="language">The language.</param>
    /// <param name="components">The parts.</param>
    public static JsonArray Publish(string category, string language, JsonArray components)
    {
        var copy = (JsonArray)components.DeepClone();
        foreach (JsonObject component in copy.OfType<JsonObject>())
        {
            if (category is "AUTHENTICATION")
            {
                Complete(component, language);
            }

            PublishFile(component);
        }

        return copy;
    }

    /// <summary>The text of the body; empty when there is none.</summary>
    public static string BodyOf(JsonArray components) => Find(components, "BODY")?.Said("text") ?? string.Empty;

    /// <summary>Finds a part.</summary>
    public static JsonObject? Find(JsonArray components, string type) => components.OfType<JsonObject>().FirstOrDefault(c => c.Word("type").Equals(type, StringComparison.Ordinal));

    private static void Normalize(JsonObject component)
    {
        // This one is written in small letters everywhere.
        if (component.Word("type") is not "CALL_PERMISSION_REQUEST")
        {
            component["type"] = component.Word("type");
        }

        if (component.ContainsKey("format"))
        {
            component["format"] = component.Word("format");
        }

        foreach (JsonObject button in (component["buttons"] as JsonArray ?? []).OfType<JsonObject>())
        {
            button["type"] = button.Word("type");
        }

        foreach (JsonArray inner in (component["cards"] as JsonArray ?? []).OfType<JsonObject>().Select(static card => card["components"]).OfType<JsonArray>())
        {
            foreach (JsonObject part in inner.OfType<JsonObject>())
            {
                Normalize(part);
            }
        }
    }

    private static void Complete(JsonObject component, string language)
    {
        switch (component.Word("type"))
        {
            case "BODY":
                bool warns = component["add_security_recommendation"] is JsonValue flag && flag.TryGetValue(out bool isSet) && isSet;
                component["text"] = TemplateTexts.CodeBody(language, warns);
                component["example"] = new JsonObject { ["body_text"] = new JsonArray(new JsonArray("123456")) };
                break;
            case "FOOTER" when component["code_expiration_minutes"] is JsonValue minutes:
                component["text"] = TemplateTexts.CodeFooter(language, minutes.ToString());
                break;
            case "BUTTONS":
                component["buttons"] = new JsonArray([.. (component["buttons"] as JsonArray ?? []).OfType<JsonObject>().Select(button => ToLink(button, language))]);
                break;
        }
    }

    private static JsonNode ToLink(JsonObject button, string language)
    {
        if (button.Word("type") is not "OTP")
        {
            return button.DeepClone();
        }

        string address = $"https://www.whatsapp.com/otp/code/?otp_type={button.Word("otp_type")}&code=otp{{{{1}}}}";
        return new JsonObject
        {
            ["type"] = "URL",
            ["text"] = button.Said("text") is { Length: > 0 } text ? text : TemplateTexts.CopyCode(language),
            ["url"] = address,
            ["example"] = new JsonArray(address.Replace("{{1}}", "123456", StringComparison.Ordinal)),
        };
    }

    private static void PublishFile(JsonObject component)
    {
        if (component["example"] is JsonObject example && example["header_handle"] is JsonArray handles)
        {
            example["header_handle"] = new JsonArray([.. handles.Select(static h => h?.ToString() is { } text && text.StartsWith("https://", StringComparison.Ordinal) ? JsonValue.Create(text) : JsonValue.Create("https://scontent.whatsapp.net/v/" + FakePlatform.NewId()))]);
        }

        foreach (JsonArray inner in (component["cards"] as JsonArray ?? []).OfType<JsonObject>().Select(static card => card["components"]).OfType<JsonArray>())
        {
            foreach (JsonObject part in inner.OfType<JsonObject>())
            {
                PublishFile(part);
            }
        }
    }
}
