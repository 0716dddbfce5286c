using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Templates: made, read, changed, deleted.</summary>
internal sealed class TemplateArea(FakePlatform platform, TemplateDesk desk) : IPlatformArea
{
    private const int MostDeleted = 100;
    private const int MostEditsOfMonth = 10;
    private static readonly TimeSpan EditPause = TimeSpan.FromHours(24);
    private static readonly TimeSpan EditMonth = TimeSpan.FromDays(30);

    public void Register(PlatformTable table)
    {
        table.Add("ListTemplates", List);
        table.Add("CreateTemplate", Create);
        table.Add("GetTemplate", static call => call.AnswerNode());
        table.Add("UpdateTemplate", Update);
        table.Add("DeleteTemplates", Delete);
        table.Add("UnpauseTemplate", Unpause);
    }

    private FakeAnswer List(PlatformCall call)
    {
        IReadOnlyList<FakeTemplate> all = platform.All<FakeTemplate>(t => t.Account == call.Account && TemplateFilter.Fits(call, t));
        return call.Page(all.Reverse());
    }

    private FakeAnswer Create(PlatformCall call)
    {
        if (call.NonEmpty("name") is not { } name)
        {
            return call.Missing("name");
        }

        if (call.NonEmpty("language") is not { } language)
        {
            return call.Missing("language");
        }

        if (call.NonEmpty("category") is not { } words)
        {
            return call.Missing("category");
        }

        string category = words.ToUpperInvariant();
        if ((TemplateCheck.CheckName(name) ?? desk.CheckPlace(call.Account, name, language)) is { } problem)
        {
            return problem.Answer(call);
        }

        if (call.NonEmpty("library_template_name") is { } libraryName)
        {
            return CreateFromLibrary(call, libraryName, language, category);
        }

        if (call.Array("components") is not { } posted)
        {
            return call.Missing("components");
        }

        JsonArray components = TemplateForm.Normalize(posted);
        return TemplateDesk.CheckContent(category, components, call.Body.Word("parameter_format") is "NAMED", call.Integer("message_send_ttl_seconds")) is { } wrong
            ? wrong.Answer(call)
            : Answer(call, desk.Take(call.Account, call.Body, language, category, components));
    }

    private FakeAnswer CreateFromLibrary(PlatformCall call, string libraryName, string language, string category)
    {
        if (TemplateLibrary.Find(libraryName) is not { } item)
        {
            return call.Bad("There is no library template of this name");
        }

        if (category is not "UTILITY")
        {
            return call.Bad("Templates of the library are in the category UTILITY");
        }

        if (item.CheckInputs(call.Array("library_template_button_inputs")) is { } missing)
        {
            return call.Bad(missing);
        }

        FakeTemplate template = desk.Take(call.Account, call.Body, language, category, item.Build(call.Array("library_template_button_inputs"), call.Object("library_template_body_inputs")));
        if (template.State is not TemplateStates.Approved)
        {
            desk.Approve(template);
        }

        return Answer(call, template);
    }

    private static FakeAnswer Answer(PlatformCall call, FakeTemplate template) =>
        call.Answer(new JsonObject { ["id"] = template.Id, ["status"] = template.State, ["category"] = template.Text("category") });

