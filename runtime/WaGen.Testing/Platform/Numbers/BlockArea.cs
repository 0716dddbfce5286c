using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Users that a number does not want to hear of.</summary>
internal sealed class BlockArea : IPlatformArea
{
    private const string Edge = "block_users";
    private const int SomeFailed = 139100;
    private const int NoRecentMessage = 131047;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public void Register(PlatformTable table)
    {
        table.Add("ListBlockedUsers", static call => call.Page(call.Number.ListOf(Edge).Select(static item => (JsonObject)item.DeepClone())));
        table.Add("BlockUsers", static call => Change(call, "added_users", Block));
        table.Add("UnblockUsers", static call => Change(call, "removed_users", Unblock));
    }

    /// <summary>Whether a number does not want to hear of a user.</summary>
    public static bool IsBlocked(FakeNumber number, string user) => number.ListOf(Edge).Exists(item => Is(item, user));

    private static FakeAnswer Change(PlatformCall call, string doneMember, Func<PlatformCall, string, bool, JsonObject?> change)
    {
        if (call.Array(Edge) is not { Count: > 0 } users)
        {
            return call.Missing(Edge);
        }

        var done = new JsonArray();
        var failed = new JsonArray();
        foreach (JsonObject user in users.OfType<JsonObject>())
        {
            bool isPhone = user["user"] is not null;
            string input = (user["user"] ?? user["user_id"])?.ToString() ?? string.Empty;
            JsonObject mention = Mention(input, isPhone);
            mention["input"] = input;
            if (change(call, isPhone ? PhoneNumbers.Normalize(input) : input, isPhone) is { } error)
            {
                mention["errors"] = new JsonArray(error);
                failed.Add((JsonNode)mention);
            }
            else
            {
                done.Add((JsonNode)mention);
            }
        }

        var lists = new JsonObject { [doneMember] = done };
        var answer = new JsonObject { ["messaging_product"] = "whatsapp", [Edge] = lists };
        if (failed.Count == 0)
        {
            return call.Answer(answer);
        }

        lists["failed_users"] = failed;
        answer["error"] = new JsonObject
        {
            ["message"] = "(#139100) Failed to block/unblock some users",
            ["type"] = "OAuthException",
            ["code"] = SomeFailed,
            ["error_data"] = new JsonObject { ["details"] = "Look at the users that failed." },
            ["fbtrace_id"] = GraphErrors.NewTraceId(),
        };
        return call.Answer(answer, status: 400);
    }

    private static JsonObject? Block(PlatformCall call, string user, bool isPhone)
    {
        if (!call.Number.Contacts.TryGetValue(user, out DateTimeOffset last) || call.Now - last > Window)
        {
            return new JsonObject
            {
                ["message"] = "Re-engagement message",
                ["code"] = NoRecentMessage,
                ["error_data"] = new JsonObject { ["details"] = "The user has not written within 24 hours." },
            };
        }

        if (!IsBlocked(call.Number, user))
        {
            JsonObject item = Mention(user, isPhone);
            item["messaging_product"] = "whatsapp";
            call.Number.ListOf(Edge).Add(item);
        }

        return null;
    }

    private static JsonObject? Unblock(PlatformCall call, string user, bool isPhone)
    {
        _ = isPhone;
        return call.Number.ListOf(Edge).RemoveAll(item => Is(item, user)) > 0 ? null : new JsonObject
        {
            ["message"] = "The user is not blocked",
            ["code"] = SomeFailed,
            ["error_data"] = new JsonObject { ["details"] = "The user is not on the list." },
        };
    }

    private static bool Is(JsonObject item, string user) => user.Equals((string?)(item["wa_id"] ?? item["user_id"]), StringComparison.Ordinal);

    private static JsonObject Mention(string user, bool isPhone) => new() { [isPhone ? "wa_id" : "user_id"] = isPhone ? PhoneNumbers.Normalize(user) : user };
}
