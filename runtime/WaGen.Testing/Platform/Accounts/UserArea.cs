using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Users of accounts and system users of businesses.</summary>
internal sealed class UserArea(FakePlatform platform) : IPlatformArea
{
    private const int NoAccess = 200;

    public void Register(PlatformTable table)
    {
        table.Add("ListAssignedUsers", List);
        table.Add("AssignUser", Assign);
        table.Add("RemoveAssignedUser", Remove);
        table.Add("ListAccountSystemUsers", ListOfAccount);
        table.Add("ListSystemUsers", call => call.Page(platform.All<FakeSystemUser>(u => u.Business == call.Business)));
        table.Add("CreateSystemUser", Create);
    }

    private static FakeAnswer? RefuseEmployee(PlatformCall call) =>
        call.Token.User.IsAdmin ? null : call.Error(NoAccess, "Only the token of an administrator may be used here", message: "Permissions error");

    private FakeAnswer List(PlatformCall call) => call.Page(call.Account.Users.Select(pair =>
    {
        var item = new JsonObject { ["id"] = pair.Key, ["tasks"] = new JsonArray([.. pair.Value.Select(static t => JsonValue.Create(t))]) };
        if (platform.FindNode(pair.Key) is FakeSystemUser user)
        {
            item["name"] = user.Name;
            item["business"] = user.Business.Mention();
            item["user_type"] = "SYSTEM_USER";
        }

        return item;
    }));

    private static FakeAnswer Assign(PlatformCall call)
    {
        if (RefuseEmployee(call) is { } refusal)
        {
            return refusal;
        }

        string[] tasks = [.. call.Texts("tasks").Select(static t => t.Trim('\'', '"', '[', ']'))];
        if (call.NonEmpty("user") is not { } user)
        {
            return call.Missing("user");
        }

        if (tasks.Length == 0)
        {
            return call.Missing("tasks");
        }

        call.Account.Users[user] = tasks;
        return call.Success();
    }

    private static FakeAnswer Remove(PlatformCall call) =>
        RefuseEmployee(call)
        ?? (call.NonEmpty("user") is not { } user ? call.Missing("user")
            : call.Account.Users.Remove(user) ? call.Success()
            : call.Bad("The user is not assigned to the account"));

    private FakeAnswer ListOfAccount(PlatformCall call) =>
        call.Page(call.Account.Users.Keys.Select(platform.FindNode).OfType<FakeSystemUser>());

    private FakeAnswer Create(PlatformCall call)
    {
        if (RefuseEmployee(call) is { } refusal)
        {
            return refusal;
        }

        return call.NonEmpty("name") is { } name
            ? call.AnswerId(platform.AddSystemUser(call.Business, name, call.Text("role") is "ADMIN").Id)
            : call.Missing("name");
    }
}
