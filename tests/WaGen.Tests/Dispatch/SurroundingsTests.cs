using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

/// <summary>What a handler sets in its surroundings ends with its event, however the event is worked through.</summary>
public class SurroundingsTests
{
    private static readonly AsyncLocal<string?> Tenant = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_handler_sets_does_not_reach_the_next_event(bool afterOneThatTakesItsTime)
    {
        var seen = new List<string?>();
        var handler = new Recorder
        {
            OnNotice = (notice, _, _) =>
            {
                seen.Add(Tenant.Value);
                Tenant.Value = "tenant of " + notice.Id;
                return afterOneThatTakesItsTime && notice.Id == "1" ? new ValueTask(Task.Delay(1, CancellationToken.None)) : default;
            },
        };

        await Parcels.Processor(handler).ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"), Parcels.Arrived("3"), Parcels.Arrived("4")));

        Assert.Equal([null, null, null, null], seen);
        Assert.Null(Tenant.Value);
    }

    [Fact]
    public void What_a_handler_sets_stays_its_own_where_nothing_flows()
    {
        var seen = new List<string?>();
        var handler = new Recorder
        {
            OnNotice = (notice, _, _) =>
            {
                seen.Add(Tenant.Value);
                Tenant.Value = "tenant of " + notice.Id;
                return default;
            },
        };
        WebhookProcessor processor = Parcels.Processor(handler);

        using (ExecutionContext.SuppressFlow())
        {
            Assert.True(processor.ProcessSignedAsync(Parcels.Notices(Parcels.Arrived("1"), Parcels.Arrived("2"))).AsTask().IsCompletedSuccessfully);
            Assert.Null(Tenant.Value);
        }

        Assert.Equal([null, null], seen);
    }
}
