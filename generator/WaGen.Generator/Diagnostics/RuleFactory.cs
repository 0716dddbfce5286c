using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Diagnostics;

/// <summary>Makes descriptors that all look alike.</summary>
internal static class RuleFactory
{
    /// <summary>Category of all rules; <c>dotnet_analyzer_diagnostic.category-WaGen.severity</c> sets them together.</summary>
    public const string Category = "WaGen";

    /// <summary>A rule that is on by default and has a page in the documentation.</summary>
    /// <param name="id">A literal such as WAGEN101, never used again for another rule.</param>
    /// <param name="title">A noun phrase without a full stop.</param>
    /// <param name="message">The thing, the problem and the way out in one sentence.</param>
    /// <param name="severity">The severity when no configuration sets another one.</param>
    /// <param name="customTags">Tags of <see cref="WellKnownDiagnosticTags"/>.</param>
    public static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity, params string[] customTags) => new(
        id,
        title,
        message,
        Category,
        severity,
        isEnabledByDefault: true,
        description: null,
        helpLinkUri: $"https://github.com/wagen-net/wagen/blob/main/docs/diagnostics/{id}.md",
        customTags);
}
