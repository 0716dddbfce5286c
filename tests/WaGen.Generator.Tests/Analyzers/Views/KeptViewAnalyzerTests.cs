using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

public class KeptViewAnalyzerTests
{
    private const string End = ", but its memory goes back to the pool when the delivery is processed; keep a copy made by Detach(), or the values that are needed";
    private const string Captured = "used by a lambda that outlives the call";
    private const string Abandoned = "passed to work that is not awaited";

    [Theory]
    [InlineData("Ticket _last;", "_last = ticket;", "ticket", "kept in the field '_last'")]
    [InlineData("static Ticket? s_last;", "s_last = ticket;", "ticket", "kept in the field 's_last'")]
    [InlineData("Ticket _last; int _number;", "(_last, _number) = (ticket, 1);", "ticket", "kept in the field '_last'")]
    [InlineData("Ticket _last;", "_last = ticket; try { Use(1); } finally { Use(2); } if (ticket.IsPresent) { _last = default; }", "ticket", "kept in the field '_last'")]
    [InlineData("Ticket? _last;", "_last ??= ticket;", "ticket", "kept in the field '_last'")]
    [InlineData("object? _last;", "_last = ticket;", "ticket", "kept in the field '_last'")]
    [InlineData("Ticket Last { get; set; }", "this.Last = (ticket);", "ticket", "kept in the property 'Last'")]
    [InlineData("Room _room;", "_room = ticket.Room;", "ticket.Room", "kept in the field '_room'")]
    [InlineData("Room _room;", "foreach (var room in ticket.Rooms) { _room = room; }", "room", "kept in the field '_room'")]
    [InlineData("Room _room;", "if (ticket.Room is { IsPresent: true } room) { _room = room; }", "room", "kept in the field '_room'")]
    [InlineData("ViewList<Room> _rooms;", "_rooms = ticket.Rooms;", "ticket.Rooms", "kept in the field '_rooms'")]
    [InlineData("List<Room>? _rooms;", "_rooms = ticket.Rooms.Where(r => r.IsPresent).ToList();", "ticket.Rooms.Where(r => r.IsPresent).ToList()", "kept in the field '_rooms'")]
    [InlineData("RawJson _json;", "_json = ticket.Json;", "ticket.Json", "kept in the field '_json'")]
    [InlineData("TicketsContext _context;", "_context = context;", "context", "kept in the field '_context'")]
    [InlineData("TicketsContext _context;", "_context = ticket.GetContext();", "ticket.GetContext()", "kept in the field '_context'")]
    [InlineData("WebhookDelivery _delivery;", "_delivery = context.Delivery;", "context.Delivery", "kept in the field '_delivery'")]
    [InlineData("Ticket _last;", "var copy = ticket; _last = copy;", "copy", "kept in the field '_last'")]
    [InlineData("(Ticket, int) _last;", "_last = (ticket, 1);", "ticket", "kept in the field '_last'")]
    [InlineData("object? _last;", "_last = new { ticket, Name = 1 };", "ticket", "kept in the field '_last'")]
    [InlineData("Ticket[] _last = [];", "_last = [ticket];", "ticket", "kept in the field '_last'")]
    [InlineData("Ticket[] _last = [];", "_last = new[] { ticket };", "ticket", "kept in the field '_last'")]
    [InlineData("record Job(Ticket Ticket); Job? _last;", "_last = new Job(ticket);", "ticket", "kept in the field '_last'")]
    [InlineData("class Job { public Ticket Ticket; } Job? _last;", "_last = new Job { Ticket = ticket };", "ticket", "kept in the field '_last'")]
    [InlineData("List<Ticket>? _last;", "_last = new List<Ticket> { ticket };", "ticket", "kept in the field '_last'")]
    [InlineData("Ticket[] _all = new Ticket[9];", "_all[1] = ticket;", "ticket", "added to '_all'")]
    [InlineData("Dictionary<string, Ticket> _all = [];", "_all[ticket.FromId ?? \"\"] = ticket;", "ticket", "added to '_all'")]
    public Task Kept_in_a_member(string member, string body, string text, string how) => Expect(member, body, text, how);

    [Theory]
    [InlineData("readonly List<Ticket> _all = [];", "_all.Add(ticket);", "ticket", "added to '_all'")]
    [InlineData("readonly List<Room> _all = [];", "_all.AddRange(ticket.Rooms);", "ticket.Rooms", "added to '_all'")]
    [InlineData("Queue<Ticket>? _all = new();", "_all?.Enqueue(ticket);", "ticket", "added to '_all'")]
    [InlineData("readonly Stack<(Ticket, int)> _all = [];", "_all.Push((ticket, 1));", "ticket", "added to '_all'")]
    [InlineData("static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Ticket> All = [];", "All.TryAdd(\"\", ticket);", "ticket", "added to 'All'")]
    [InlineData("readonly System.Collections.Concurrent.ConcurrentBag<object> _all = [];", "_all.Add(ticket);", "ticket", "added to '_all'")]
    [InlineData("readonly System.Threading.Channels.Channel<Ticket> _queue = null!;", "_queue.Writer.TryWrite(ticket);", "ticket", "added to '_queue'")]
    [InlineData("readonly System.Threading.Channels.ChannelWriter<Ticket> _queue = null!;", "await _queue.WriteAsync(ticket, cancellationToken);", "ticket", "added to '_queue'")]
    [InlineData("readonly System.Threading.Channels.ChannelWriter<Ticket> _queue = null!;", "_ = _queue.WriteAsync(ticket);", "ticket", "added to '_queue'")]
    [InlineData("System.Collections.Immutable.ImmutableList<Ticket> _all = [];", "_all = _all.Add(ticket);", "ticket", "added to '_all'")]
    [InlineData("readonly List<Ticket> _all = [];", "var all = _all; all.Add(ticket);", "ticket", "added to 'all'")]
    [InlineData("readonly List<Func<string?>> _all = [];", "_all.Add(() => ticket.Text);", "ticket", Captured)]
    public Task Added_to_a_collection(string member, string body, string text, string how) => Expect(member, body, text, how);

