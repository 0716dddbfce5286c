using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.CodeFixes;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Diagnostics;

/// <summary>The page of a rule says what is true: how severe it is, who reports it, whether there is a fix, and how it is silenced.</summary>
public class RulePageTests
{
    private static readonly DiagnosticDescriptor[] Rules =
    [
        .. typeof(HandlerRules).Assembly.GetTypes()
            .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(static f => (DiagnosticDescriptor)f.GetValue(null)!),
    ];

    private static readonly HashSet<string> Analyzed = [.. All<DiagnosticAnalyzer>(typeof(HandlerRules).Assembly).SelectMany(static a => a.SupportedDiagnostics).Select(static r => r.Id)];

    private static readonly HashSet<string> Fixed = [.. All<CodeFixProvider>(typeof(HandlerMethodCodeFixProvider).Assembly).SelectMany(static f => f.FixableDiagnosticIds)];

    public static TheoryData<string> Ids => [.. Rules.Select(static r => r.Id).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void First_line_says_severity_reporter_and_fix(string id)
    {
        DiagnosticDescriptor rule = Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));
        string severity = rule.DefaultSeverity is DiagnosticSeverity.Info ? "Suggestion" : rule.DefaultSeverity.ToString();
        string line = Page(id).Split('\n')[2];

        Assert.StartsWith($"Severity: {severity}. Reported by {(Analyzed.Contains(id) ? "an analyzer" : "the generator")} ", line, StringComparison.Ordinal);
        Assert.Equal(Fixed.Contains(id), line.Contains(", with a fix.", StringComparison.Ordinal));
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

    private static IEnumerable<T> All<T>(Assembly assembly) =>
        assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(static t => (T)Activator.CreateInstance(t)!);
}
