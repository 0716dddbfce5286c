namespace WaGen.Tests.Deduplication;

/// <summary>The store in memory: the rules of all stores, and its own about room.</summary>
public class InMemoryDeduplicationStoreTests : DeduplicationStoreConformance
{
    private readonly ManualTime _time = new();

    protected override IDeduplicationStore Create() => Create(capacity: 100_000);

    protected override ValueTask PassAsync(TimeSpan time)
    {
        _time.Pass(time);
        return default;
    }

    [Fact]
    public async Task When_it_is_full_what_ended_first_makes_room_and_is_counted()
    {
        InMemoryDeduplicationStore store = Create(capacity: 3);
        DeduplicationClaim[] claims = [await ClaimAsync(store, Key(1)), await ClaimAsync(store, Key(2)), await ClaimAsync(store, Key(3))];
        await CompleteAsync(store, claims[2]);
        await CompleteAsync(store, claims[0]);

        await CompleteAsync(store, await ClaimAsync(store, Key(4)));

        Assert.Equal((3, 1), (store.Count, store.Evicted));
        Assert.Equal(DeduplicationStatus.Completed, (await AskAsync(store, Key(1))).Status);
        Assert.Equal(DeduplicationStatus.InProgress, (await AskAsync(store, Key(2))).Status);
        Assert.Equal(DeduplicationStatus.Completed, (await AskAsync(store, Key(4))).Status);
        Assert.Equal(DeduplicationStatus.Claimed, (await AskAsync(store, Key(3))).Status);
        Assert.Equal((3, 2), (store.Count, store.Evicted));
    }

    [Fact]
    public async Task What_runs_never_makes_room()
    {
        InMemoryDeduplicationStore store = Create(capacity: 2);
        var claims = new List<DeduplicationClaim>();
        for (int i = 0; i < 200; i++)
        {
            claims.Add(await ClaimAsync(store, Key(i)));
        }

        Assert.Equal((200, 0), (store.Count, store.Evicted));
        foreach (DeduplicationClaim claim in claims)
        {
            Assert.True(await store.CompleteAsync(claim, DeduplicationOutcome.Handled, CancellationToken.None));
        }
    }

    [Fact]
    public async Task What_runs_beyond_its_lease_makes_room_when_nothing_has_ended()
    {
        InMemoryDeduplicationStore store = Create(capacity: 1);
        await ClaimAsync(store, Key(1));
        _time.Pass(Lease);

        await ClaimAsync(store, Key(2));

        Assert.Equal((1, 1), (store.Count, store.Evicted));
    }

    [Fact]
    public async Task What_is_over_is_removed_without_counting_as_evicted()
    {
        InMemoryDeduplicationStore store = Create(capacity: 50);
        for (int i = 0; i < 40; i++)
        {
            DeduplicationClaim claim = await ClaimAsync(store, Key(i));
            if (i % 2 == 0)
            {
                await CompleteAsync(store, claim);
            }
        }

        _time.Pass(Window + Lease);
        for (int i = 100; i < 140; i++)
        {
            await CompleteAsync(store, await ClaimAsync(store, Key(i)));
        }

        Assert.Equal((40, 0), (store.Count, store.Evicted));
    }

    [Fact]
    public async Task It_grows_over_many_parts_and_forgets_nothing_meanwhile()
    {
        const int Keys = 100_000;
        InMemoryDeduplicationStore store = Create(capacity: 150_000);
        for (int i = 0; i < Keys; i++)
        {
            await CompleteAsync(store, await ClaimAsync(store, Key(i)));
        }

        for (int i = 0; i < Keys; i++)
        {
            Assert.Equal(DeduplicationStatus.Completed, (await AskAsync(store, Key(i))).Status);
        }

        Assert.Equal((Keys, 0), (store.Count, store.Evicted));
    }

    [Fact]
    public async Task A_long_run_of_everything_ends_as_in_a_plain_model()
    {
        var random = new Random(20261121);
        InMemoryDeduplicationStore store = Create(capacity: 1000);
        var model = new Dictionary<int, (string State, long Until, int Attempts, DeduplicationClaim Claim)>();
        for (int step = 0; step < 50_000; step++)
        {
            _time.Pass(TimeSpan.FromSeconds(random.Next(20)));
            long now = _time.GetTimestamp();
            int number = random.Next(300);
            (string State, long Until, int Attempts, DeduplicationClaim Claim) known = model.GetValueOrDefault(number, ("none", 0, 0, default));
            if (known.State != "none" && (known.State == "running" ? known.Until + Window.Ticks : known.Until) <= now)
            {
                known = ("none", 0, 0, default);
            }

            if (known.State == "running" && random.Next(2) == 0)
            {
                bool count = random.Next(2) == 0;
                bool complete = random.Next(2) == 0;
                Assert.True(complete
                    ? await store.CompleteAsync(known.Claim, DeduplicationOutcome.Left, CancellationToken.None)
                    : await store.ReleaseAsync(known.Claim, count, CancellationToken.None));
                int attempts = count || complete ? known.Attempts : known.Attempts - 1;
                known = (complete ? "completed" : attempts == 0 ? "none" : "released", now + Window.Ticks, attempts, default);
            }
            else
            {
                DeduplicationResult answer = await AskAsync(store, Key(number));
                DeduplicationStatus expected = known.State switch
                {
                    "running" when known.Until > now => DeduplicationStatus.InProgress,
                    "completed" => DeduplicationStatus.Completed,
                    _ => DeduplicationStatus.Claimed,
                };
                Assert.Equal(expected, answer.Status);
                if (expected == DeduplicationStatus.Claimed)
                {
                    Assert.Equal(known.Attempts + 1, answer.Claim.Attempt);
                    known = ("running", now + Lease.Ticks, known.Attempts + 1, answer.Claim);
                }
            }

            model[number] = known;
        }

        Assert.Equal(0, store.Evicted);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(int.MaxValue, 1)]
    [InlineData(1, 0)]
    public void Options_out_of_range_are_refused(int capacity, int seconds) =>
        Assert.Throws<ArgumentException>(() => new InMemoryDeduplicationStore(new() { Capacity = capacity, Window = TimeSpan.FromSeconds(seconds) }));

    [Fact]
    public async Task A_lease_without_length_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Create().ClaimAsync(Key(1), TimeSpan.Zero, CancellationToken.None));

    [Fact]
    public void A_key_survives_being_written_and_read()
    {
        byte[] bytes = [.. Enumerable.Range(1, 16).Select(static i => (byte)(i * 11))];
        var key = new DeduplicationKey(bytes);
        byte[] written = new byte[16];
        key.WriteTo(written);

        Assert.Equal(bytes, written);
        Assert.Equal(Convert.ToHexStringLower(bytes), key.ToString());
        Assert.True(key == new DeduplicationKey(written) && key != default);
        Assert.Throws<ArgumentException>(() => new DeduplicationKey(bytes.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => key.WriteTo(written.AsSpan(1)));
    }

    private static async Task CompleteAsync(InMemoryDeduplicationStore store, DeduplicationClaim claim) =>
        Assert.True(await store.CompleteAsync(claim, DeduplicationOutcome.Handled, CancellationToken.None));

    private InMemoryDeduplicationStore Create(int capacity) => new(new() { Capacity = capacity, Window = Window, TimeProvider = _time });
}
