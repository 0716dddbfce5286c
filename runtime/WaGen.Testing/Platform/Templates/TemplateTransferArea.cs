using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Many templates at once: copied, compared, archived, counted together.</summary>
internal sealed class TemplateTransferArea(FakePlatform platform) : IPlatformArea
{
    private const int MostCopied = 500;
    private const int MostArchived = 100;
    private const int NoAccess = 200;
    private const int LongestName = 256;
    private const string GroupKind = "template-group-id";
    private const string GroupFields = "id,name,description,creation_time,update_time,whatsapp_business_account,whatsapp_business_templates";

    public void Register(PlatformTable table)
    {
        table.Add("MigrateTemplates", Migrate);
        table.Add("CompareTemplates", Compare);
        table.Add("ArchiveTemplates", call => Archive(call, "archived_templates", PutAway));
        table.Add("UnarchiveTemplates", call => Archive(call, "unarchived_templates", TakeBack));
        table.Add("ListTemplateGroups", List);
        table.Add("CreateTemplateGroup", CreateGroup);
    }

    private FakeAnswer Migrate(PlatformCall call)
    {
        if (call.NonEmpty("source_waba_id") is not { } sourceId)
        {
            return call.Missing("source_waba_id");
        }

        if (platform.FindNode(sourceId) is not FakeAccount source || source == call.Account || source.Business != call.Account.Business)
        {
            return call.Bad("'source_waba_id' names no other account of the portfolio");
        }

        if (!source.IsOpenTo(call.Token))
        {
            return call.Error(NoAccess, "The token is not good for the account that has the templates");
        }

        int count = (int)Math.Clamp(call.Integer("count") ?? MostCopied, 1, MostCopied);
        int page = (int)Math.Clamp(call.Integer("page_number") ?? 0, 0, MostCopied);
        string[] ids = call.Texts("template_ids");
        IReadOnlyList<FakeTemplate> all = platform.All<FakeTemplate>(t => t.Account == source);
        FakeTemplate[] wanted = ids.Length > 0 ? [.. all.Where(t => ids.Contains(t.Id, StringComparer.Ordinal))] : [.. all.Skip(page * count).Take(count)];
        var copied = new JsonArray();
        var failed = new JsonObject();
        foreach (string id in ids.Except(wanted.Select(static t => t.Id), StringComparer.Ordinal))
        {
            failed[id] = "There is no such template.";
        }

        foreach (FakeTemplate template in wanted)
        {
            if (WhyNotCopied(call.Account, template) is { } reason)
            {
                failed[template.Id] = reason;
            }
            else
            {
                Copy(template, call.Account);
                copied.Add((JsonNode)template.Id);
            }
        }

        var answer = new JsonObject { ["migrated_templates"] = copied };
        if (failed.Count > 0)
        {
            answer["failed_templates"] = failed;
        }

        return call.Answer(answer);
    }

    private string? WhyNotCopied(FakeAccount target, FakeTemplate template) => template.State is not TemplateStates.Approved ? "The template is not approved."
        : template.QualityScore is not ("GREEN" or "UNKNOWN") ? "The quality of the template is too low."
        : platform.Has<FakeTemplate>(t => t.Account == target && t.Is(template.Name, template.Language)) ? "A template of this name exists."
        : null;

    private void Copy(FakeTemplate template, FakeAccount target)
    {
        FakeTemplate copy = platform.Add(new FakeTemplate(platform, FakePlatform.NewId(), target, template.Name, template.Language));
        foreach ((string name, JsonNode? value) in template.Fields.Where(static f => f.Key is not "quality_score").ToArray())
        {
            copy.Fields[name] = value?.DeepClone();
        }

        copy.Touch();
    }

    private FakeAnswer Compare(PlatformCall call)
    {
        FakeTemplate template = call.Node<FakeTemplate>();
        if (call.Texts("template_ids") is not [string id, ..] || platform.FindNode(id) is not FakeTemplate other || other == template || other.Account != template.Account)
        {
            return call.Bad("'template_ids' must name one other template of the account");
        }

        if (call.Integer("start") is null || call.Integer("end") is null)
        {
            return call.Missing(call.Integer("start") is null ? "start" : "end");
        }

        FakeTemplate[] both = [template, other];
        return call.Answer(new JsonObject
        {
            ["data"] = new JsonArray(
                new JsonObject { ["metric"] = "BLOCK_RATE", ["type"] = "RELATIVE", ["order_by_relative_metric"] = new JsonArray([.. both.OrderBy(static t => RankOf(t.QualityScore)).Select(static t => JsonValue.Create(t.Id))]) },
                new JsonObject { ["metric"] = "MESSAGE_SENDS", ["type"] = "NUMBER_VALUES", ["number_values"] = new JsonArray([.. both.Select(static t => new JsonObject { ["key"] = t.Id, ["value"] = t.Sends })]) },
                new JsonObject { ["metric"] = "TOP_BLOCK_REASON", ["type"] = "STRING_VALUES", ["string_values"] = new JsonArray([.. both.Select(static t => new JsonObject { ["key"] = t.Id, ["value"] = "UNKNOWN_BLOCK_REASON" })]) }),
        });
    }

