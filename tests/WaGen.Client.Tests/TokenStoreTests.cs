namespace WaGen.Client.Tests;

/// <summary>Tokens of customers in memory.</summary>
public sealed class TokenStoreTests
{
    [Fact]
    public async Task A_token_is_found_by_account_number_and_portfolio()
    {
        var store = new InMemoryTokenStore();
        StoredToken token = Token("W1") with { BusinessId = "B1", PhoneNumberIds = ["P1", "P2"] };

        await store.SaveAsync(token);

        foreach (string id in (string[])["W1", "B1", "P1", "P2"])
        {
            Assert.Same(token, await store.FindAsync(id));
        }

        Assert.Null(await store.FindAsync("W2"));
    }

    [Fact]
    public async Task A_list_that_changes_after_saving_changes_nothing_in_the_store()
    {
        var store = new InMemoryTokenStore();
        List<string> numbers = ["P1"];
        StoredToken token = Token("W1") with { PhoneNumberIds = numbers };
        await store.SaveAsync(token);

        numbers.Add("P2");
        await store.SaveAsync(token);

        Assert.Same(token, await store.FindAsync("P1"));
        Assert.Null(await store.FindAsync("P2"));
    }

    [Fact]
    public async Task Saving_again_replaces_all_that_belongs_to_the_account()
    {
        var store = new InMemoryTokenStore();
        await store.SaveAsync(Token("W1") with { PhoneNumberIds = ["P1"], BusinessId = "B1" });
        StoredToken second = Token("W1") with { PhoneNumberIds = ["P2"] };

        await store.SaveAsync(second);

        Assert.Null(await store.FindAsync("P1"));
        Assert.Null(await store.FindAsync("B1"));
        Assert.Same(second, await store.FindAsync("P2"));
        Assert.Same(second, Assert.Single(await ListAsync(store)));
    }

    [Fact]
    public async Task Of_several_accounts_of_a_portfolio_the_last_one_is_found()
    {
        var store = new InMemoryTokenStore();
        await store.SaveAsync(Token("W1") with { BusinessId = "B1" });
        await store.SaveAsync(Token("W2") with { BusinessId = "B1" });

        Assert.Equal("W2", (await store.FindAsync("B1"))!.WabaId);
        Assert.True(await store.RemoveAsync("W2"));
        Assert.Equal("W1", (await store.FindAsync("B1"))!.WabaId);
        Assert.True(await store.RemoveAsync("W1"));
        Assert.Null(await store.FindAsync("B1"));
        Assert.False(await store.RemoveAsync("W1"));
        Assert.Empty(await ListAsync(store));
    }

    [Fact]
    public async Task Listing_sees_the_tokens_of_its_beginning_and_can_be_given_up()
    {
        var store = new InMemoryTokenStore();
        await store.SaveAsync(Token("W1"));
        await store.SaveAsync(Token("W2"));
        using var cancel = new CancellationTokenSource();
        List<string> seen = [];

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (StoredToken token in store.ListAsync(cancel.Token))
            {
                seen.Add(token.WabaId);
                await store.RemoveAsync("W2", CancellationToken.None);
                await cancel.CancelAsync();
            }
        });

        Assert.Equal(["W1"], seen);
    }

    [Fact]
    public void A_stored_token_shows_neither_value_nor_account()
    {
        StoredToken token = Token("W1") with { ExpiresAt = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), BusinessId = "B1", PhoneNumberIds = ["P1"] };

        Assert.Equal("Business token until 2026-12-01 00:00:00Z", token.ToString());
        Assert.Equal("Business token", Token("W1").ToString());
        Assert.Equal("secretOfW1", token.Token.Reveal());
    }

    [Fact]
    public void A_token_has_expired_from_its_end_on()
    {
        var end = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.True((Token("W1") with { ExpiresAt = end }).IsExpired(end));
        Assert.False((Token("W1") with { ExpiresAt = end }).IsExpired(end.AddTicks(-1)));
        Assert.False(Token("W1").IsExpired(DateTimeOffset.MaxValue));
    }

    private static StoredToken Token(string account) => new() { Token = new AccessToken("secretOf" + account, AccessTokenKind.Business), WabaId = account };

    private static async Task<List<StoredToken>> ListAsync(InMemoryTokenStore store)
    {
        List<StoredToken> tokens = [];
        await foreach (StoredToken token in store.ListAsync())
        {
            tokens.Add(token);
        }

        return tokens;
    }
}
