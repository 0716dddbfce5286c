using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>The webhooks about templates.</summary>
internal static class TemplateEvents
{
    /// <summary>The state has changed.</summary>
    /// <param name="template">The template.</param>
    /// <param name="happened">What happened; mostly the new state.</param>
    /// <param name="reason">Why; null writes that there is none.</param>
    /// <param name="more">Members for this case only.</param>
    public static PlatformEvent Status(FakeTemplate template, string happened, string? reason = TemplateStates.NoReason, (string Name, JsonObject Value)? more = null)
    {
        var value = new JsonObject { ["event"] = happened };
        Identify(value, template);
        value["reason"] = reason;
        value["message_template_category"] = template.Text("category");
        if (more is { } member)
        {
            value[member.Name] = member.Value;
        }

        return PlatformEvent.Of(template.Account, "message_template_status_update", value);
    }

    public static PlatformEvent Quality(FakeTemplate template, string before)
    {
        var value = new JsonObject { ["previous_quality_score"] = before, ["new_quality_score"] = template.QualityScore };
        Identify(value, template);
        return PlatformEvent.Of(template.Account, "message_template_quality_update", value);
    }

    public static PlatformEvent CategoryPlanned(FakeTemplate template, string category, DateTimeOffset at)
    {
        var value = new JsonObject();
        Identify(value, template);
        value["new_category"] = template.Text("category");
        value["correct_category"] = category;
        value["category_update_timestamp"] = at.ToUnixTimeSeconds();
        return PlatformEvent.Of(template.Account, "template_category_update", value);
    }

    public static PlatformEvent CategoryChanged(FakeTemplate template, string before)
    {
        var value = new JsonObject();
        Identify(value, template);
        value["previous_category"] = before;
        value["new_category"] = template.Text("category");
        return PlatformEvent.Of(template.Account, "template_category_update", value);
    }

    public static PlatformEvent Edited(FakeTemplate template)
    {
        JsonArray parts = template.Components;
        var value = new JsonObject();
        Identify(value, template);
        value["message_template_element"] = TemplateForm.BodyOf(parts);
        if (TemplateForm.Find(parts, "HEADER")?.Said("text") is { Length: > 0 } title)
        {
            value["message_template_title"] = title;
        }

        if (TemplateForm.Find(parts, "FOOTER")?.Said("text") is { Length: > 0 } footer)
        {
            value["message_template_footer"] = footer;
        }

        JsonObject[] buttons = [.. (TemplateForm.Find(parts, "BUTTONS")?["buttons"] as JsonArray ?? []).OfType<JsonObject>().Where(static b => b.Word("type") is "URL" or "PHONE_NUMBER")];
        if (buttons.Length > 0)
        {
            value["message_template_buttons"] = new JsonArray([.. buttons.Select(Describe)]);
        }

        return PlatformEvent.Of(template.Account, "message_template_components_update", value);
    }

    private static JsonObject Describe(JsonObject button)
    {
        var value = new JsonObject { ["message_template_button_type"] = button.Word("type"), ["message_template_button_text"] = button.Said("text") };
        bool isLink = button.Word("type") is "URL";
        value[isLink ? "message_template_button_url" : "message_template_button_phone_number"] = button.Said(isLink ? "url" : "phone_number");
        return value;
    }

    private static void Identify(JsonObject value, FakeTemplate template)
    {
        value["message_template_id"] = template.NumericId;
        value["message_template_name"] = template.Name;
        value["message_template_language"] = template.Language;
    }
}
