using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace WaGen.Tests.Deduplication;

/// <summary>What every store must do, whatever it keeps its keys in.</summary>
public abstract class DeduplicationStoreConformance
{
    protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    protected static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Makes an empty store whose window is <see cref="Window"/>.</summary>
    protected abstract IDeduplicationStore Create();

    /// <summary>Lets time pass for the stores that were made.</summary>
    protected abstract ValueTask PassAsync(TimeSpan time);

    [Fact]
    public async Task A_new_key_is_claimed_as_the_first_attempt()
    {
        DeduplicationClaim claim = await ClaimAsync(Create(), Key(1));

        Assert.Equal((Key(1), 1), (claim.Key, claim.Attempt));
    }

    [Fact]
    public async Task A_claimed_key_is_in_progress_and_others_are_not()
    {
        IDeduplicationStore store = Create();
        await ClaimAsync(store, Key(1));

        Assert.Equal(DeduplicationStatus.InProgress, (await AskAsync(store, Key(1))).Status);
        await ClaimAsync(store, Key(2));
    }

    [Theory]
    [InlineData(DeduplicationOutcome.Handled)]
    [InlineData(DeduplicationOutcome.Left)]
    [InlineData(DeduplicationOutcome.GivenUp)]
    public async Task How_it_ended_is_remembered(DeduplicationOutcome outcome)
    {
        IDeduplicationStore store = Create();
        DeduplicationClaim claim = await ClaimAsync(store, Key(1));

        Assert.True(await store.CompleteAsync(claim, outcome, CancellationToken.None));

        for (int i = 0; i < 2; i++)
        {
            DeduplicationResult answer = await AskAsync(store, Key(1));
            Assert.Equal((DeduplicationStatus.Completed, outcome), (answer.Status, answer.Outcome));
        }
    }

    [Fact]
    public async Task A_released_key_is_free_at_once_and_only_counted_attempts_count()
    {
        IDeduplicationStore store = Create();
        foreach ((int attempt, bool count) in (IEnumerable<(int, bool)>)[(1, false), (1, true), (2, false), (2, true), (3, true)])
        {
            DeduplicationClaim claim = await ClaimAsync(store, Key(1));
            Assert.Equal(attempt, claim.Attempt);
            Assert.True(await store.ReleaseAsync(claim, count, CancellationToken.None));
        }

        Assert.Equal(4, (await ClaimAsync(store, Key(1))).Attempt);
    }

