using WaGen.Tests.Json;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>Verify, parse and dispatch of the shipped schemas cost no memory, as long as the handler completes at once and reads no string.</summary>
[Collection(RunsAlone.Name)]
public sealed class ReceiveAllocationTests
{
    private const int Attempts = 4;

    [Theory]
    [InlineData("text.with-username.json")]
    [InlineData("sent.with-pricing.json")]
    [InlineData("failed.with-errors.json")]
    [InlineData("image.with-user-id.json")]
    [InlineData("partner_solutions.created.json")]
    public void One_event_allocates_nothing(string file) => AssertFree(Bodies.Read(file), rounds: 1_000);

    [Fact]
    public void A_batch_of_a_thousand_allocates_nothing() => AssertFree(Bodies.Batch(1_000), rounds: 20);

    [Fact]
    public void Events_that_are_claimed_and_noted_allocate_nothing()
    {
        // More events than the store remembers, so that each comes as a new one, and old ones make room.
        byte[][] bodies = [.. Enumerable.Range(0, 64).Select(static i => Bodies.Batch(8, firstId: i * 8))];
        WebhookSignature[] signatures = [.. bodies.Select(static body => Recorder.Sign(body))];
        var handler = new Counter();
        var store = new InMemoryDeduplicationStore(new() { Capacity = 128 });
        WebhookProcessor processor = Recorder.Processor(handler, options: new WebhookProcessorOptions { DeduplicationStore = store });

        Assert.Equal(0, Measure(rounds: 10, () =>
        {
            for (int i = 0; i < bodies.Length; i++)
            {
                Run(processor, bodies[i], signatures[i], rounds: 1);
            }
        }));

        Assert.Equal((long)handler.Calls - 128, store.Evicted);
    }

    [Fact]
    public void Events_that_are_delivered_again_and_parts_without_identity_allocate_nothing()
    {
        byte[] body = Bodies.Batch(8);
        byte[] other = "[]"u8.ToArray();
        var hook = new Hook();
        WebhookProcessor processor = Recorder.Processor(new Counter(), hook, new WebhookProcessorOptions { DeduplicationStore = new InMemoryDeduplicationStore() });
        WebhookSignature signature = Recorder.Sign(body);

        Assert.Equal(0, Measure(rounds: 500, () =>
        {
            Run(processor, body, signature, rounds: 1);
            ValueTask<WebhookOutcome> task = processor.ProcessVerifiedAsync(other);
            if (!task.IsCompletedSuccessfully || task.Result.Result != WebhookResult.NotJson)
            {
                throw new InvalidOperationException("The hook did not get the body.");
            }
        }));

        Assert.Equal(1, hook.Calls);
    }

    private static long Measure(int rounds, Action run)
    {
        for (int round = 0; round < 3; round++)
        {
            run();
        }

        return Least(() =>
        {
            for (int round = 0; round < rounds; round++)
            {
                run();
            }
        });
    }

    /// <summary>What a work allocates each time. A collection may empty the shared pools of arrays once in between, which is no allocation of ours.</summary>
    private static long Least(Action work)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static void AssertFree(byte[] body, int rounds)
    {
        var handler = new Counter();
        WebhookProcessor processor = Recorder.Processor(handler);
        WebhookSignature signature = Recorder.Sign(body);
        Run(processor, body, signature, rounds: 3);
        int once = handler.Calls / 3;
        Assert.True(once > 0);

        int runs = 0;
        long allocated = Least(() =>
        {
            Run(processor, body, signature, rounds);
            runs++;
        });

        Assert.Equal(0, allocated);
        Assert.Equal(once * ((rounds * runs) + 3), handler.Calls);
    }

    private static void Run(WebhookProcessor processor, byte[] body, WebhookSignature signature, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            ValueTask<WebhookOutcome> task = processor.ProcessAsync(body, signature);
            if (!task.IsCompletedSuccessfully || task.Result.Result != WebhookResult.Accepted)
            {
                throw new InvalidOperationException("The body was not handled.");
            }
        }
    }

    private sealed class Hook : IUnhandledHandler
    {
        public int Calls { get; private set; }

        public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
        {
            Calls++;
            return default;
        }
    }

    private sealed class Counter : IMessagesHandler, IPartnerSolutionsHandler
    {
        public int Calls { get; private set; }

        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) =>
            Count(message.AsMessage().IdUtf8.Length + message.Text.BodyUtf8.Length + context.Contact.UserIdUtf8.Length);

        public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => Count(message.IdUtf8.Length);

        public ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken) => Count(status.Kind is null ? 0 : 1);

        public ValueTask OnPartnerSolutionAsync(PartnerSolution partnerSolution, PartnerSolutionsContext context, CancellationToken cancellationToken) =>
            Count(partnerSolution.SolutionIdEquals("1"u8) ? 2 : 1);

        private ValueTask Count(int read)
        {
            Calls += read > 0 ? 1 : 0;
            return ValueTask.CompletedTask;
        }
    }
}
