using System.Text;

namespace WaGen.Client.Tests;

/// <summary>How arguments travel, and answers that are neither success nor failure.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Arguments_of_a_member_are_written_behind_it()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        await CountAsync(setup, new ApiArguments { { "depot-id", "77" }, { "senders", (IEnumerable<string>)["1", "+2"] }, { "start", 10L }, { "step", "DAY" } });
        await CountAsync(setup, new ApiArguments { { "depot-id", "77" }, { "fields", "id,name" }, { "start", 10L } });

        Assert.Equal(
            ["/v3.0/77?fields=counts.start(10).step(DAY).senders([\"1\",\"\\u002B2\"])", "/v3.0/77?fields=id,name,counts.start(10)"],
            server.Requests.Select(static request => Uri.UnescapeDataString(request.Target)));
    }

    [Fact]
    public async Task An_argument_of_a_member_cannot_end_its_brackets()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => CountAsync(setup, new ApiArguments { { "depot-id", "77" }, { "start", "1),secrets" } }));

        Assert.StartsWith("The argument 'start' of CountParcels holds a bracket", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_form_is_one_text()
    {
        await using var server = new LoopbackServer(Reply.Error(131056), Reply.Ok);
        await using var setup = new Setup(server);

        Task<Receipt> rename = RenameAsync(setup, new ApiArguments { { "depot-id", "77" }, { "name", "Ü & \"co\" = x" }, { "tags", (IEnumerable<string>)["NEW", "OLD"] } });
        await setup.Time.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("P1", (await rename).Id);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static request =>
        {
            Assert.Equal("application/x-www-form-urlencoded", request["Content-Type"]);
            Assert.Equal("name=%C3%9C+%26+%22co%22+%3D+x&tags=%5B%22NEW%22%2C%22OLD%22%5D", request.Text);
        });
    }

    [Fact]
    public async Task A_form_that_may_have_arrived_is_not_sent_again()
    {
        await using var server = new LoopbackServer(Reply.Killed);
        await using var setup = new Setup(server);

        await Assert.ThrowsAsync<WhatsAppOutcomeUnknownException>(() => RenameAsync(setup, new ApiArguments { { "depot-id", "77" }, { "name", "x" } }));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_missing_field_of_a_form_is_refused()
    {
        await using var setup = new Setup();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => RenameAsync(setup, new ApiArguments { { "depot-id", "77" } }));

        Assert.StartsWith("The argument 'name' of RenameDepot is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_not_accepted_is_refused_before_anything_is_sent()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);
        await using var lenient = new Setup(server, static options => options.ValidatePayloads = false);
        ApiArguments wrong = new() { { "depot-id", "77" }, { "start", 1L }, { "step", "HOUR" } };

        ArgumentException text = await Assert.ThrowsAsync<ArgumentException>(() => CountAsync(setup, wrong));
        ArgumentException list = await Assert.ThrowsAsync<ArgumentException>(() => RenameAsync(setup, new ApiArguments { { "depot-id", "77" }, { "name", "x" }, { "tags", (IEnumerable<string>)["NEW", "GREEN"] } }));
        Assert.Empty(server.Requests);
        await CountAsync(lenient, wrong);

        Assert.StartsWith("The argument 'step' of CountParcels is none of the values that are accepted: DAY, MONTH.", text.Message, StringComparison.Ordinal);
        Assert.StartsWith("The argument 'tags' of RenameDepot has an element that is none of the values that are accepted: NEW, OLD.", list.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_body_that_may_be_left_out_is_not_sent()
    {
        await using var server = new LoopbackServer(Reply.Ok);
        await using var setup = new Setup(server);
        ApiArguments depot = new() { { "depot-id", "77" } };

        await setup.Client.SendAsync(Depots.Accept, depot, null, CancellationToken.None);
        await setup.Client.SendAsync(Depots.Accept, depot, Order.For("1", "x"), CancellationToken.None);

        Assert.Equal([("0", ""), ("22", """{"to":"1","label":"x"}""")], server.Requests.Select(static request => (request["Content-Length"]!, request.Text)));
        Assert.Null(server.Requests[0]["Content-Type"]);
    }

    [Fact]
    public async Task A_request_that_was_done_in_part_is_an_answer()
    {
        await using var server = new LoopbackServer(
            Reply.Json(400, """{"id":"P1","blocked":{"added":["1"],"failed":["2"]},"error":{"code":139100,"message":"Some failed"}}"""),
            Reply.Error(139100),
            Reply.Json(400, """{"blocked":null,"error":{"code":139100}}"""),
            Reply.Page(400),
            Reply.Json(500, """{"blocked":{},"error":{"code":131000}}"""),
            Reply.Json(400, """{"id":"P2","blocked":{}}"""));
        await using var setup = new Setup(server, static options => options.MaxAttempts = 1);

        Receipt receipt = await BlockAsync(setup);
        for (int i = 0; i < 4; i++)
        {
            await Assert.ThrowsAsync<WhatsAppApiException>(() => BlockAsync(setup));
        }

        Assert.Equal("P1", receipt.Id);
        Assert.Equal("P2", (await BlockAsync(setup)).Id);
        Assert.Contains("blocked", Encoding.UTF8.GetString(receipt.ToUtf8Json()), StringComparison.Ordinal);
    }

    private static Task<Receipt> CountAsync(Setup setup, ApiArguments arguments) => setup.Client.SendAsync(Depots.Count, arguments, null, CancellationToken.None);

    private static Task<Receipt> RenameAsync(Setup setup, ApiArguments arguments) => setup.Client.SendAsync(Depots.Rename, arguments, null, CancellationToken.None);

    private static Task<Receipt> BlockAsync(Setup setup) => setup.Client.SendAsync(Depots.Block, new ApiArguments { { "depot-id", "77" } }, Order.For("1"), CancellationToken.None);
}
