using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>Decides whether messages that open a Flow can be sent.</summary>
internal static class FlowSends
{
    private const int Blocked = 132068;
    private const int Throttled = 132069;
    private const int MostInHour = 10;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Checks a message.</summary>
    /// <returns>The error; null when it opens no Flow that is known, or can be sent.</returns>
    public static FakeAnswer? Check(PlatformCall call)
    {
        if (call.Body["interactive"] is not JsonObject interactive || interactive.Said("type") is not "flow" || interactive["action"]?["parameters"] is not JsonObject parameters)
        {
            return null;
        }

        FakeAccount account = call.Number.Account;
        string id = parameters.Said("flow_id");
        string name = parameters.Said("flow_name");
        FakeFlow? flow = call.Platform.First<FakeFlow>(f => f.Account == account && (f.Id.Equals(id, StringComparison.Ordinal) || f.Text("name")!.Equals(name, StringComparison.Ordinal)));
        if (flow?.State is FlowStates.Blocked)
        {
            return call.Error(Blocked, "The Flow is blocked");
        }

        if (flow?.State is not FlowStates.Throttled)
        {
            return null;
        }

        flow.Sends.RemoveAll(at => at <= call.Now - Hour);
        if (flow.Sends.Count >= MostInHour)
        {
            return call.Error(Throttled, "10 messages with the Flow were sent in this hour");
        }

        flow.Sends.Add(call.Now);
        return null;
    }
}
