using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Groups: made, read, changed, deleted. Most calls are only taken in; a webhook tells what came of it.</summary>
internal sealed class GroupArea(FakePlatform platform) : IPlatformArea
{
    private const int LongestSubject = 128;
    private const int LongestDescription = 2048;

    public void Register(PlatformTable table)
    {
        table.Add("CreateGroup", Create);
        table.Add("ListGroups", List);
        table.Add("GetGroup", static call => call.AnswerWithProduct(call.Node<FakeGroup>().Describe(call.Fields)));
        table.Add("UpdateGroup", Update);
        table.Add("SetGroupPicture", SetPicture);
        table.Add("DeleteGroup", Delete);
        table.Add("GetGroupInviteLink", AnswerLink);
        table.Add("ResetGroupInviteLink", ResetLink);
        table.Add("DeleteGroupInviteLink", DeleteLink);
    }

    /// <summary>Refuses calls about groups that nobody can use now.</summary>
    public static FakeAnswer? CheckUse(PlatformCall call) => call.Node<FakeGroup>().Suspended ? call.Error(GroupErrors.Suspended, "The group is suspended") : null;

    public static string NewRequestId() => GraphErrors.NewTraceId();

    private FakeAnswer Create(PlatformCall call)
    {
        string subject = call.Text("subject")?.Trim() ?? string.Empty;
        string? description = call.Text("description");
        string mode = call.NonEmpty("join_approval_mode") ?? "auto_approve";
        if (CheckTexts(call, subject, description) is { } refusal)
        {
            return refusal;
        }

        if (mode is not ("auto_approve" or "approval_required"))
        {
            return call.Bad("'join_approval_mode' must be auto_approve or approval_required");
        }

        if (!call.Number.Registered || call.Number.OnBusinessApp)
        {
            return call.Error(GroupErrors.NotEligible, "The number cannot have groups");
        }

        FakeGroup group = platform.Add(new FakeGroup(platform, call.Number, subject, description, mode is "approval_required"));
        string requestId = NewRequestId();
        platform.Fire(GroupEvents.Created(group, requestId));
        return call.AnswerWithProduct(new JsonObject { ["request_id"] = requestId });
    }

    private static FakeAnswer? CheckTexts(PlatformCall call, string? subject, string? description) =>
        subject is not null && subject.Trim().Length is 0 or > LongestSubject ? call.Bad("'subject' must have 1 to 128 characters")
        : description?.Length > LongestDescription ? call.Bad("'description' may have at most 2048 characters")
        : null;

    private FakeAnswer List(PlatformCall call)
    {
        IReadOnlyList<FakeGroup> groups = platform.All<FakeGroup>(g => g.Number == call.Number);
        return call.Page(groups.Reverse().Select(static g => new JsonObject { ["id"] = g.Id, ["subject"] = g.Text("subject"), ["created_at"] = g.Text("creation_timestamp") }), "groups");
    }

    private FakeAnswer Update(PlatformCall call)
    {
        FakeGroup group = call.Node<FakeGroup>();
        string? subject = call.Text("subject")?.Trim();
        string? description = call.Text("description");
        if ((CheckUse(call) ?? CheckTexts(call, subject, description)) is { } refusal)
        {
            return refusal;
        }

        var changes = new List<(string Name, JsonObject Value)>();
        if (subject is not null)
        {
            group.Fields["subject"] = subject;
            changes.Add(("group_subject", new JsonObject { ["text"] = subject }));
        }

        if (description is not null)
        {
            group.Fields["description"] = description;
            changes.Add(("group_description", new JsonObject { ["text"] = description }));
        }

        return changes.Count == 0 ? call.Bad("Nothing is changed") : Changed(call, group, changes);
    }

    private FakeAnswer SetPicture(PlatformCall call) => CheckUse(call) ?? (call.Request.File is not { Length: > 0 } file
        ? call.Missing("file")
        : Changed(call, call.Node<FakeGroup>(), [("profile_picture", new JsonObject { ["mime_type"] = file.ContentType ?? "image/jpeg", ["sha256"] = file.Sha256 })]));

    private FakeAnswer Changed(PlatformCall call, FakeGroup group, IEnumerable<(string Name, JsonObject Value)> changes)
    {
        string requestId = NewRequestId();
        platform.Fire(GroupEvents.Changed(group, requestId, changes));
        return call.AnswerWithProduct(new JsonObject { ["success"] = true, ["request_id"] = requestId });
    }

    private FakeAnswer Delete(PlatformCall call)
    {
        FakeGroup group = call.Node<FakeGroup>();
        string requestId = NewRequestId();
        platform.Remove(group);
        platform.Fire(GroupEvents.Deleted(group, requestId));
        return call.AnswerWithProduct(new JsonObject { ["success"] = true, ["request_id"] = requestId });
    }

    private static FakeAnswer AnswerLink(PlatformCall call) =>
        call.Node<FakeGroup>().Link is { } link ? call.AnswerWithProduct(new JsonObject { ["invite_link"] = link }) : call.Error(GroupErrors.Unknown, "The group has no link");

    private static FakeAnswer ResetLink(PlatformCall call)
    {
        if (CheckUse(call) is { } refusal)
        {
            return refusal;
        }

        call.Node<FakeGroup>().ResetLink();
        return AnswerLink(call);
    }

    private static FakeAnswer DeleteLink(PlatformCall call)
    {
        call.Node<FakeGroup>().Link = null;
        return call.AnswerWithProduct(new JsonObject { ["success"] = "true" });
    }
}