    private static int RankOf(string quality) => quality switch { "GREEN" => 0, "YELLOW" => 2, "RED" => 3, _ => 1 };

    private FakeAnswer Archive(PlatformCall call, string member, Func<FakeTemplate, string?> change)
    {
        string[] ids = [.. call.Texts("hsm_ids").Distinct(StringComparer.Ordinal)];
        if (ids.Length is 0 or > MostArchived)
        {
            return call.Bad("'hsm_ids' must name 1 to 100 templates");
        }

        var done = new JsonArray();
        var failed = new JsonObject();
        foreach (string id in ids)
        {
            string? problem = platform.FindNode(id) is FakeTemplate template && template.Account == call.Account ? change(template) : "There is no such template";
            if (problem is null)
            {
                done.Add((JsonNode)id);
            }
            else
            {
                failed[id] = problem;
            }
        }

        return call.Answer(new JsonObject { [member] = done, ["failed_templates"] = failed });
    }

    private string? PutAway(FakeTemplate template)
    {
        if (template.State is not (TemplateStates.Approved or TemplateStates.Rejected))
        {
            return "Only approved or rejected templates can be archived";
        }

        template.StateBeforeArchive = template.State;
        template.State = TemplateStates.Archived;
        template.Touch();
        platform.Fire(TemplateEvents.Status(template, TemplateStates.Archived));
        return null;
    }

    private string? TakeBack(FakeTemplate template)
    {
        if (template.State is not TemplateStates.Archived)
        {
            return "The template is not archived";
        }

        template.State = template.StateBeforeArchive ?? TemplateStates.Approved;
        template.Touch();
        platform.Fire(TemplateEvents.Status(template, TemplateStates.Unarchived));
        return null;
    }

    private FakeAnswer List(PlatformCall call)
    {
        IReadOnlyList<PlatformObject> groups = platform.All<PlatformObject>(g => g.Fits(GroupKind) && g.OwnerAccount == call.Account);
        return call.Page(groups.Select(group => Describe(call, group)));
    }

    private JsonObject Describe(PlatformCall call, PlatformObject group)
    {
        // Templates may be gone by now, so they are looked up whenever the group is read.
        IEnumerable<FakeTemplate> members = (group.Fields["members"] as JsonArray ?? []).Select(m => platform.FindNode(m!.ToString())).OfType<FakeTemplate>();
        group.Fields["whatsapp_business_templates"] = new JsonObject { ["data"] = new JsonArray([.. members.Select(static t => t.Describe("id,name,language,status,category"))]) };
        group.Fields["whatsapp_business_account"] = call.Account.Describe("id,name,currency,timezone_id,message_template_namespace");
        return group.Describe(call.Fields);
    }

    private FakeAnswer CreateGroup(PlatformCall call)
    {
        if (call.NonEmpty("name") is not { Length: <= LongestName } name)
        {
            return call.Bad("'name' must have 1 to 256 characters");
        }

        string[] ids = [.. call.Texts("whatsapp_business_templates").Distinct(StringComparer.Ordinal)];
        IReadOnlyList<PlatformObject> groups = platform.All<PlatformObject>(g => g.Fits(GroupKind) && g.OwnerAccount == call.Account);
        if (groups.Any(g => g.Text("name")?.Equals(name, StringComparison.Ordinal) == true))
        {
            return call.Bad("The account has a group of this name already");
        }

        if (ids.Length == 0 || Array.Exists(ids, id => platform.FindNode(id) is not FakeTemplate template || template.Account != call.Account))
        {
            return call.Bad("'whatsapp_business_templates' must name templates of the account");
        }

        if (groups.Any(g => (g.Fields["members"] as JsonArray ?? []).Any(m => ids.Contains(m!.ToString(), StringComparer.Ordinal))))
        {
            return call.Bad("A template can be in one group only");
        }

        PlatformObject group = platform.Add(new PlatformObject(platform, FakePlatform.NewId(), GroupKind, call.Account, GroupFields));
        group.Fields["name"] = name;
        group.Fields["description"] = call.Text("description") ?? string.Empty;
        group.Fields["creation_time"] = platform.Now.ToUnixTimeSeconds();
        group.Fields["update_time"] = platform.Now.ToUnixTimeSeconds();
        group.Fields["members"] = new JsonArray([.. ids.Select(static id => JsonValue.Create(id))]);
        return call.AnswerId(group.Id);
    }
}
