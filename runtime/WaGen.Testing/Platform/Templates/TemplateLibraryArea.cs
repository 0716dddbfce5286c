using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What the platform gives for templates: its library, and the texts of authentication templates.</summary>
internal sealed class TemplateLibraryArea(FakePlatform platform, TemplateDesk desk) : IPlatformArea
{
    public void Register(PlatformTable table)
    {
        table.Add("ListLibraryTemplates", ListLibrary);
        table.Add("ListTemplatePreviews", ListPreviews);
        table.Add("UpsertAuthenticationTemplates", Upsert);
    }

    private static FakeAnswer ListLibrary(PlatformCall call) => call.Page(TemplateLibrary.Items.Where(item => Fits(call, item)).Select(static item => item.Describe()));

    private static bool Fits(PlatformCall call, LibraryItem item) =>
        Is(call.NonEmpty("topic"), item.Topic)
        && Is(call.NonEmpty("usecase"), item.UseCase)
        && Is(call.NonEmpty("industry"), item.Industry)
        && Is(call.NonEmpty("name"), item.Name)
        && Is(call.NonEmpty("language"), LibraryItem.Language)
        && (call.NonEmpty("search") is not { } words || item.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || item.Body.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string? wanted, string kept) => wanted is null || wanted.Equals(kept, StringComparison.OrdinalIgnoreCase);

    private static FakeAnswer ListPreviews(PlatformCall call)
    {
        if (call.Text("category")?.Equals("AUTHENTICATION", StringComparison.OrdinalIgnoreCase) != true)
        {
            return call.Bad("'category' must be AUTHENTICATION");
        }

        string[] languages = call.Texts("languages");
        return call.Page((languages.Length > 0 ? languages : [.. TemplateTexts.Languages]).Select(language => Preview(call, language)));
    }

    private static JsonObject Preview(PlatformCall call, string language)
    {
        var preview = new JsonObject { ["body"] = TemplateTexts.CodeBody(language, call.Flag("add_security_recommendation") == true) };
        if (call.NonEmpty("code_expiration_minutes") is { } minutes)
        {
            preview["footer"] = TemplateTexts.CodeFooter(language, minutes);
        }

        preview["language"] = language;
        preview["buttons"] = new JsonArray(new JsonObject { ["text"] = TemplateTexts.CopyCode(language), ["autofill_text"] = TemplateTexts.Autofill(language) });
        return preview;
    }

    private FakeAnswer Upsert(PlatformCall call)
    {
        string[] languages = call.Texts("languages");
        if (call.NonEmpty("name") is not { } name)
        {
            return call.Missing("name");
        }

        if (languages.Length == 0)
        {
            return call.Missing("languages");
        }

        if (!call.Body.Word("category").Equals("AUTHENTICATION", StringComparison.Ordinal))
        {
            return call.Bad("'category' must be AUTHENTICATION");
        }

        JsonArray components = TemplateForm.Normalize(call.Array("components") ?? []);
        TemplateProblem? problem = TemplateCheck.CheckName(name)
            ?? TemplateDesk.CheckContent("AUTHENTICATION", components, isNamed: false, call.Integer("message_send_ttl_seconds"))
            ?? CheckLabels(components)
            ?? languages.Where(language => Find(call.Account, name, language) is null).Select(language => desk.CheckPlace(call.Account, name, language)).FirstOrDefault(static p => p is not null);
        return problem?.Answer(call) ?? call.Answer(new JsonObject { ["data"] = new JsonArray([.. languages.Distinct(StringComparer.Ordinal).Select(language => Save(call, name, language, components))]) });
    }

    private static TemplateProblem? CheckLabels(JsonArray components)
    {
        bool hasLabels = (TemplateForm.Find(components, "BUTTONS")?["buttons"] as JsonArray ?? []).OfType<JsonObject>().Any(static b => b.ContainsKey("text") || b.ContainsKey("autofill_text"));
        return hasLabels ? new TemplateProblem(Subcode: null, "Labels are not allowed", "The labels of buttons are given in every language. Leave out text and autofill_text.") : null;
    }

    private JsonObject Save(PlatformCall call, string name, string language, JsonArray components)
    {
        FakeTemplate? template = Find(call.Account, name, language);
        if (template is null)
        {
            template = desk.Take(call.Account, call.Body, language, "AUTHENTICATION", components);
        }
        else
        {
            TemplateDesk.Fill(template, call.Body, "AUTHENTICATION", components);
            platform.Fire(TemplateEvents.Edited(template));
        }

        // The texts are those of the platform: there is nothing that somebody would have to review.
        if (template.State is not TemplateStates.Approved)
        {
            desk.Approve(template);
        }

        return new JsonObject { ["id"] = template.Id, ["status"] = template.State, ["language"] = language };
    }

    private FakeTemplate? Find(FakeAccount account, string name, string language) => platform.First<FakeTemplate>(t => t.Account == account && t.Is(name, language));
}
