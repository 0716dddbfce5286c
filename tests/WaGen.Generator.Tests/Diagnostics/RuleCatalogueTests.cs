using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Diagnostics;

/// <summary>What belongs to a rule: a literal id, a page, an entry in the release notes, and a test.</summary>
public class RuleCatalogueTests
{
    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(HandlerRules).Assembly.GetTypes()
            .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(static f => (DiagnosticDescriptor)f.GetValue(null)!)
            .OrderBy(static r => r.Id, StringComparer.Ordinal),
    ];

    private static readonly string Declarations = Join("generator/WaGen.Generator/Diagnostics");

    private static readonly string Releases =
        Repository.Read("generator/WaGen.Generator/AnalyzerReleases.Shipped.md") + Repository.Read("generator/WaGen.Generator/AnalyzerReleases.Unshipped.md");

    private static readonly string Tests = Join("tests/WaGen.Generator.Tests");
    private static readonly string Overview = Repository.Read("docs/diagnostics/README.md");

    public static TheoryData<string> Ids => [.. Rules.Select(static r => r.Id)];

    [Fact]
    public void Ids_are_used_once() => Assert.Equal(Rules.Length, Rules.Select(static r => r.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Pages_belong_to_rules() => Assert.Equal(
        Rules.Select(static r => $"{r.Id}.md"),
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
        DiagnosticDescriptor rule = Rule(id);
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
        Assert.Equal($"https://github.com/wagen-net/wagen/blob/main/docs/diagnostics/{id}.md", Rule(id).HelpLinkUri);
        string page = Repository.Read($"docs/diagnostics/{id}.md");
        Assert.StartsWith($"# {id}: {Rule(id).Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## Why", "## Wrong", "## Right", "## How to silence it"], heading => Assert.Contains($"\n{heading}\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Overview_lists_the_rule_with_severity_and_title(string id) =>
        Assert.Contains($"| [{id}]({id}.md) | {Rule(id).DefaultSeverity} | {Rule(id).Title} |\n", Overview, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Release_notes_list_the_rule(string id) =>
        Assert.Contains($"\n{id} | {Rule(id).Category} | {Rule(id).DefaultSeverity} | ", Releases, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Some_test_asserts_the_rule(string id) => Assert.Contains($"\"{id}\"", Tests, StringComparison.Ordinal);

    private static DiagnosticDescriptor Rule(string id) => Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));

    private static string Join(string folder) => string.Concat(Repository.SourceFiles(folder).Select(File.ReadAllText));
}
