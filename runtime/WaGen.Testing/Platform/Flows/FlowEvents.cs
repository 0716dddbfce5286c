using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>The webhooks about Flows.</summary>
internal static class FlowEvents
{
    /// <summary>The state has changed.</summary>
    /// <param name="flow">The Flow.</param>
    /// <param name="before">The state before; null for a new Flow.</param>
    public static PlatformEvent Status(FakeFlow flow, string? before)
    {
        var value = new JsonObject { ["event"] = "FLOW_STATUS_CHANGE", ["message"] = before is null ? "The Flow has been created." : $"The Flow has changed its status from {before} to {flow.State}.", ["flow_id"] = flow.Id };
        if (before is not null)
        {
            value["old_status"] = before;
        }

        value["new_status"] = flow.State;
        return PlatformEvent.Of(flow.Account, "flows", value);
    }

    /// <summary>A number about the endpoint has crossed a line.</summary>
    public static PlatformEvent Availability(FakeFlow flow, int threshold, double availability)
    {
        bool isLow = availability < threshold;
        return PlatformEvent.Of(flow.Account, "flows", new JsonObject
        {
            ["event"] = "ENDPOINT_AVAILABILITY",
            ["message"] = isLow ? "The endpoint of the Flow is not available often enough." : "The endpoint of the Flow is available again.",
            ["flow_id"] = flow.Id,
            ["alert_state"] = isLow ? "ACTIVATED" : "DEACTIVATED",
            ["availability"] = availability,
            ["threshold"] = threshold,
        });
    }
}
