using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

/// <summary>The fixes that write one expression instead of another: comparisons, keys and look-ups.</summary>
public class ViewExpressionCodeFixTests
{
    private const string Members = "readonly Dictionary<string, int> _all = [];";

    [Theory]
    [InlineData("Use(ticket.Text?.ToString() == \"stop\");", "Use(ticket.TextEquals(\"stop\"u8));", "ticket.TextEquals(\"stop\"u8)")]
    [InlineData("Use(!(ticket.Text!.ToString() != \"stop\") && true);", "Use(!(!ticket.TextEquals(\"stop\"u8)) && true);", "!ticket.TextEquals(\"stop\"u8)")]
    [InlineData("Use(System.Text.Encoding.UTF8.GetString(ticket.TextUtf8) is \"stop\" /* kept */);", "Use(ticket.TextEquals(\"stop\"u8) /* kept */);", "ticket.TextEquals(\"stop\"u8)")]
    [InlineData("Use(!ticket.Urgency.ToString()!.Equals(\"High\"));", "Use(!(ticket.Urgency == Urgency.High));", "ticket.Urgency == Urgency.High")]
    [InlineData("Use(ticket.IsPresent && string.Equals(\"high\", ticket.Urgency.ToString()));", "Use(ticket.IsPresent && (ticket.UrgencyText == \"high\"));", "ticket.UrgencyText == \"high\"")]
    public Task Comparisons(string before, string after, string better) => Expect<TextComparisonAnalyzer, TextComparisonCodeFixProvider>($"Compare with '{better}'", before, after);

    [Theory]
    [InlineData("_all[ticket.Sender!] = 1;", "_all[(ticket.SenderId ?? ticket.Sender)!] = 1;")]
    [InlineData("_all[ticket.Sender ?? \"\"] = 1;", "_all[ticket.SenderId ?? ticket.Sender ?? \"\"] = 1;")]
    [InlineData("if (ticket.Sender is not null) { _all.Add(/* who */ ticket.Sender, 1); }", "if (ticket.Sender is not null) { _all.Add(/* who */ ticket.SenderId ?? ticket.Sender, 1); }")]
    public Task Keys(string before, string after) =>
        Expect<UnreliableKeyAnalyzer, UnreliableKeyCodeFixProvider>("Use 'ticket.SenderId', and 'ticket.Sender' only without it", before, after);

    [Theory]
    [InlineData("Use(context.People.ToLookup(p => p.Phone));", "Use(context.People.ToLookup(p => p.PersonId ?? p.Phone));", "Use 'p.PersonId', and 'p.Phone' only without it")]
    [InlineData("var key = ticket.Sender; Use(key); _all[key!] = 1;", "var key = ticket.Sender; Use(key); _all[(ticket.SenderId ?? key)!] = 1;", "Use 'ticket.SenderId', and 'key' only without it")]
    public Task Keys_of_others(string before, string after, string title) => Expect<UnreliableKeyAnalyzer, UnreliableKeyCodeFixProvider>(title, before, after);

    [Theory]
    [InlineData("Use(context.People[0].Name);", "Use(context.Person.Name);")]
    [InlineData("Use(/* who */ context.People.FirstOrDefault());", "Use(/* who */ context.Person);")]
    [InlineData("var people = context.People; Use(people[0]); Use(people.Count);", "var people = context.People; Use(context.Person); Use(people.Count);")]
    public Task Lookups(string before, string after) => Expect<LookupByIndexAnalyzer, LookupByIndexCodeFixProvider>("Use 'context.Person'", before, after);

    [Fact]
    public Task All_comparisons() => ExpectAll<TextComparisonAnalyzer, TextComparisonCodeFixProvider>(
        "Use(ticket.Text?.ToString() == \"a\" || ticket.Text?.ToString() == \"b\"); Use(ticket.Urgency.ToString() == \"Low\");",
        "Use(ticket.TextEquals(\"a\"u8) || ticket.TextEquals(\"b\"u8)); Use(ticket.Urgency == Urgency.Low);");

    [Fact]
    public Task All_keys() => ExpectAll<UnreliableKeyAnalyzer, UnreliableKeyCodeFixProvider>(
        "_all[ticket.Sender ?? \"\"] = 1; Use(_all.ContainsKey(ticket.Sender!));",
        "_all[ticket.SenderId ?? ticket.Sender ?? \"\"] = 1; Use(_all.ContainsKey((ticket.SenderId ?? ticket.Sender)!));");

    [Fact]
    public Task All_lookups() => ExpectAll<LookupByIndexAnalyzer, LookupByIndexCodeFixProvider>(
        "Use(context.People[0].Name + context.People.First().Phone);",
        "Use(context.Person.Name + context.Person.Phone);");

    private static async Task Expect<TAnalyzer, TFix>(string title, string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() =>
        Expect(after, await CodeFixRun.FixAsync<TAnalyzer, TFix>(title, ViewCode.Method(before, Members), Desk.Source));

    private static async Task ExpectAll<TAnalyzer, TFix>(string before, string after)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() =>
        Expect(after, await CodeFixRun.FixAllAsync<TAnalyzer, TFix>(ViewCode.Method(before, Members), Desk.Source));

    private static void Expect(string body, FixedSources actual)
    {
        Assert.Equal(ViewCode.Method(body, Members), actual.Texts[0]);
        actual.Diagnostics.Expect();
    }
}
