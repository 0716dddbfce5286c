using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Takes templates in: checks them, keeps them, and hands them to the review.</summary>
internal sealed class TemplateDesk(FakePlatform platform)
{
    private const int MostTemplates = 250;
    private const int MostTemplatesOfVerified = 6000;
    private const int TooMany = 2388019;
    private const int NameIsBlocked = 2388023;
    private const int AlreadyThere = 2388024;
    private static readonly TimeSpan NameBlock = TimeSpan.FromDays(30);
    private static readonly string[] Kept =
    [
        "message_send_ttl_seconds", "cta_url_link_tracking_opted_out", "sub_category", "display_format", "is_primary_device_delivery_only", "send_type", "bid_spec", "optimization_spec",
        "degrees_of_freedom_spec", "creative_sourcing_spec", "product_set_id", "library_template_name",
    ];

    private readonly Dictionary<(FakeAccount Account, string Name), DateTimeOffset> _deleted = [];

    /// <summary>Finds what stands in the way of another template.</summary>
    public TemplateProblem? CheckPlace(FakeAccount account, string name, string language)
    {
        IReadOnlyList<FakeTemplate> all = platform.All<FakeTemplate>(t => t.Account == account);
        int most = account.Business.Text("verification_status") is "verified" ? MostTemplatesOfVerified : MostTemplates;
        return all.Any(t => t.Is(name, language)) ? new TemplateProblem(AlreadyThere, "Content in this language already exists", "There is already content for this template in this language. Create a new template or change this one.")
            : _deleted.TryGetValue((account, name), out DateTimeOffset at) && platform.Now < at + NameBlock ? new TemplateProblem(NameIsBlocked, "The name is still being deleted", "A template of this name was deleted less than 30 days ago. Use another name.")
            : all.Count >= most ? new TemplateProblem(TooMany, "Too many templates", "The account has as many templates as it may have.")
            : null;
    }

    /// <summary>Checks the category, the parts and the time to live.</summary>
    public static TemplateProblem? CheckContent(string category, JsonArray components, bool isNamed, long? lifetime) =>
        TemplateCheck.CheckCategory(category) ?? TemplateCheck.CheckLifetime(category, lifetime) ?? TemplateCheck.CheckComponents(category, components, isNamed);

    /// <summary>Keeps a new template that was checked.</summary>
    /// <param name="account">The account.</param>
    /// <param name="definition">What was posted.</param>
    /// <param name="language">The language.</param>
    /// <param name="category">The category in capitals.</param>
    /// <param name="components">The parts, with words in capitals.</param>
    public FakeTemplate Take(FakeAccount account, JsonObject definition, string language, string category, JsonArray components)
    {
        FakeTemplate template = platform.Add(new FakeTemplate(platform, FakePlatform.NewId(), account, definition.Said("name"), language));
        Fill(template, definition, category, components);
        if (platform.ApprovesTemplates)
        {
            Approve(template);
        }

        return template;
    }

    /// <summary>Writes what was posted into a template.</summary>
    public static void Fill(FakeTemplate template, JsonObject definition, string category, JsonArray components)
    {
        template.Fields["category"] = category;
        template.Fields["parameter_format"] = definition.Word("parameter_format") is { Length: > 0 } format ? format : template.Text("parameter_format") ?? "POSITIONAL";
        template.Fields["components"] = TemplateForm.Publish(category, template.Language, components);
        foreach (string name in Kept.Where(definition.ContainsKey))
        {
            template.Fields[name] = definition[name]?.DeepClone();
        }

        template.Touch();
    }

    /// <summary>Approves a template and lets apps know.</summary>
    public void Approve(FakeTemplate template)
    {
        template.State = TemplateStates.Approved;
        template.Fields["rejected_reason"] = TemplateStates.NoReason;
        platform.Fire(TemplateEvents.Status(template, TemplateStates.Approved));
    }

    /// <summary>Deletes a template. Messages of an approved one may still be on their way, and its name is not free at once.</summary>
    public void Delete(FakeTemplate template)
    {
        bool wasInUse = template.State is TemplateStates.Approved;
        template.State = wasInUse ? TemplateStates.PendingDeletion : TemplateStates.Deleted;
        platform.Remove(template);
        if (wasInUse)
        {
            _deleted[(template.Account, template.Name)] = platform.Now;
        }

        platform.Fire(TemplateEvents.Status(template, template.State, reason: wasInUse ? null : TemplateStates.NoReason));
    }
}
