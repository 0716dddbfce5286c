namespace WaGen.Client.Tests;

/// <summary>Lists that come in pages.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task All_pages_are_read_and_an_empty_one_does_not_end_the_list()
    {
        await using var server = new LoopbackServer(Page("a b", "1"), Page("", "2"), Reply.Json(200, """{"next":"3"}"""), Page("c", null));
        await using var setup = new Setup(server);

        List<string> items = await ReadAsync(setup.Client, new ApiArguments { { "depot-id", "77" }, { "limit", 2L } });

        Assert.Equal(["a", "b", "c"], items);
        Assert.Equal(
            ["/v3.0/77/shelves?limit=2", "/v3.0/77/shelves?limit=2&after=1", "/v3.0/77/shelves?limit=2&after=2", "/v3.0/77/shelves?limit=2&after=3"],
            server.Requests.Select(static request => request.Target));
    }

    [Fact]
    public async Task A_list_can_begin_at_a_page_and_pages_are_asked_for_only_when_needed()
    {
        await using var server = new LoopbackServer(Page("a b", "next"));
        await using var setup = new Setup(server);
        IAsyncEnumerable<string> list = Enumerate(setup.Client, new ApiArguments { { "depot-id", "77" }, { "after", "here" } });
        Assert.Empty(server.Requests);

        await foreach (string item in list)
        {
            Assert.Equal("a", item);
            break;
        }

        Assert.Equal("/v3.0/77/shelves?after=here", server.Only.Target);
    }

    [Fact]
    public async Task A_page_that_names_itself_is_read_once()
    {
        await using var server = new LoopbackServer(Page("x", "1"));
        await using var setup = new Setup(server);
        List<string> items = [];

        await Assert.ThrowsAsync<WhatsAppApiException>(() => ReadAsync(setup.Client, new ApiArguments { { "depot-id", "77" }, { "after", "1" } }, items));

        Assert.Single(items);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1", "2", "1")]
    public async Task A_cursor_that_comes_again_ends_the_list_with_an_exception(params string[] cursors)
    {
        await using var server = new LoopbackServer([.. cursors.Select(static cursor => Page("x", cursor))]);
        await using var setup = new Setup(server);
        List<string> items = [];

        WhatsAppApiException exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => ReadAsync(setup.Client, new ApiArguments { { "depot-id", "77" } }, items));

        Assert.Equal("ListShelves failed: a page names itself or an earlier one as the next, so the list would never end. All items up to there were read.", exception.Message);
        Assert.Equal("ListShelves", exception.Operation);
        Assert.Equal(cursors.Length, items.Count);
        Assert.Equal(cursors.Length, server.Requests.Count);
    }

    [Fact]
    public async Task Each_page_is_tried_again_by_itself()
    {
        await using var server = new LoopbackServer(Page("a", "1"), Reply.Error(2, 503), Page("b", null));
        await using var setup = new Setup(server);

        Task<List<string>> read = ReadAsync(setup.Client, new ApiArguments { { "depot-id", "77" } });
        await setup.Time.PassBackoffAsync();

        Assert.Equal(["a", "b"], await read);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Reading_can_be_given_up()
    {
        await using var server = new LoopbackServer(Page("a", "1"), new Reply { Hangs = true });
        await using var setup = new Setup(server);
        using var cancel = new CancellationTokenSource();
        List<string> items = [];

        Task read = Task.Run(async () =>
        {
            await foreach (string item in Enumerate(setup.Client, new ApiArguments { { "depot-id", "77" } }).WithCancellation(cancel.Token))
            {
                items.Add(item);
            }
        });
        await Eventually.IsTrue(() => server.Requests.Count == 2);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal(["a"], items);
    }

    [Fact]
    public async Task An_operation_without_pages_is_refused_at_once()
    {
        await using var setup = new Setup();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => setup.Client.EnumerateAsync(Parcels.Get, [], static _ => (IReadOnlyList<string>)[], static _ => null));

        Assert.StartsWith("GetParcel has no pages.", exception.Message, StringComparison.Ordinal);
    }

    private static Reply Page(string items, string? next) => Reply.Json(200, next is null ? $$"""{"items":"{{items}}"}""" : $$"""{"items":"{{items}}","next":"{{next}}"}""");

    private static IAsyncEnumerable<string> Enumerate(WhatsAppClient client, ApiArguments arguments) =>
        client.EnumerateAsync(Depots.List, arguments, static page => page.Data, static page => page.Next);

    private static async Task<List<string>> ReadAsync(WhatsAppClient client, ApiArguments arguments, List<string>? items = null)
    {
        items ??= [];
        await foreach (string item in Enumerate(client, arguments))
        {
            items.Add(item);
        }

        return items;
    }
}
