using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

public class ScopeTests
{
    [Fact]
    public async Task One_scope_is_made_for_each_event_whose_interface_is_implemented()
    {
        var scopes = new Scopes();
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Scoped<First>(scopes), WebhookHandlerRegistration.Singleton(new Recorder()), WebhookHandlerRegistration.Scoped<Second>(scopes)],
            Parcels.Verifier);

        await processor.ProcessSignedAsync(Parcels.Body(
            Parcels.Report("audit", "{}"),
            Parcels.Report("shipments", """{"scans":[{"id":"1"},{"id":"2"}]}"""),
            Parcels.Report("other", "{}")));

        Assert.Equal(
            ["scope 1", "First 1 in 1", "Second 1 in 1", "end 1", "scope 2", "First 2 in 2", "Second 2 in 2", "end 2"],
            scopes.Log);
    }

    [Theory]
    [InlineData("make")]
    [InlineData("get")]
    [InlineData("end")]
    public async Task A_scope_that_fails_counts_as_failed(string failAt)
    {
        var scopes = new Scopes { FailAt = failAt };
        var failed = new List<string>();
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Scoped<First>(scopes)],
            Parcels.Verifier,
            observer: new Failures(failed));

        WebhookOutcome outcome = await processor.ProcessSignedAsync(Parcels.Body(Parcels.Report("shipments", """{"scans":[{"id":"1"},{"id":"2"}]}""")));

        Assert.Equal(new WebhookOutcome(WebhookResult.HandlerFailed, 2, 0, 2, null), outcome);
        Assert.Equal(failAt == "end" ? [nameof(Scope), nameof(Scope)] : [nameof(First), nameof(First)], failed);
        Assert.Equal(failAt == "make" ? 0 : 2, scopes.Log.Count(line => line.StartsWith("end", StringComparison.Ordinal)));
    }

    [Fact]
    public void Scoped_handlers_share_one_factory() =>
        Assert.Throws<ArgumentException>(() => new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Scoped<First>(new Scopes()), WebhookHandlerRegistration.Scoped<Second>(new Scopes())],
            Parcels.Verifier));

    private abstract class Scanning : IShipmentsHandler
    {
        public required Scope Scope { get; init; }

        public async ValueTask OnScanAsync(Scan scan, ShipmentsContext context, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Scope.Owner.Log.Add($"{GetType().Name} {scan.Id} in {Scope.Number}");
        }
    }

    private sealed class First : Scanning;

    private sealed class Second : Scanning;

    private sealed class Scopes : IWebhookScopeFactory
    {
        private int _count;

        public List<string> Log { get; } = [];

        public string? FailAt { get; init; }

        public void Reach(string place)
        {
            if (place == FailAt)
            {
                throw new InvalidOperationException(place);
            }
        }

        public IWebhookScope CreateScope()
        {
            Reach("make");
            Log.Add($"scope {++_count}");
            return new Scope(this, _count);
        }
    }

    private sealed class Scope(Scopes owner, int number) : IWebhookScope
    {
        public Scopes Owner => owner;

        public int Number => number;

        public object GetHandler(Type handlerType)
        {
            owner.Reach("get");
            return handlerType == typeof(First) ? new First { Scope = this } : new Second { Scope = this };
        }

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            owner.Log.Add($"end {number}");
            owner.Reach("end");
        }
    }

    private sealed class Failures(List<string> failed) : WebhookObserver
    {
        public override void OnHandlerFailed(in WebhookDelivery delivery, Type handler, Exception exception) => failed.Add(handler.Name);
    }
}