    private FakeAnswer Update(PlatformCall call)
    {
        FakeTemplate template = call.Node<FakeTemplate>();
        string before = template.Text("category") ?? string.Empty;
        string category = call.NonEmpty("category")?.ToUpperInvariant() ?? before;
        JsonArray? posted = call.Array("components");
        bool isNamed = (call.NonEmpty("parameter_format") ?? template.Text("parameter_format"))?.Equals("NAMED", StringComparison.OrdinalIgnoreCase) == true;
        if (CheckEdit(template, category) is { } refusal)
        {
            return refusal.Answer(call);
        }

        JsonArray? components = posted is null ? null : TemplateForm.Normalize(posted);
        TemplateProblem? wrong = components is null
            ? TemplateCheck.CheckCategory(category) ?? TemplateCheck.CheckLifetime(category, call.Integer("message_send_ttl_seconds"))
            : TemplateDesk.CheckContent(category, components, isNamed, call.Integer("message_send_ttl_seconds"));
        if (wrong is not null)
        {
            return wrong.Answer(call);
        }

        if (template.State is TemplateStates.Approved)
        {
            template.Edits.Add(platform.Now);
        }

        TemplateDesk.Fill(template, call.Body, category, components ?? template.Components);
        platform.Fire(TemplateEvents.Edited(template));
        template.State = TemplateStates.Pending;
        template.IsPacing = false;
        template.Fields["rejected_reason"] = TemplateStates.NoReason;
        if (platform.ApprovesTemplates)
        {
            desk.Approve(template);
        }

        return call.Answer(new JsonObject { ["success"] = true, ["id"] = template.Id, ["name"] = template.Name, ["category"] = category });
    }

    private TemplateProblem? CheckEdit(FakeTemplate template, string category)
    {
        if (template.State is not (TemplateStates.Approved or TemplateStates.Rejected or TemplateStates.Paused))
        {
            return new TemplateProblem(Subcode: null, "The template cannot be edited", "Only approved, rejected and paused templates can be edited.");
        }

        if (template.State is not TemplateStates.Approved)
        {
            return null;
        }

        int recent = template.Edits.Count(at => platform.Now < at + EditPause);
        int ofMonth = template.Edits.Count(at => platform.Now < at + EditMonth);
        return !category.Equals(template.Text("category"), StringComparison.Ordinal) ? new TemplateProblem(Subcode: null, "The category cannot be changed", "The category of an approved template cannot be changed.")
            : recent > 0 || ofMonth >= MostEditsOfMonth ? new TemplateProblem(Subcode: null, "Too many edits", "An approved template can be edited once in 24 hours and 10 times in 30 days.")
            : null;
    }

    private FakeAnswer Delete(PlatformCall call)
    {
        string? name = call.NonEmpty("name");
        string? id = call.NonEmpty("hsm_id");
        string[] ids = call.Texts("hsm_ids");
        if (ids.Length > MostDeleted)
        {
            return call.Bad("At most 100 templates can be deleted at once");
        }

        FakeTemplate[] found = ids.Length > 0 ? Find(call, ids)
            : id is not null && name is null ? []
            : [.. platform.All<FakeTemplate>(t => t.Account == call.Account && t.Is(name ?? string.Empty, language: null) && (id is null || t.Id.Equals(id, StringComparison.Ordinal)))];
        if (ids.Length == 0 && name is null)
        {
            return call.Missing("name");
        }

        if (found.Length == 0 || found.Length < ids.Distinct(StringComparer.Ordinal).Count())
        {
            return new TemplateProblem(Subcode: 2593002, "Message template not found", "There is no such template. Nothing was deleted.").Answer(call);
        }

        if (Array.Exists(found, static t => t.State is TemplateStates.Disabled))
        {
            return new TemplateProblem(Subcode: null, "The template cannot be deleted", "Disabled templates cannot be deleted.").Answer(call);
        }

        foreach (FakeTemplate template in found)
        {
            desk.Delete(template);
        }

        return call.Success();
    }

    private FakeTemplate[] Find(PlatformCall call, string[] ids) => [.. ids.Distinct(StringComparer.Ordinal).Select(platform.FindNode).OfType<FakeTemplate>().Where(t => t.Account == call.Account)];

    private FakeAnswer Unpause(PlatformCall call)
    {
        FakeTemplate template = call.Node<FakeTemplate>();
        if (template.State is TemplateStates.Paused && template.IsPacing)
        {
            platform.Resume(template);
            return call.Success();
        }

        string reason = template.State is TemplateStates.Paused ? "The template was paused because of its quality. It becomes active by itself." : "The template is not paused.";
        return call.Answer(new JsonObject { ["success"] = false, ["reason"] = reason });
    }
}
