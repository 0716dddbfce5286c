using System.Text.RegularExpressions;
using WaGen.Package.Tests.Infrastructure;

namespace WaGen.Package.Tests;

/// <summary>Projects with one mistake of each rule, marked where it stands, and the same projects mended, both built with the packages.</summary>
[Collection(PackageFixture.Collection)]
public sealed partial class RuleTests(PackageFixture fixture)
{
    /// <summary>Several, because some mistakes hide others: what does not compile is not analyzed.</summary>
    private static readonly string[] ProjectNames = ["Bot", "InternalUser", "NoServices", "NotPrinting", "Options", "OtherFields", "Payloads", "Schemas"];

    public static TheoryData<string> Projects => [.. ProjectNames];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_mistake_is_reported_at_its_place_and_nothing_else(string project)
    {
        string directory = Mistakes(project);

        IReadOnlyList<string> marked = RuleMarks.In(directory);
        string[] reported = [.. ProblemsIn(directory).Select(problem => RuleMarks.PlaceOf(directory, problem)).Distinct()];
        IEnumerable<string> differences = marked.Except(reported).Select(place => $"missing: {place}").Concat(reported.Except(marked).Select(place => $"not expected: {place}"));
        Assert.True(marked.Count > 0 && !differences.Any(), string.Join('\n', differences));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_same_projects_mended_build_without_a_warning(string project)
    {
        string directory = Corrected(project);

        Assert.Empty(ProblemsIn(directory));
        Assert.Empty(RuleMarks.In(directory));
        Assert.Contains(fixture.Rules.Lines, line => line.TrimStart().StartsWith($"{project} -> {directory}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Mended_projects_have_the_files_of_those_with_mistakes(string project)
    {
        // A schema where it has no effect is mended by taking it away.
        string[] removed = project == "NotPrinting" ? [Path.Combine("schemas", "unused.json")] : [];

        Assert.Equal(RuleMarks.Files(Mistakes(project)), RuleMarks.Files(Corrected(project)).Concat(removed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_mistake()
    {
        IEnumerable<string> marked = ProjectNames.SelectMany(project => RuleMarks.In(Mistakes(project))).Select(place => place[^8..]);

        Assert.Equal(Pages().Select(page => page.Id), marked.Where(id => id.StartsWith("WAGEN", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Problems_have_the_severity_of_their_page_and_lead_to_it()
    {
        var severities = Pages().ToDictionary(page => page.Id, page => page.Severity, StringComparer.Ordinal);
        BuildProblem[] problems = [.. BuildProblem.Of(fixture.Rules).Where(problem => problem.Id.StartsWith("WAGEN", StringComparison.Ordinal))];

        Assert.NotEmpty(problems);
        Assert.All(problems, problem =>
        {
            // The configuration files of these projects make warnings of suggestions.
            Assert.Equal(severities[problem.Id] is "Suggestion" ? "warning" : severities[problem.Id].ToLowerInvariant(), problem.Severity);
            Assert.EndsWith($" (https://github.com/wagen-net/wagen/blob/main/docs/diagnostics/{problem.Id}.md)", problem.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_suggestion_is_left_out_unless_a_configuration_file_asks_for_it()
    {
        Assert.Equal(Answers("Bot", "Handlers").Replace(" // WAGEN210", "", StringComparison.Ordinal), Answers("NotPrinting"));
        Assert.Contains(ProblemsIn(Mistakes("Bot")), problem => problem.Id == "WAGEN210");
        Assert.DoesNotContain(ProblemsIn(Mistakes("NotPrinting")), problem => problem.Id == "WAGEN210");

        string Answers(string project, params string[] folders)
        {
            string text = File.ReadAllText(Path.Combine([Mistakes(project), .. folders, "Answers.cs"]));
            return text[text.IndexOf("public sealed class", StringComparison.Ordinal)..];
        }
    }

    private string Mistakes(string project) => fixture.Sandbox.RulesPath("Mistakes", project);

    private string Corrected(string project) => fixture.Sandbox.RulesPath("Corrected", project);

    private IEnumerable<BuildProblem> ProblemsIn(string directory) =>
        BuildProblem.Of(fixture.Rules).Where(problem => Path.GetDirectoryName(problem.Project) == directory);

    private static (string Id, string Severity)[] Pages() =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs", "diagnostics"), "WAGEN*.md").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileNameWithoutExtension(file), Severity().Match(File.ReadAllText(file)).Groups["severity"].Value)),
    ];

    [GeneratedRegex("^Severity: (?<severity>\\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Severity();
}
