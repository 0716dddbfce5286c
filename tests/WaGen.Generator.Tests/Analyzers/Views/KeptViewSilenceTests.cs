using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>Correct code around views: nothing is said about it.</summary>
public class KeptViewSilenceTests
{
    [Theory]
    [InlineData("Ticket _last;", "_last = ticket.Detach();")]
    [InlineData("Room _last;", "_last = ticket.Room.Detach();")]
    [InlineData("Room _last;", "_last = ticket.Detach().Room;")]
    [InlineData("Ticket _last;", "var copy = ticket.Detach(); _last = copy;")]
    [InlineData("Ticket _last;", "Ticket copy; copy = ticket; copy = copy.Detach(); _last = copy;")]
    [InlineData("Ticket _last;", "_last = Ticket.Parse(\"{}\"u8);")]
    [InlineData("List<Room>? _rooms;", "_rooms = ticket.Rooms.Select(r => r.Detach()).ToList();")]
    [InlineData("readonly List<Ticket> _all = [];", "_all.Add(ticket.Detach());")]
    [InlineData("readonly List<string?> _all = [];", "_all.Add(ticket.Text); _all.AddRange(ticket.Rooms.Select(r => r.Name));")]
    [InlineData("class Job { readonly Ticket _ticket; public Job(Ticket t) => _ticket = t.Detach(); } readonly Queue<Job> _all = [];", "_all.Enqueue(new Job(ticket));")]
    [InlineData("class Job(Ticket t) { public Ticket Ticket { get; } = t.Detach(); } readonly Queue<Job> _all = [];", "_all.Enqueue(new(ticket));")]
    [InlineData("Ticket _last; Room _room;", "(_last, _room) = (ticket.Detach(), ticket.Room.Detach());")]
    [InlineData("string? _text; byte[]? _json;", "_text = ticket.Text; _json = ticket.Json.ToArray();")]
    [InlineData("bool _is;", "_is = ticket.IsPresent && ticket.TextEquals(\"stop\"u8);")]
    public Task Copies_and_values(string member, string body) => ExpectNothing(ViewCode.Method(body, member));

    [Theory]
    [InlineData("", "var all = new List<Ticket> { ticket }; all.Add(ticket); Use(all.Count);")]
    [InlineData("", "var map = new Dictionary<string, Ticket>(); map[\"\"] = ticket; Use(map);")]
    [InlineData("class Job { public Ticket Ticket { get; set; } }", "var job = new Job { Ticket = ticket }; job.Ticket = ticket; Use(job);")]
    [InlineData("class Job { Ticket _ticket; public void Set(Ticket t) => _ticket = t; }", "var job = new Job(); job.Set(ticket);")]
    [InlineData("class Job { readonly Ticket _ticket; public Job(Ticket t) => _ticket = t; }", "await Task.Run(new Job(ticket).GetHashCode);")]
    [InlineData("", "var rooms = ticket.Rooms.Where(r => r.IsPresent).ToList(); Use(rooms);")]
    [InlineData("System.Collections.Immutable.ImmutableList<Ticket> _all = [];", "var all = _all.Add(ticket); Use(all);")]
    [InlineData("readonly List<Ticket> _all = [];", "Use(_all.Contains(ticket)); Use(_all.Append(ticket));")]
    [InlineData("Ticket _now;", "_now = ticket; try { Use(_now); } finally { _now = default; }")]
    [InlineData("Ticket? _now;", "try { this._now = ticket; Use(_now); } finally { _now = null; }")]
    [InlineData("static readonly AsyncLocal<Ticket> Current = new();", "Current.Value = ticket;")]
    public Task What_does_not_leave_the_call(string member, string body) => ExpectNothing(ViewCode.Method(body, member));

