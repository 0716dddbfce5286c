using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Decides whether messages of templates can be sent.</summary>
internal static class TemplateSends
{
    private const int NotForMarketing = 131055;
    private const int WrongCount = 132000;
    private const int Unknown = 132001;
    private const int Paused = 132015;
    private const int Disabled = 132016;

    /// <summary>Checks a message, and counts it when nothing stands in its way.</summary>
    /// <param name="call">The call, about a number.</param>
    /// <returns>The error; null when it is no message of a template, or can be sent.</returns>
    public static FakeAnswer? Check(PlatformCall call)
    {
        if (call.Text("type") is not "template" || call.Body["template"] is not JsonObject sent)
        {
            return null;
        }

        string name = sent.Said("name");
        string language = sent["language"] is JsonObject locale ? locale.Said("code") : string.Empty;
        FakeAccount account = call.Number.Account;
        FakeTemplate? template = call.Platform.First<FakeTemplate>(t => t.Account == account && t.Is(name, language));
        switch (template?.State)
        {
            case TemplateStates.Paused:
                return call.Error(Paused, "The template is paused because of its quality");
            case TemplateStates.Disabled:
                return call.Error(Disabled, "The template is disabled");
            case not TemplateStates.Approved:
                return call.Error(Unknown, $"template name ({name}) does not exist in {language}");
        }

        if (call.Operation.Name is KnownOperations.SendMarketingMessage && template.Text("category") is not "MARKETING")
        {
            return call.Error(NotForMarketing, "Only marketing templates can be sent here");
        }

        int expected = TemplateCheck.VariablesOf(TemplateForm.BodyOf(template.Components)).Length;
        int given = CountParameters(sent["components"] as JsonArray ?? []);
        if (given != expected)
        {
            return call.Error(WrongCount, string.Create(CultureInfo.InvariantCulture, $"body: number of localizable_params ({given}) does not match the expected number of params ({expected})"));
        }

        template.Sends++;
        return null;
    }

    private static int CountParameters(JsonArray components) => (TemplateForm.Find(components, "BODY")?["parameters"] as JsonArray)?.Count ?? 0;
}
