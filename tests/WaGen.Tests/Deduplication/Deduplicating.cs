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

    /// <summary>A store that notes the keys it is asked for, answers late and fails where a test wants it to.</summary>
    internal sealed class SpyStore : IDeduplicationStore
    {
        private readonly InMemoryDeduplicationStore _inner = new();

        public List<(DeduplicationKey Key, TimeSpan Lease)> Asked { get; } = [];

        /// <summary>The operation that fails, in the calls whose numbers pass.</summary>
        public Func<DeduplicationOperation, int, bool> Fails { get; set; } = static (_, _) => false;

        /// <summary>Whether answers and faults come after the call has returned, as those of a store on another machine do.</summary>
        public bool IsLate { get; set; }

        public ValueTask<DeduplicationResult> ClaimAsync(DeduplicationKey key, TimeSpan lease, CancellationToken cancellationToken)
        {
            Asked.Add((key, lease));
            return AnswerAsync(DeduplicationOperation.Claim, () => _inner.ClaimAsync(key, lease, cancellationToken));
        }

        public ValueTask<bool> CompleteAsync(DeduplicationClaim claim, DeduplicationOutcome outcome, CancellationToken cancellationToken) =>
            AnswerAsync(DeduplicationOperation.Complete, () => _inner.CompleteAsync(claim, outcome, cancellationToken));

        public ValueTask<bool> ReleaseAsync(DeduplicationClaim claim, bool countAttempt, CancellationToken cancellationToken) =>
            AnswerAsync(DeduplicationOperation.Release, () => _inner.ReleaseAsync(claim, countAttempt, cancellationToken));

        private ValueTask<T> AnswerAsync<T>(DeduplicationOperation operation, Func<ValueTask<T>> ask)
        {
            if (IsLate)
            {
                return AnswerLateAsync(operation, ask);
            }

            return Fails(operation, Asked.Count) ? throw Fault(operation) : ask();
        }

        private async ValueTask<T> AnswerLateAsync<T>(DeduplicationOperation operation, Func<ValueTask<T>> ask)
        {
            await Task.Yield();
            return Fails(operation, Asked.Count) ? throw Fault(operation) : await ask();
        }

        private static TimeoutException Fault(DeduplicationOperation operation) => new($"{operation} took too long.");
    }
}
