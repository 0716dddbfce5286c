using WaGen.Tests.Json;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped;

/// <summary>Verify, parse and dispatch of the shipped schemas cost no memory, as long as the handler completes at once and reads no string.</summary>
[Collection(RunsAlone.Name)]
public sealed class ReceiveAllocationTests
{
    [Theory]
    [InlineData("text.with-username.json")]
    [InlineData("sent.with-pricing.json")]
    [InlineData("failed.with-errors.json")]
    [InlineData("image.with-user-id.json")]
    [InlineData("partner_solutions.created.json")]
    public void One_event_allocates_nothing(string file) => AssertFree(Bodies.Read(file), rounds: 1_000);

    [Fact]
    public void A_batch_of_a_thousand_allocates_nothing() => AssertFree(Bodies.Batch(1_000), rounds: 20);

    private static void AssertFree(byte[] body, int rounds)
    {
        var handler = new Counter();
        WebhookProcessor processor = Recorder.Processor(handler);
        WebhookSignature signature = Recorder.Sign(body);
        Run(processor, body, signature, rounds: 3);
        int once = handler.Calls / 3;
        Assert.True(once > 0);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(processor, body, signature, rounds);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(once * (rounds + 3), handler.Calls);
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

    private sealed class Counter : IMessagesHandler, IPartnerSolutionsHandler
    {
        public int Calls { get; private set; }

        public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) =>
            Count(message.IdUtf8.Length + message.Text.BodyUtf8.Length + context.Contact.UserIdUtf8.Length);

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
