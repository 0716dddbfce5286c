using Microsoft.CodeAnalysis;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Diagnostics;

/// <summary>The page of a rule says what is true: how severe it is, who reports it, whether there is a fix, and how it is silenced.</summary>
public class RulePageTests
{
    private static readonly HashSet<string> Analyzed = [.. Catalogue.Analyzers.SelectMany(static a => a.SupportedDiagnostics).Select(static r => r.Id)];

    public static TheoryData<string> Ids => [.. Catalogue.Rules.Select(static r => r.Id).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void First_line_says_severity_reporter_and_fix(string id)
    {
        string severity = Catalogue.SeverityName(Catalogue.Rule(id));
        string line = Page(id).Split('\n')[2];

        Assert.StartsWith($"Severity: {severity}. Reported by {(Analyzed.Contains(id) ? "an analyzer" : "the generator")} ", line, StringComparison.Ordinal);
        Assert.Equal(Catalogue.FixedIds.Contains(id), line.Contains(", with a fix.", StringComparison.Ordinal));
        Assert.True(!IsAbout(id, '3') || line.Contains("in executables only", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Silencing_names_the_means_that_work(string id)
    {
        string page = Page(id);
        string silencing = page[page.IndexOf("\n## How to silence it\n", StringComparison.Ordinal)..];

        Assert.Contains(id, silencing, StringComparison.Ordinal);
        if (IsAbout(id, '1'))
        {
            Assert.Contains($"is_global = true\ndotnet_diagnostic.{id}.severity = none\n", silencing, StringComparison.Ordinal);
            Assert.Contains($"<NoWarn>$(NoWarn);{id}</NoWarn>", silencing, StringComparison.Ordinal);
        }
    }

    private static bool IsAbout(string id, char hundred) => id["WAGEN".Length] == hundred;

    private static string Page(string id) => Repository.Read($"docs/diagnostics/{id}.md");
}
