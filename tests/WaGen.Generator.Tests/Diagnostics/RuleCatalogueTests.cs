using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Diagnostics;

/// <summary>What belongs to a rule: a literal id, a page, an entry in the release notes, and a test.</summary>
public class RuleCatalogueTests
{
    private const string OverviewPath = "docs/diagnostics/README.md";

    private static readonly string GeneratorSources = string.Concat(
        new[] { "Schema", "Selection" }.Select(static folder => Join("generator/WaGen.Generator/" + folder)));

    private static readonly string Declarations = Join("generator/WaGen.Generator/Diagnostics");

    private static readonly string Releases =
        Repository.Read("generator/WaGen.Generator/AnalyzerReleases.Shipped.md") + Repository.Read("generator/WaGen.Generator/AnalyzerReleases.Unshipped.md");

    private static readonly string Tests = Join("tests/WaGen.Generator.Tests");
    private static readonly string Overview = Repository.Read(OverviewPath);

    public static TheoryData<string> Ids => [.. Catalogue.Rules.Select(static r => r.Id)];

    [Fact]
    public void Ids_are_used_once() => Assert.Equal(Catalogue.Rules.Count, Catalogue.Rules.Select(static r => r.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Pages_belong_to_rules() => Assert.Equal(
        Catalogue.Rules.Select(static r => $"{r.Id}.md"),
        Directory.EnumerateFiles(Repository.Root + "docs/diagnostics", "WAGEN*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_is_a_literal_of_the_usual_form(string id)
    {
        Assert.True(id.Length == 8 && id.StartsWith("WAGEN", StringComparison.Ordinal) && id[5..].All(char.IsAsciiDigit), id);
        Assert.Contains($"id: \"{id}\"", Declarations, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Title_and_message_are_written_like_the_others(string id)
    {
        DiagnosticDescriptor rule = Catalogue.Rule(id);
        string title = rule.Title.ToString(CultureInfo.InvariantCulture);
        string message = rule.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.False(title.EndsWith('.') || message.EndsWith('.'), "no full stop at the end");
        Assert.DoesNotContain(". ", message, StringComparison.Ordinal);
        Assert.True(char.IsUpper(title[0]));
        Assert.True(rule.IsEnabledByDefault);
        Assert.Equal("WaGen", rule.Category);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Help_link_leads_to_a_page_about_the_rule(string id)
    {
        Assert.Equal($"https://github.com/wagen-net/wagen/blob/main/docs/diagnostics/{id}.md", Catalogue.Rule(id).HelpLinkUri);
        string page = Repository.Read($"docs/diagnostics/{id}.md");
        Assert.StartsWith($"# {id}: {Catalogue.Rule(id).Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## Why", "## Wrong", "## Right", "## How to silence it"], heading => Assert.Contains($"\n{heading}\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Overview_is_up_to_date()
    {
        string expected = string.Concat(Catalogue.Rules.Select(static r => $"| [{r.Id}]({r.Id}.md) | {Catalogue.SeverityName(r)} | {(Catalogue.FixedIds.Contains(r.Id) ? "yes" : "")} | {r.Title} |\n"));
        int start = Overview.IndexOf("| [WAGEN", StringComparison.Ordinal);
        int end = Overview.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
        if (string.Equals(Environment.GetEnvironmentVariable("WAGEN_UPDATE_SNAPSHOTS"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(Repository.Root + OverviewPath, Overview[..start] + expected + Overview[end..]);
        }
        else
        {
            Assert.Equal(expected, Overview[start..end]);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_is_reported_by_the_generator_or_by_one_analyzer(string id)
    {
        FieldInfo field = Catalogue.Fields.Single(f => string.Equals(((DiagnosticDescriptor)f.GetValue(null)!).Id, id, StringComparison.Ordinal));
        string name = $"{field.DeclaringType!.Name}.{field.Name}";
        int byGenerator = GeneratorSources.Contains(name, StringComparison.Ordinal) ? 1 : 0;
        int byAnalyzers = Catalogue.Analyzers.Count(a => a.SupportedDiagnostics.Any(r => string.Equals(r.Id, id, StringComparison.Ordinal)));
        Assert.Equal(1, byGenerator + byAnalyzers);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Release_notes_list_the_rule(string id) =>
        Assert.Contains($"\n{id} | {Catalogue.Rule(id).Category} | {Catalogue.Rule(id).DefaultSeverity} | ", Releases, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Some_test_asserts_the_rule(string id) => Assert.Contains($"\"{id}\"", Tests, StringComparison.Ordinal);

    [Fact]
    public void Every_fix_is_applied_in_a_test()
    {
        string tests = Join("tests/WaGen.Generator.Tests/CodeFixes");
        Assert.All(Catalogue.Fixes, fix => Assert.Contains($"{fix.GetType().Name}>(", tests, StringComparison.Ordinal));
    }

    private static string Join(string folder) => string.Concat(Repository.SourceFiles(folder).Select(File.ReadAllText));
}
