using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.CodeFixes;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Diagnostics;

/// <summary>What belongs to a rule: a literal id, a page, an entry in the release notes, and a test.</summary>
public class RuleCatalogueTests
{
    private const string OverviewPath = "docs/diagnostics/README.md";

    private static readonly FieldInfo[] Fields =
    [
        .. typeof(HandlerRules).Assembly.GetTypes()
            .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor)),
    ];

    private static readonly DiagnosticDescriptor[] Rules = [.. Fields.Select(static f => (DiagnosticDescriptor)f.GetValue(null)!).OrderBy(static r => r.Id, StringComparer.Ordinal)];

    private static readonly DiagnosticAnalyzer[] Analyzers = [.. All<DiagnosticAnalyzer>(typeof(HandlerRules).Assembly)];

    private static readonly HashSet<string> Fixes = [.. All<CodeFixProvider>(typeof(HandlerMethodCodeFixProvider).Assembly).SelectMany(static f => f.FixableDiagnosticIds)];

    private static readonly string GeneratorSources = string.Concat(
        new[] { "Schema", "Selection" }.Select(static folder => Join("generator/WaGen.Generator/" + folder)));

    private static readonly string Declarations = Join("generator/WaGen.Generator/Diagnostics");

    private static readonly string Releases =
        Repository.Read("generator/WaGen.Generator/AnalyzerReleases.Shipped.md") + Repository.Read("generator/WaGen.Generator/AnalyzerReleases.Unshipped.md");

    private static readonly string Tests = Join("tests/WaGen.Generator.Tests");
    private static readonly string Overview = Repository.Read(OverviewPath);

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

    [Fact]
    public void Overview_is_up_to_date()
    {
        string expected = string.Concat(Rules.Select(static r => $"| [{r.Id}]({r.Id}.md) | {SeverityName(r)} | {(Fixes.Contains(r.Id) ? "yes" : "")} | {r.Title} |\n"));
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
        FieldInfo field = Fields.Single(f => string.Equals(((DiagnosticDescriptor)f.GetValue(null)!).Id, id, StringComparison.Ordinal));
        string name = $"{field.DeclaringType!.Name}.{field.Name}";
        int byGenerator = GeneratorSources.Contains(name, StringComparison.Ordinal) ? 1 : 0;
        int byAnalyzers = Analyzers.Count(a => a.SupportedDiagnostics.Any(r => string.Equals(r.Id, id, StringComparison.Ordinal)));
        Assert.Equal(1, byGenerator + byAnalyzers);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Release_notes_list_the_rule(string id) =>
        Assert.Contains($"\n{id} | {Rule(id).Category} | {Rule(id).DefaultSeverity} | ", Releases, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Some_test_asserts_the_rule(string id) => Assert.Contains($"\"{id}\"", Tests, StringComparison.Ordinal);

    [Fact]
    public void Every_fix_is_applied_in_a_test()
    {
        string tests = Join("tests/WaGen.Generator.Tests/CodeFixes");
        Assert.All(All<CodeFixProvider>(typeof(HandlerMethodCodeFixProvider).Assembly), fix => Assert.Contains($"{fix.GetType().Name}>(", tests, StringComparison.Ordinal));
    }

    private static DiagnosticDescriptor Rule(string id) => Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));

    /// <summary>The severity as editors and configuration files call it.</summary>
    private static string SeverityName(DiagnosticDescriptor rule) => rule.DefaultSeverity is DiagnosticSeverity.Info ? "Suggestion" : rule.DefaultSeverity.ToString();

    private static IEnumerable<T> All<T>(Assembly assembly) =>
        assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(static t => (T)Activator.CreateInstance(t)!);

    private static string Join(string folder) => string.Concat(Repository.SourceFiles(folder).Select(File.ReadAllText));
}
