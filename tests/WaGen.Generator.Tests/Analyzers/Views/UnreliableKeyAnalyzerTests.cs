using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

public class UnreliableKeyAnalyzerTests
{
    private const string Map = "readonly Dictionary<string, int> _all = [];";
    private const string Concurrent = "readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _all = [];";
    private const string Set = "readonly HashSet<string?> _all = [];";

    [Theory]
    [InlineData(Map, "_all[ticket.Sender!] = 1;", "ticket.Sender")]
    [InlineData(Map, "_all[ticket.Sender ?? \"\"]++;", "ticket.Sender")]
    [InlineData(Map, "if (ticket.Sender is not null) { _all.Add(ticket.Sender, 1); }", "ticket.Sender")]
    [InlineData(Map, "Use(_all.TryGetValue(ticket.Sender!, out int n)); Use(n);", "ticket.Sender")]
    [InlineData(Map, "Use(_all.ContainsKey(key: ticket.Sender!));", "ticket.Sender")]
    [InlineData(Map, "Use(_all.GetValueOrDefault(ticket.Sender!));", "ticket.Sender")]
    [InlineData("IDictionary<string, int> _all = new Dictionary<string, int>();", "_all.Remove(ticket.Sender!);", "ticket.Sender")]
    [InlineData(Concurrent, "_all.AddOrUpdate(ticket.Sender!, 1, (_, n) => n + 1);", "ticket.Sender")]
    [InlineData(Concurrent, "_all.GetOrAdd(ticket.Sender!, _ => 1);", "ticket.Sender")]
    [InlineData("System.Collections.Immutable.ImmutableDictionary<string, int> _all = null!;", "_all = _all.SetItem(ticket.Sender!, 1);", "ticket.Sender")]
    [InlineData("readonly Dictionary<string, int> _all = new() { [\"4915\"] = 1 };", "_all[ticket.Sender!] = 1;", "ticket.Sender")]
    [InlineData("readonly HashSet<string> _all = [\"4915\"];", "_all.Add(ticket.Sender!);", "ticket.Sender")]
    [InlineData(Set, "Use(_all.Add(ticket.Sender));", "ticket.Sender")]
    [InlineData(Set, "Use(_all.Contains(ticket.Sender));", "ticket.Sender")]
    public Task Found_by_a_member_that_may_be_absent(string member, string body, string text) => Expect(
        ViewCode.Method(body, member),
        new ExpectedDiagnostic("WAGEN213", DiagnosticSeverity.Warning, text, $"'{text}' may be absent, so that different people share one key or are not found; use 'ticket.SenderId' as the key"));

    [Theory]
    [InlineData("Use(context.People.GroupBy(p => p.Phone));", "p.Phone")]
    [InlineData("Use(context.People.ToDictionary(p => p.Phone!));", "p.Phone")]
    [InlineData("Use(context.People.ToLookup(p => p.Phone ?? \"\", p => p.Name));", "p.Phone")]
    [InlineData("Use(context.People.DistinctBy(p => p.Phone));", "p.Phone")]
    public Task Grouped_by_a_member_that_may_be_absent(string body, string text) => Expect(
        ViewCode.Method(body),
        new ExpectedDiagnostic("WAGEN213", DiagnosticSeverity.Warning, text, $"'{text}' may be absent, so that different people share one key or are not found; use 'p.PersonId' as the key"));

    [Fact]
    public Task A_local_in_between() => Expect(
        ViewCode.Method("string? phone = context.Person.Phone ?? \"\"; _all[phone] = 1; Use(phone);", Map),
        new ExpectedDiagnostic("WAGEN213", DiagnosticSeverity.Warning, "phone", "'context.Person.Phone' may be absent, so that different people share one key or are not found; use 'context.Person.PersonId' as the key"));

    [Fact]
    public Task A_cache() => Expect(
        AnalysisProject.Of(
            "using Desk; using Microsoft.Extensions.Caching.Memory; class A { void B(IMemoryCache cache, Ticket ticket) { cache.Set(ticket.Sender!, 1); } }",
            Desk.Source).OverWeb(),
        new ExpectedDiagnostic("WAGEN213", DiagnosticSeverity.Warning, "ticket.Sender"));

    [Theory]
    [InlineData(Map, "_all[(ticket.SenderId ?? ticket.Sender)!] = 1;")]
    [InlineData(Map, "_all[ticket.SenderId ?? ticket.Sender ?? \"\"] = 1;")]
    [InlineData(Map, "_all[ticket.Sender ?? ticket.SenderId ?? \"\"] = 1;")]
    [InlineData(Map, "_all[ticket.SenderId!] = 1;")]
    [InlineData("static readonly HashSet<string> _all = [\"4915\"];", "Use(_all.Contains(ticket.Sender!));")]
    [InlineData("readonly Dictionary<string, int> _all = new() { [\"4915\"] = 1 };", "Use(_all[ticket.Sender!]); Use(_all.GetValueOrDefault(ticket.Sender!));")]
    [InlineData("IReadOnlyDictionary<string, int> _all = null!;", "Use(_all.ContainsKey(ticket.Sender!)); Use(_all[ticket.Sender!]);")]
    [InlineData("System.Collections.Frozen.FrozenDictionary<string, int> _all = null!;", "Use(_all.TryGetValue(ticket.Sender!, out int n)); Use(n);")]
    [InlineData(Map, "if (ticket.Sender is { } phone) { _all[phone] = 1; }")]
    [InlineData(Map, "var key = ticket.Sender; key = ticket.SenderId; _all[key!] = 1;")]
    [InlineData("readonly Dictionary<int, string?> _all = [];", "_all[1] = ticket.Sender; _all.Add(2, ticket.Sender); Use(_all.ContainsValue(ticket.Sender));")]
    [InlineData("readonly List<string?> _all = [];", "_all.Add(ticket.Sender); Use(_all.Contains(ticket.Sender));")]
    [InlineData("readonly Dictionary<(string?, int), int> _all = [];", "_all[(ticket.Sender, 1)] = 1;")]
    [InlineData("", "Use(context.People.OrderBy(p => p.Phone)); Use(context.People.Select(p => p.Phone)); Use(context.People.GroupBy(p => p.PersonId));")]
    [InlineData("class Box<TKey> { public void Add(TKey key) { } } readonly Box<string?> _all = new();", "_all.Add(ticket.Sender);")]
    [InlineData("", "string Text(string? key) => key ?? \"\"; Use(Text(ticket.Sender)); Use(ticket.Sender == \"1\");")]
    [InlineData(Map, "Ticket? maybe = ticket; _all[maybe?.Sender ?? \"\"] = 1;")]
    public Task No_key(string member, string body) => Expect(ViewCode.Method(body, member));

    private static Task Expect(string source, params ExpectedDiagnostic[] expected) => Expect(AnalysisProject.Of(source, Desk.Source), expected);

    private static async Task Expect(AnalysisProject project, params ExpectedDiagnostic[] expected) =>
        (await project.AnalyzeAsync(new UnreliableKeyAnalyzer())).Expect(expected);
}
