using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Says what stands in the way of sending.</summary>
internal static class HealthAnswers
{
    private const string Available = "AVAILABLE";
    private const string Blocked = "BLOCKED";

    public static JsonObject Of(FakeAccount account) => Of(account, []);

    public static JsonObject Of(FakeNumber number) => Of(number.Account, [Entity("PHONE_NUMBER", number.Id, number.Registered ? null : (133010, "The number is not registered.", "Register the number."))]);

    /// <summary>Describes an account and what is below it.</summary>
    public static JsonObject Of(FakeAccount account, IEnumerable<JsonObject> below)
    {
        JsonObject[] entities =
        [
            .. below,
            Entity("WABA", account.Id, account.Text("account_review_status") is "APPROVED" ? null : (141006, "The account was not approved.", "Wait for the review, or ask for another one.")),
            Entity("BUSINESS", account.Business.Id, problem: null),
            .. account.SubscribedApps.Select(static app => Entity("APP", app.Id, problem: null)),
        ];
        bool isBlocked = entities.Any(static e => e["can_send_message"]!.GetValue<string>() is Blocked);
        return new JsonObject { ["can_send_message"] = isBlocked ? Blocked : Available, ["entities"] = new JsonArray([.. entities]) };
    }

    /// <summary>Describes one object.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="id">The id.</param>
    /// <param name="problem">What stands in the way, and what to do; null when nothing does.</param>
    public static JsonObject Entity(string type, string id, (int Code, string Description, string Solution)? problem)
    {
        var entity = new JsonObject { ["entity_type"] = type, ["id"] = id, ["can_send_message"] = problem is null ? Available : Blocked };
        if (problem is { } found)
        {
            entity["errors"] = new JsonArray(new JsonObject { ["error_code"] = found.Code, ["error_description"] = found.Description, ["possible_solution"] = found.Solution });
        }

        return entity;
    }
}
