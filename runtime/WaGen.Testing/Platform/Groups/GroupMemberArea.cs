using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Who is in groups, and who wants to be.</summary>
internal sealed class GroupMemberArea(FakePlatform platform) : IPlatformArea
{
    private const int PartialSuccess = 206;

    public void Register(PlatformTable table)
    {
        table.Add("ListJoinRequests", List);
        table.Add("ApproveJoinRequests", call => Decide(call, "approved_join_requests", isApproved: true));
        table.Add("RejectJoinRequests", call => Decide(call, "rejected_join_requests", isApproved: false));
        table.Add("AddGroupParticipants", Add);
        table.Add("RemoveGroupParticipants", Remove);
    }

    private static FakeAnswer List(PlatformCall call) => call.Page(call.Node<FakeGroup>().Requests.Select(static r => new JsonObject
    {
        ["join_request_id"] = r.Id,
        ["wa_id"] = r.User,
        ["creation_timestamp"] = PlatformEvent.Timestamp(r.At),
    }));

    private FakeAnswer Decide(PlatformCall call, string member, bool isApproved)
    {
        FakeGroup group = call.Node<FakeGroup>();
        string[] ids = [.. call.Texts("join_requests").Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0)
        {
            return call.Missing("join_requests");
        }

        var done = new JsonArray();
        var failed = new JsonArray();
        var added = new JsonArray();
        foreach (string id in ids)
        {
            FakeGroup.JoinRequest? request = group.Requests.Find(r => r.Id.Equals(id, StringComparison.Ordinal));
            int problem = request is null ? GroupErrors.NoRequest : isApproved && group.Members.Count >= FakePlatform.MostParticipants ? GroupErrors.TooMany : 0;
            if (problem != 0 || request is null)
            {
                failed.Add((JsonNode)new JsonObject { ["join_request_id"] = id, ["errors"] = new JsonArray(GroupErrors.Describe(problem)) });
                continue;
            }

            group.Requests.Remove(request);
            done.Add((JsonNode)id);
            if (isApproved)
            {
                group.Members.Add(request.User);
                added.Add((JsonNode)new JsonObject { ["input"] = request.User, ["wa_id"] = request.User });
            }
        }

        if (done.Count == 0)
        {
            return call.Error(GroupErrors.NoRequest, "There are no such requests");
        }

        if (added.Count > 0)
        {
            platform.Fire(GroupEvents.Joined(group, added));
        }

        return Answer(call, new JsonObject { [member] = done }, "failed_join_requests", failed);
    }

    private FakeAnswer Add(PlatformCall call)
    {
        FakeGroup group = call.Node<FakeGroup>();
        string[] users = UsersOf(call);
        if ((GroupArea.CheckUse(call) ?? CheckUsers(call, users)) is { } refusal)
        {
            return refusal;
        }

        var added = new JsonArray();
        var failed = new JsonArray();
        foreach (string user in users)
        {
            int problem = group.Members.Contains(user) ? GroupErrors.Twice : group.Members.Count >= FakePlatform.MostParticipants ? GroupErrors.TooMany : 0;
            Sort(user, problem, added, failed);
            if (problem == 0)
            {
                group.Members.Add(user);
            }
        }

        if (added.Count > 0)
        {
            platform.Fire(GroupEvents.Joined(group, (JsonArray)added.DeepClone()));
        }

        return added.Count == 0 ? call.Error(group.Members.Count >= FakePlatform.MostParticipants ? GroupErrors.TooMany : GroupErrors.Twice, "Nobody could be added")
            : Answer(call, new JsonObject { ["request_id"] = GroupArea.NewRequestId(), ["added_participants"] = added }, "failed_participants", failed);
    }

    private FakeAnswer Remove(PlatformCall call)
    {
        FakeGroup group = call.Node<FakeGroup>();
        string[] users = UsersOf(call);
        if (CheckUsers(call, users) is { } refusal)
        {
            return refusal;
        }

        var removed = new JsonArray();
        var failed = new JsonArray();
        foreach (string user in users)
        {
            bool wasThere = group.Members.Remove(user);
            Sort(user, wasThere ? 0 : GroupErrors.NoParticipant, removed, failed);
            if (wasThere)
            {
                group.Removed.Add(user);
            }
        }

        if (removed.Count == 0)
        {
            return call.Error(GroupErrors.NoParticipant, "Nobody of them is in the group");
        }

        string requestId = GroupArea.NewRequestId();
        platform.Fire(GroupEvents.Removed(group, requestId, (JsonArray)removed.DeepClone(), (JsonArray)failed.DeepClone()));
        return Answer(call, new JsonObject { ["request_id"] = requestId, ["removed_participants"] = removed }, "failed_participants", failed);
    }

    /// <summary>The users of a request: phone numbers by their digits, others by their ids.</summary>
    private static string[] UsersOf(PlatformCall call) =>
        [.. (call.Array("participants") ?? []).OfType<JsonObject>().Select(static p => p.Said("user_id") is { Length: > 0 } id ? id : PhoneNumbers.Normalize(p.Said("user"))).Where(static u => u.Length > 0)];

    private static FakeAnswer? CheckUsers(PlatformCall call, string[] users) =>
        users.Length is 0 or > FakePlatform.MostParticipants ? call.Bad("'participants' must name 1 to 8 users")
        : users.Distinct(StringComparer.Ordinal).Count() < users.Length ? call.Error(GroupErrors.Twice, "A user is named twice")
        : null;

    private static void Sort(string user, int problem, JsonArray done, JsonArray failed)
    {
        var item = new JsonObject { ["input"] = user, [user.Contains('.', StringComparison.Ordinal) ? "user_id" : "wa_id"] = user };
        if (problem != 0)
        {
            item["errors"] = new JsonArray(GroupErrors.Describe(problem));
        }

        (problem == 0 ? done : failed).Add((JsonNode)item);
    }

    private static FakeAnswer Answer(PlatformCall call, JsonObject answer, string failedMember, JsonArray failed)
    {
        if (failed.Count == 0)
        {
            return call.AnswerWithProduct(answer);
        }

        answer[failedMember] = failed;
        answer["errors"] = new JsonArray(GroupErrors.Describe(GroupErrors.Partial));
        return call.AnswerWithProduct(answer, PartialSuccess);
    }
}
