using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

public class KeptViewCodeFixTests
{
    [Theory]
    [InlineData("_all.Add(/* kept */ ticket);", "_all.Add(/* kept */ ticket.Detach());", "Keep a copy: 'ticket.Detach()'")]
    [InlineData("_all.Add(ticket.Room);", "_all.Add(ticket.Room.Detach());", "Keep a copy: 'ticket.Room.Detach()'")]
    [InlineData("_all.Add((ticket, 1));", "_all.Add((ticket.Detach(), 1));", "Keep a copy: 'ticket.Detach()'")]
    [InlineData("_ = UseAsync(ticket);", "_ = UseAsync(ticket.Detach());", "Keep a copy: 'ticket.Detach()'")]
    [InlineData("_all[0] = ticket.Rooms[1]; // Kept.", "_all[0] = ticket.Rooms[1].Detach(); // Kept.", "Keep a copy: 'ticket.Rooms[1].Detach()'")]
    public async Task A_view_that_is_kept(string before, string after, string title) => Expect(Method(after), await FixAsync(title, Method(before)));

    [Fact]
    public async Task A_view_that_is_captured() => Expect(
        Method("""
            // Takes a while.
                    var detachedTicket = ticket.Detach();
                    _ = Task.Run(() => Use(detachedTicket.Text, detachedTicket, nameof(detachedTicket))); // Later.
            """),
        await FixAsync(
            "Make a copy of 'ticket' before",
            Method("""
                // Takes a while.
                        _ = Task.Run(() => Use(ticket.Text, ticket, nameof(ticket))); // Later.
                """)));

    [Fact]
    public async Task A_view_that_is_captured_in_a_statement_without_block() => Expect(
        Method("""
            if (ticket.IsPresent)
                    {
                        var detachedTicket = ticket.Detach();
                        _ = Task.Run(() => Use(detachedTicket));
                    }
            """),
        await FixAsync(
            "Make a copy of 'ticket' before",
            Method("""
                if (ticket.IsPresent)
                            _ = Task.Run(() => Use(ticket));
                """)));

    [Fact]
    public async Task The_name_of_the_copy_is_free() => Expect(
        Method("var detachedTicket = 1; Use(detachedTicket); var detachedTicket2 = ticket.Detach();\n        _ = Task.Run(() => Use(detachedTicket2));"),
        await FixAsync("Make a copy of 'ticket' before", Method("var detachedTicket = 1; Use(detachedTicket); _ = Task.Run(() => Use(ticket));")));

    [Fact]
    public async Task The_using_is_added_for_a_view_and_not_for_an_event()
    {
        const string Source = """
            // Licence.
            using Desk;

            class Bot : ITicketsHandler
            {
                readonly List<object> _all = [];

                public ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken)
                {
                    _all.Add(ticket);
                    return default;
                }
            }
            """;
        string ofView = Source.Replace("_all.Add(ticket)", "_all.Add(ticket.Room)", StringComparison.Ordinal);
        Expect(Source.Replace("Add(ticket)", "Add(ticket.Detach())", StringComparison.Ordinal), await FixAsync("Keep a copy: 'ticket.Detach()'", Source));
        Expect(
            ofView.Replace("Room)", "Room.Detach())", StringComparison.Ordinal).Replace("using Desk;", "using Desk;\nusing WaGen;", StringComparison.Ordinal),
            await FixAsync("Keep a copy: 'ticket.Room.Detach()'", ofView));
    }

    [Theory]
    [InlineData("_all.Add(context);")]
    [InlineData("_all.Add(ticket.Rooms);")]
    [InlineData("_all.Add(ticket.Json);")]
    [InlineData("_ = Task.Run(() => Use(context));")]
    [InlineData("_ = ticket.Room is { IsPresent: true } room && ThreadPool.QueueUserWorkItem(_ => Use(room));")]
    [InlineData("_ = LaterAsync(); async Task LaterAsync() { await Task.Yield(); Use(ticket); }")]
    public async Task Nothing_is_offered_without_a_copy(string body) =>
        Assert.Empty(await CodeFixRun.OfferedAsync<KeptViewAnalyzer, KeptViewCodeFixProvider>(Method(body), Desk.Source));

    [Fact]
    public async Task All_at_once() => Expect(
        Method("""
            _all.Add(ticket.Detach());
                    _all.Add((ticket.Room.Detach(), ticket.Detach()));
                    var room = ticket.Room;
                    var detachedTicket = ticket.Detach();
                    var detachedRoom = room.Detach();
                    _ = Task.Run(() => Use(detachedTicket, detachedRoom));
                    var detachedTicket2 = ticket.Detach();
                    ThreadPool.QueueUserWorkItem(_ => Use(detachedTicket2));
            """),
        await CodeFixRun.FixAllAsync<KeptViewAnalyzer, KeptViewCodeFixProvider>(
            Method("""
                _all.Add(ticket);
                        _all.Add((ticket.Room, ticket));
                        var room = ticket.Room;
                        _ = Task.Run(() => Use(ticket, room));
                        ThreadPool.QueueUserWorkItem(_ => Use(ticket));
                """),
            Desk.Source));

    private static string Method(string body) => ViewCode.Method(body, "readonly List<object> _all = []; static void Use(params object?[] values) { }");

    private static Task<FixedSources> FixAsync(string title, string source) => CodeFixRun.FixAsync<KeptViewAnalyzer, KeptViewCodeFixProvider>(title, source, Desk.Source);

    private static void Expect(string expected, FixedSources actual)
    {
        Assert.Equal(expected, actual.Texts[0]);
        actual.Diagnostics.Expect();
    }
}
