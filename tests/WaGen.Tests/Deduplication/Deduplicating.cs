using WaGen.Tests.Dispatch.Fixtures;

namespace WaGen.Tests.Deduplication;

/// <summary>Processors of the made-up provider that recognize repetitions.</summary>
internal static class Deduplicating
{
    public static WebhookProcessor Processor(Recorder handler, WebhookProcessorOptions? options = null, WebhookObserver? observer = null) =>
        Processor([handler], handler, options, observer);

    public static WebhookProcessor Processor(Recorder[] handlers, IUnhandledHandler? hook, WebhookProcessorOptions? options = null, WebhookObserver? observer = null)
    {
        options ??= new WebhookProcessorOptions();
        options.DeduplicationStore ??= new InMemoryDeduplicationStore();
        return new WebhookProcessor(
            ParcelContract.Instance, handlers.Select(WebhookHandlerRegistration.Singleton), Parcels.Verifier, options, hook, observer);
    }

    /// <summary>A body with one notice, in the entry of a depot.</summary>
    public static byte[] NoticeOf(string depot, string id) =>
        System.Text.Encoding.UTF8.GetBytes($$"""{"batches":[{"depot":"{{depot}}","reports":[{{Parcels.Report("shipments", $$"""{"notices":[{{Parcels.Arrived(id)}}]}""")}}]}],"source":"parcels"}""");

    /// <summary>An outcome in short: result, unhandled, failed, duplicates, deferred.</summary>
    public static (WebhookResult Result, int Unhandled, int Failed, int Duplicates, int Deferred) Short(this WebhookOutcome outcome) =>
        (outcome.Result, outcome.Unhandled, outcome.Failed, outcome.Duplicates, outcome.Deferred);

    /// <summary>A store that notes the keys it is asked for, and fails where a test wants it to.</summary>
    internal sealed class SpyStore : IDeduplicationStore
    {
        private readonly InMemoryDeduplicationStore _inner = new();

        public List<(DeduplicationKey Key, TimeSpan Lease)> Asked { get; } = [];

        /// <summary>The operation that fails, in the calls whose numbers pass.</summary>
        public Func<DeduplicationOperation, int, bool> Fails { get; set; } = static (_, _) => false;

        public ValueTask<DeduplicationResult> ClaimAsync(DeduplicationKey key, TimeSpan lease, CancellationToken cancellationToken)
        {
            Asked.Add((key, lease));
            return FailAsync(DeduplicationOperation.Claim) ?? _inner.ClaimAsync(key, lease, cancellationToken);
        }

        public async ValueTask<bool> CompleteAsync(DeduplicationClaim claim, DeduplicationOutcome outcome, CancellationToken cancellationToken)
        {
            FailAsync(DeduplicationOperation.Complete);
            return await _inner.CompleteAsync(claim, outcome, cancellationToken);
        }

        public async ValueTask<bool> ReleaseAsync(DeduplicationClaim claim, bool countAttempt, CancellationToken cancellationToken)
        {
            FailAsync(DeduplicationOperation.Release);
            return await _inner.ReleaseAsync(claim, countAttempt, cancellationToken);
        }

        private ValueTask<DeduplicationResult>? FailAsync(DeduplicationOperation operation) =>
            Fails(operation, Asked.Count) ? throw new TimeoutException($"{operation} took too long.") : null;
    }
}