    [Fact]
    public async Task When_the_lease_is_over_the_key_can_be_claimed_again_as_a_further_attempt()
    {
        IDeduplicationStore store = Create();
        await ClaimAsync(store, Key(1));

        await PassAsync(Lease - Moment);
        Assert.Equal(DeduplicationStatus.InProgress, (await AskAsync(store, Key(1))).Status);
        await PassAsync(Moment + Moment);

        Assert.Equal(2, (await ClaimAsync(store, Key(1))).Attempt);
        Assert.Equal(DeduplicationStatus.InProgress, (await AskAsync(store, Key(1))).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_lost_its_lease_to_another_changes_nothing(bool completes)
    {
        IDeduplicationStore store = Create();
        DeduplicationClaim old = await ClaimAsync(store, Key(1));
        await PassAsync(Lease + Moment);
        DeduplicationClaim current = await ClaimAsync(store, Key(1));

        Assert.False(completes
            ? await store.CompleteAsync(old, DeduplicationOutcome.Handled, CancellationToken.None)
            : await store.ReleaseAsync(old, countAttempt: true, CancellationToken.None));

        Assert.NotEqual(old.Token, current.Token);
        Assert.Equal(DeduplicationStatus.InProgress, (await AskAsync(store, Key(1))).Status);
        Assert.True(await store.CompleteAsync(current, DeduplicationOutcome.Left, CancellationToken.None));
        Assert.Equal(DeduplicationOutcome.Left, (await AskAsync(store, Key(1))).Outcome);
    }

    [Fact]
    public async Task A_lease_that_is_over_and_that_nobody_took_still_completes()
    {
        IDeduplicationStore store = Create();
        DeduplicationClaim claim = await ClaimAsync(store, Key(1));
        await PassAsync(Lease + Moment);

        Assert.True(await store.CompleteAsync(claim, DeduplicationOutcome.Handled, CancellationToken.None));
        Assert.Equal(DeduplicationStatus.Completed, (await AskAsync(store, Key(1))).Status);
    }

    [Fact]
    public async Task A_claim_is_used_up_when_it_was_completed_or_released()
    {
        IDeduplicationStore store = Create();
        DeduplicationClaim completed = await ClaimAsync(store, Key(1));
        await store.CompleteAsync(completed, DeduplicationOutcome.Handled, CancellationToken.None);
        DeduplicationClaim released = await ClaimAsync(store, Key(2));
        await store.ReleaseAsync(released, countAttempt: true, CancellationToken.None);

        Assert.False(await store.CompleteAsync(completed, DeduplicationOutcome.Left, CancellationToken.None));
        Assert.False(await store.ReleaseAsync(completed, countAttempt: false, CancellationToken.None));
        Assert.False(await store.CompleteAsync(released, DeduplicationOutcome.Left, CancellationToken.None));
        Assert.False(await store.ReleaseAsync(released, countAttempt: false, CancellationToken.None));

        Assert.Equal(DeduplicationOutcome.Handled, (await AskAsync(store, Key(1))).Outcome);
        Assert.Equal(2, (await ClaimAsync(store, Key(2))).Attempt);
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_after_the_window_and_not_before()
    {
        IDeduplicationStore store = Create();
        DeduplicationClaim failed = await ClaimAsync(store, Key(1));
        await store.ReleaseAsync(failed, countAttempt: true, CancellationToken.None);
        DeduplicationClaim handled = await ClaimAsync(store, Key(2));
        await store.CompleteAsync(handled, DeduplicationOutcome.Handled, CancellationToken.None);

        await PassAsync(Window - Moment);
        Assert.Equal(DeduplicationStatus.Completed, (await AskAsync(store, Key(2))).Status);
        await PassAsync(Moment + Moment);

        Assert.Equal(1, (await ClaimAsync(store, Key(1))).Attempt);
        Assert.Equal(1, (await ClaimAsync(store, Key(2))).Attempt);
    }

    [Fact]
    public async Task Of_many_who_claim_a_key_at_once_one_gets_it()
    {
        IDeduplicationStore store = Create();
        for (int round = 0; round < 100; round++)
        {
            DeduplicationKey key = Key(round);
            DeduplicationResult[] answers = await RaceAsync(() => AskAsync(store, key));
            Assert.Single(answers, static answer => answer.Status == DeduplicationStatus.Claimed);
            Assert.DoesNotContain(answers, static answer => answer.Status == DeduplicationStatus.Completed);
        }
    }

    [Fact]
    public async Task A_key_is_never_held_by_two_and_no_attempt_is_given_out_twice()
    {
        const int Wanted = 200;
        IDeduplicationStore store = Create();
        var attempts = new ConcurrentQueue<int>();
        int holders = 0;

        await RaceAsync(async () =>
        {
            while (await AskAsync(store, Key(1)) is { Status: not DeduplicationStatus.Completed } answer)
            {
                if (answer.Status == DeduplicationStatus.InProgress)
                {
                    await Task.Yield();
                    continue;
                }

                Assert.Equal(1, Interlocked.Increment(ref holders));
                attempts.Enqueue(answer.Claim.Attempt);
                await Task.Yield();
                Interlocked.Decrement(ref holders);
                Assert.True(answer.Claim.Attempt < Wanted
                    ? await store.ReleaseAsync(answer.Claim, countAttempt: true, CancellationToken.None)
                    : await store.CompleteAsync(answer.Claim, DeduplicationOutcome.Handled, CancellationToken.None));
            }

            return true;
        });

        Assert.Equal(Enumerable.Range(1, Wanted), attempts);
    }

    protected static DeduplicationKey Key(int number)
    {
        Span<byte> bytes = stackalloc byte[DeduplicationKey.Size];
        bytes.Clear();

        // Spread over both ends, as hashes are.
        BinaryPrimitives.WriteInt32BigEndian(bytes, number * 0x9E3779B);
        BinaryPrimitives.WriteInt32BigEndian(bytes[^sizeof(int)..], number);
        return new DeduplicationKey(bytes);
    }

    protected static Task<DeduplicationResult> AskAsync(IDeduplicationStore store, DeduplicationKey key) =>
        store.ClaimAsync(key, Lease, CancellationToken.None).AsTask();

    protected static async Task<DeduplicationClaim> ClaimAsync(IDeduplicationStore store, DeduplicationKey key)
    {
        DeduplicationResult answer = await AskAsync(store, key);
        Assert.Equal(DeduplicationStatus.Claimed, answer.Status);
        return answer.Claim;
    }

    private static async Task<T[]> RaceAsync<T>(Func<Task<T>> run)
    {
        using var start = new Barrier(8);
        return await Task.WhenAll(Enumerable.Range(0, start.ParticipantCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return run();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap()));
    }
}
