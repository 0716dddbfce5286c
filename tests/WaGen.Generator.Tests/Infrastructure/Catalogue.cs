using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.CodeFixes;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>All rules, analyzers and fixes that there are, found by reflection so that none is forgotten.</summary>
internal static class Catalogue
{
    /// <summary>The fields that hold the rules.</summary>
    public static IReadOnlyList<FieldInfo> Fields { get; } =
    [
        .. typeof(HandlerRules).Assembly.GetTypes()
            .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static f => f.FieldType == typeof(DiagnosticDescriptor)),
    ];

    /// <summary>The rules, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
        [.. Fields.Select(static f => (DiagnosticDescriptor)f.GetValue(null)!).OrderBy(static r => r.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = [.. All<DiagnosticAnalyzer>(typeof(HandlerRules).Assembly)];

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = [.. All<CodeFixProvider>(typeof(HandlerMethodCodeFixProvider).Assembly)];

    /// <summary>The ids of the rules that have a fix.</summary>
    public static IReadOnlySet<string> FixedIds { get; } = Fixes.SelectMany(static f => f.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);

    public static DiagnosticDescriptor Rule(string id) => Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal));

    /// <summary>The severity of a rule as editors and configuration files call it.</summary>
    public static string SeverityName(DiagnosticDescriptor rule) => rule.DefaultSeverity is DiagnosticSeverity.Info ? "Suggestion" : rule.DefaultSeverity.ToString();

    private static IEnumerable<T> All<T>(Assembly assembly) =>
        assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(static t => (T)Activator.CreateInstance(t)!);
}
