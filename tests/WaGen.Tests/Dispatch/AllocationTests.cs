using System.Buffers;
using WaGen.Tests.Deduplication;
using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Dispatch;

[Collection(nameof(AllocationGroup))]
public class AllocationTests
{
    private const int Runs = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(1000)]
    public void Verify_parse_and_dispatch_allocate_nothing(int events)
    {
        byte[] bytes = Parcels.Batch(events);
        WebhookSignature signature = Parcels.Sign(bytes);
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Singleton(new Counter()), WebhookHandlerRegistration.Singleton(new Counter())],
            new SignatureVerifier([new("first", "no"), new("main", Parcels.Secret)]));

        long copied = Measure(events > 100 ? Runs / 10 : Runs, () => processor.ProcessAsync(bytes, signature));
        using var body = new WebhookBody();
        body.Write(bytes);
        long inPlace = Measure(events > 100 ? Runs / 10 : Runs, () => processor.ProcessAsync(body, signature));

        Assert.Equal((0, 0), (copied, inPlace));
    }

    [Fact]
    public void Unhandled_parts_and_a_time_limit_allocate_nothing()
    {
        byte[] bytes = Parcels.Notices("1", """{"kind":"lost"}""", Parcels.Arrived("1"), """{"kind":"delayed"}""");
        WebhookSignature signature = Parcels.Sign(bytes);
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Singleton(new Counter())],
            Parcels.Verifier,
            new WebhookProcessorOptions { HandlerTimeout = TimeSpan.FromMinutes(1) },
            new Hook(),
            new WebhookObserver());

        Assert.Equal(0, Measure(Runs, () => processor.ProcessAsync(bytes, signature)));
    }

    [Fact]
    public void Events_that_are_claimed_and_noted_allocate_nothing()
    {
        // The store forgets each of them long before its turn comes again, so every one is new.
        byte[][] bodies = [.. Enumerable.Range(0, 64).Select(static i => Deduplicating.NoticeOf("7", $"{i:D2}"))];
        WebhookSignature[] signatures = [.. bodies.Select(static body => Parcels.Sign(body))];
        var counter = new Counter();
        var processor = new WebhookProcessor(
            ParcelContract.Instance,
            [WebhookHandlerRegistration.Singleton(counter)],
            Parcels.Verifier,
            new WebhookProcessorOptions { DeduplicationStore = new InMemoryDeduplicationStore(new InMemoryDeduplicationStoreOptions { Capacity = 16 }) });
        int sent = 0;

        long allocated = Measure(Runs, () =>
        {
            int next = sent++ % bodies.Length;
            return processor.ProcessAsync(bodies[next], signatures[next]);
        });

        Assert.Equal((0, sent), (allocated, counter.Count / "00".Length));
    }

    private static long Measure(int runs, Func<ValueTask<WebhookOutcome>> process)
    {
        for (int i = 0; i < 50; i++)
        {
            Run(process);
        }

        // The garbage collector may empty the shared array pool in between, which costs one attempt.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 3 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < runs; i++)
            {
                Run(process);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static void Run(Func<ValueTask<WebhookOutcome>> process)
    {
        ValueTask<WebhookOutcome> task = process();
        if (!task.IsCompletedSuccessfully || task.Result.Result != WebhookResult.Accepted)
        {
            Assert.Fail("The body was not accepted at once.");
        }
    }

    private sealed class Counter : IShipmentsHandler
    {
        public int Count { get; private set; }

        public ValueTask OnArrivedAsync(Notice notice, ShipmentsContext context, CancellationToken cancellationToken)
        {
            Count += notice.IdUtf8.Length + (context.Owner.IsPresent ? 1 : 0);
            return default;
        }
    }

    private sealed class Hook : IUnhandledHandler
    {
        public int Count { get; private set; }

        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
        {
            Count += unhandled.Utf8.Length;
            return default;
        }
    }
}
