using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Finds what is wrong with the buttons of a template.</summary>
internal static class TemplateButtonCheck
{
    private const int BadComponent = 2388039;
    private const int MostButtons = 10;
    private static readonly Dictionary<string, int> Most = new(StringComparer.Ordinal)
    {
        ["URL"] = 2,
        ["PHONE_NUMBER"] = 1,
        ["COPY_CODE"] = 1,
        ["OTP"] = 1,
        ["FLOW"] = 1,
        ["CATALOG"] = 1,
        ["MPM"] = 1,
        ["SPM"] = 1,
        ["VOICE_CALL"] = 1,
        ["ORDER_DETAILS"] = 1,
    };

    public static TemplateProblem? Check(JsonObject component, string category)
    {
        string[] types = [.. (component["buttons"] as JsonArray ?? []).OfType<JsonObject>().Select(static b => b.Word("type"))];
        if (types.Length is 0 or > MostButtons)
        {
            return Problem("A template has 1 to 10 buttons.");
        }

        if (category is "AUTHENTICATION")
        {
            return types is ["OTP"] or ["URL"] ? null : Problem("An authentication template has one button, of the type OTP.");
        }

        if (types.Contains("OTP", StringComparer.Ordinal))
        {
            return Problem("Only authentication templates have a button of the type OTP.");
        }

        if (types.GroupBy(static t => t, StringComparer.Ordinal).FirstOrDefault(static g => Most.TryGetValue(g.Key, out int most) && g.Count() > most) is { } group)
        {
            return Problem($"There are too many buttons of the type {group.Key}.");
        }

        int blocks = types.Where((type, index) => type is "QUICK_REPLY" && (index == 0 || types[index - 1] is not "QUICK_REPLY")).Count();
        return blocks > 1 || (blocks == 1 && types[0] is not "QUICK_REPLY" && types[^1] is not "QUICK_REPLY") ? Problem("Quick replies stand together, before or after all other buttons.") : null;
    }

    private static TemplateProblem Problem(string text) => new(BadComponent, "Buttons are not valid", text);
}
