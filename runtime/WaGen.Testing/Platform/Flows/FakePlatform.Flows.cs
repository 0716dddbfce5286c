using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What the platform does with Flows.</summary>
public sealed partial class FakePlatform
{
    private const int AvailabilityThreshold = 90;

    /// <summary>Makes a Flow that can be sent. Nobody is told.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The name.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The Flow.</returns>
    public FakeFlow AddFlow(FakeAccount account, string name, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Act(() =>
        {
            FakeFlow flow = Add(new FakeFlow(this, id ?? NewId(), account, name));
            flow.Fields["categories"] = new JsonArray("OTHER");
            flow.Take("""{"version":"7.3","screens":[{"id":"START"}]}""");
            flow.State = FlowStates.Published;
            return flow;
        });
    }

    /// <summary>Gives a Flow another state, as the platform does when its endpoint fails or has recovered.</summary>
    /// <param name="flow">The Flow.</param>
    /// <param name="status"><c>THROTTLED</c>, <c>BLOCKED</c> or <c>PUBLISHED</c>.</param>
    public void ChangeFlowStatus(FakeFlow flow, string status)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentException.ThrowIfNullOrEmpty(status);
        Act(() => SetStatus(flow, status));
    }

    /// <summary>Says how much of the time the endpoint of a Flow was there.</summary>
    /// <param name="flow">The Flow.</param>
    /// <param name="percent">The share in percent. Below 90 an alert begins, otherwise it ends.</param>
    public void ReportFlowAvailability(FakeFlow flow, double percent)
    {
        ArgumentNullException.ThrowIfNull(flow);
        Act(() => Fire(FlowEvents.Availability(flow, AvailabilityThreshold, percent)));
    }

    internal void SetStatus(FakeFlow flow, string status)
    {
        string before = flow.State;
        flow.State = status;
        flow.Sends.Clear();
        flow.Touch();
        Fire(FlowEvents.Status(flow, before));
    }
}