    [Theory]
    [InlineData("", "await Task.Run(() => Use(ticket));")]
    [InlineData("", "await Task.Run(() => Use(ticket)).ConfigureAwait(false);")]
    [InlineData("", "var work = Task.Run(() => Use(ticket)); await work;")]
    [InlineData("", "await Task.WhenAll(UseAsync(ticket), Task.Run(() => Use(ticket)));")]
    [InlineData("", "await Task.Run(() => Use(ticket)).ContinueWith(_ => Use(ticket));")]
    [InlineData("", "var all = new List<Task>(); all.Add(Task.Run(() => Use(ticket))); await Task.WhenAll(all);")]
    [InlineData("", "await UseAsync(ticket);")]
    [InlineData("", "UseAsync(ticket).Wait();")]
    [InlineData("", "var copy = ticket.Detach(); _ = Task.Run(() => Use(copy));")]
    [InlineData("", "_ = UseAsync(ticket.Detach());")]
    [InlineData("", "_ = UseAsync(ticket.Text);")]
    [InlineData("", "var text = ticket.Text; _ = Task.Run(() => Use(text));")]
    [InlineData("", "_ = Task.Run(() => Use(nameof(ticket)));")]
    [InlineData("", "_ = Task.Run(() => { var ticket2 = Ticket.Parse(\"{}\"u8); Use(ticket2); });")]
    [InlineData("", "await LaterAsync(); async Task LaterAsync() { await Task.Yield(); Use(ticket); }")]
    [InlineData("", "using var timer = new Timer(_ => Use(ticket), null, 0, 0);")]
    [InlineData("", "using (new Timer(_ => Use(ticket), null, 0, 0)) { await Task.Yield(); }")]
    [InlineData("", "var timer = new Timer(_ => Use(ticket), null, 0, 0); await timer.DisposeAsync();")]
    [InlineData("", "var thread = new Thread(() => Use(ticket)); thread.Start(); thread.Join();")]
    [InlineData("event Action? Later;", "Action later = () => Use(ticket); Later += later; Later(); Later -= later;")]
    [InlineData("event Action? Later;", "Later += Print; void Print() => Use(1); Later();")]
    [InlineData("", "new List<int> { 1 }.ForEach(_ => Use(ticket)); Parallel.For(0, 1, _ => Use(ticket));")]
    [InlineData("", "_ = context.Unhandled();")]
    public Task Work_that_is_waited_for_or_needs_no_view(string member, string body) => ExpectNothing(ViewCode.Method(body, member));

    [Theory]
    [InlineData("class Store { readonly List<Ticket> _all = []; public void Add(Ticket copy) => _all.Add(copy); }")]
    [InlineData("class Store(Ticket first) { Ticket First { get; } = first; }")]
    [InlineData("class Job { readonly Ticket _ticket; public Job(Ticket ticket) => _ticket = ticket; }")]
    [InlineData("record struct Job(Ticket Ticket);")]
    [InlineData("struct Cursor { Ticket _current; void Move(Ticket t, TicketsContext c) => _current = t; }")]
    [InlineData("class Tests { Ticket _ticket; public void Set_up() => _ticket = Ticket.Parse(\"{}\"u8); public void Test() { var all = new List<Ticket>(); all.Add(_ticket); } }")]
    [InlineData("class Helper { static void Collect(List<Ticket> into, Ticket ticket, TicketsContext context) => into.Add(ticket); }")]
    [InlineData("class Bot : ITicketsHandler { Ticket _last; public void Restore(Ticket copy) => _last = copy; public ValueTask OnTicketAsync(Ticket t, TicketsContext c, CancellationToken k) { Restore(t.Detach()); return default; } }")]
    [InlineData("class Bot : ITicketsHandler { List<Ticket> _all = []; public ValueTask OnTicketAsync(Ticket t, TicketsContext c, CancellationToken k) => new(Task.Run(() => t.Text)); }")]
    public Task Methods_that_may_have_got_a_copy(string code) => ExpectNothing("#pragma warning disable CS0414\nusing Desk;\nusing WaGen;\n" + code);

    [Fact]
    public Task Generated_code() => ExpectNothing("// <auto-generated/>\n#nullable enable\n" + ViewCode.Method("_last = ticket;", "Ticket _last;"));

    [Fact]
    public async Task Without_the_library() =>
        (await AnalysisProject.Of("class A { object? _a; void Keep(object a) => _a = a; }").AnalyzeAsync(new KeptViewAnalyzer())).Expect();

    private static async Task ExpectNothing(string source) =>
        (await AnalysisProject.Of("#pragma warning disable CS0169, CS0414, CS0067, CS9113\n" + source, Desk.Source).AnalyzeAsync(new KeptViewAnalyzer())).Expect();
}