    [Theory]
    [InlineData("", "_ = Task.Run(() => Use(ticket.Text));", "ticket", Captured)]
    [InlineData("", "_ = Task.Run(async () => await UseAsync(ticket.Detach()));", "ticket", Captured)]
    [InlineData("", "_ = Task.Factory.StartNew(() => Use(ticket));", "ticket", Captured)]
    [InlineData("", "ThreadPool.QueueUserWorkItem(_ => Use(context.Delivery));", "context", Captured)]
    [InlineData("", "new Thread(() => Use(ticket)).Start();", "ticket", Captured)]
    [InlineData("", "_ = new Timer(_ => Use(ticket), null, 0, 0);", "ticket", Captured)]
    [InlineData("", "var room = ticket.Room; _ = Task.Delay(1).ContinueWith(_ => Use(room));", "room", Captured)]
    [InlineData("Action? _later;", "_later = () => Use(ticket);", "ticket", Captured)]
    [InlineData("event Action? Later;", "Later += () => Use(ticket); Later?.Invoke();", "ticket", Captured)]
    [InlineData("Task? _later;", "_later = Task.Run(() => Use(ticket));", "ticket", Captured)]
    [InlineData("", "_ = Task.Run(() => Use(ticket)).ContinueWith(_ => Use(1));", "ticket", Captured)]
    [InlineData("", "_ = UseAsync(ticket);", "ticket", Abandoned)]
    [InlineData("Task? _later;", "_later = UseAsync(ticket.Room);", "ticket.Room", Abandoned)]
    [InlineData("readonly List<Task> _later = [];", "_later.Add(UseAsync(ticket));", "ticket", Abandoned)]
    [InlineData("", "_ = LaterAsync(); async Task LaterAsync() { await Task.Yield(); Use(ticket); }", "ticket", "used by a local function that outlives the call")]
    [InlineData("", "ThreadPool.QueueUserWorkItem(Later); void Later(object? state) => Use(ticket);", "ticket", "used by a local function that outlives the call")]
    public Task Used_by_work_that_goes_on(string member, string body, string text, string how) => Expect(member, body, text, how);

    [Theory]
    [InlineData("Ticket _last; void Keep(Ticket t) => _last = t;", "Keep(ticket);", "t", "kept in the field '_last'")]
    [InlineData("Ticket _last; void Keep(Ticket t) => KeepIt(1, t); void KeepIt(int i, Ticket t) { _last = t; }", "Keep(ticket);", "t", "kept in the field '_last'")]
    [InlineData("Ticket _last;", "Keep(ticket); void Keep(Ticket t) => _last = t;", "t", "kept in the field '_last'")]
    [InlineData("static Ticket Last; static void Keep(Ticket t) => Last = t;", "Bot.Keep(ticket);", "t", "kept in the field 'Last'")]
    public Task Kept_by_a_method_that_gets_it(string member, string body, string text, string how) => Expect(member, body, text, how);

    [Fact]
    public Task Kept_in_a_parameter_of_the_primary_constructor() => Expect(
        """
        using Desk;
        class Bot(System.Threading.Channels.Channel<Ticket> queue, List<Ticket> all) : ITicketsHandler
        {
            public ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken)
            {
                queue.Writer.TryWrite(ticket);
                all.Add(ticket);
                return default;
            }
        }
        """,
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "ticket", "'ticket' is added to 'queue'" + End),
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "ticket", "'ticket' is added to 'all'" + End));

    [Fact]
    public Task What_nobody_took() => Expect(
        """
        using WaGen;
        class Bot : IUnhandledHandler
        {
            UnhandledEvent _last;
            ValueTask IUnhandledHandler.OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
            {
                _last = unhandled;
                return default;
            }
        }
        """,
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "unhandled"));

    [Fact]
    public Task A_step_that_gets_view_and_context_from_a_handler() => Expect(
        """
        using Desk;
        class Outer
        {
            class Step
            {
                Ticket _last;
                public void Run(Ticket ticket, TicketsContext context) => _last = ticket;
            }
        }
        """,
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "ticket"));

    [Fact]
    public Task Two_places_and_two_views() => Expect(
        ViewCode.Method("_last = ticket; _ = Task.Run(() => { Use(ticket); Use(context.Delivery); _last = ticket; });", "Ticket _last;"),
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "ticket", "'ticket' is kept in the field '_last'" + End),
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "ticket", $"'ticket' is {Captured}" + End),
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "context", $"'context' is {Captured}" + End),
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "ticket", "'ticket' is kept in the field '_last'" + End));

    private static Task Expect(string member, string body, string text, string how) => Expect(
        ViewCode.Method(body, "#pragma warning disable CS0414, CS0169\n" + member),
        new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, text, $"'{text}' is {how}{End}"));

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalysisProject.Of(source, Desk.Source).AnalyzeAsync(new KeptViewAnalyzer())).Expect(expected);
}
