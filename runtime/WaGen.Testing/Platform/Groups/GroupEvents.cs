using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>The webhooks about groups.</summary>
internal static class GroupEvents
{
    private const string Participants = "group_participants_update";

    public static PlatformEvent Created(FakeGroup group, string requestId)
    {
        JsonObject value = Start(group, "group_create", requestId);
        value["subject"] = group.Text("subject");
        if (group.Text("description") is { Length: > 0 } description)
        {
            value["description"] = description;
        }

        value["invite_link"] = group.Link;
        value["join_approval_mode"] = group.Text("join_approval_mode");
        return Of(group, "group_lifecycle_update", value);
    }

    public static PlatformEvent Deleted(FakeGroup group, string requestId) => Of(group, "group_lifecycle_update", Start(group, "group_delete", requestId));

    /// <summary>Settings have changed.</summary>
    /// <param name="group">The group.</param>
    /// <param name="requestId">The id that the answer has told.</param>
    /// <param name="changes">What has changed, by the names of the webhook.</param>
    public static PlatformEvent Changed(FakeGroup group, string requestId, IEnumerable<(string Name, JsonObject Value)> changes)
    {
        JsonObject value = Start(group, "group_settings_update", requestId);
        foreach ((string name, JsonObject change) in changes)
        {
            change["update_successful"] = true;
            value[name] = change;
        }

        return Of(group, "group_settings_update", value);
    }

    public static PlatformEvent Suspension(FakeGroup group) => Of(group, "group_status_update", Start(group, group.Suspended ? "group_suspend" : "group_suspend_cleared", requestId: null));

    /// <summary>Users have joined.</summary>
    /// <param name="group">The group.</param>
    /// <param name="added">Who they are.</param>
    public static PlatformEvent Joined(FakeGroup group, JsonArray added)
    {
        JsonObject value = Start(group, "group_participants_add", requestId: null);
        value["reason"] = "invite_link";
        value["added_participants"] = added;
        return Of(group, Participants, value);
    }

    /// <summary>Users were removed, or have left.</summary>
    /// <param name="group">The group.</param>
    /// <param name="requestId">The id that the answer has told; null when a user has left.</param>
    /// <param name="removed">Who is gone.</param>
    /// <param name="failed">Who could not be removed.</param>
    public static PlatformEvent Removed(FakeGroup group, string? requestId, JsonArray removed, JsonArray failed)
    {
        JsonObject value = Start(group, "group_participants_remove", requestId);
        value["initiated_by"] = requestId is null ? "participant" : "business";
        if (removed.Count > 0)
        {
            value["removed_participants"] = removed;
        }

        if (failed.Count > 0)
        {
            value["failed_participants"] = failed;
            value["errors"] = new JsonArray(GroupErrors.Describe(GroupErrors.Partial));
        }

        return Of(group, Participants, value);
    }

    /// <summary>A user asks to be let in, or does so no more.</summary>
    public static PlatformEvent Asked(FakeGroup group, FakeGroup.JoinRequest request, bool isRevoked)
    {
        JsonObject value = Start(group, isRevoked ? "group_join_request_revoked" : "group_join_request_created", requestId: null);
        value["join_request_id"] = request.Id;
        value["wa_id"] = request.User;
        value["reason"] = "invite_link";
        return Of(group, Participants, value);
    }

    private static JsonObject Start(FakeGroup group, string type, string? requestId)
    {
        var value = new JsonObject { ["type"] = type, ["timestamp"] = PlatformEvent.Timestamp(group.Platform.Now), ["group_id"] = group.Id };
        if (requestId is not null)
        {
            value["request_id"] = requestId;
        }

        return value;
    }

    private static PlatformEvent Of(FakeGroup group, string field, JsonObject value) => PlatformEvent.Of(group.Number, field, new JsonObject { ["groups"] = new JsonArray(value) });
}
