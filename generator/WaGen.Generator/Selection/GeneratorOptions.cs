using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>The MSBuild properties of the project, read and checked.</summary>
internal sealed record GeneratorOptions
{
    private const string Prefix = "build_property.";
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    /// <summary>Whether the project asks for printed code.</summary>
    public required bool Generate { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>Whether a global using for the contract's namespace is printed.</summary>
    public required bool GlobalUsing { get; init; }

    /// <summary>The selected fields; empty for all.</summary>
    public required EquatableArray<string> Fields { get; init; }

    /// <summary>Values that are none of the allowed ones.</summary>
    public required EquatableArray<DiagnosticInfo> Problems { get; init; }

    public static GeneratorOptions Read(AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions options = provider.GlobalOptions;
        var problems = new List<DiagnosticInfo>();
        return new GeneratorOptions
        {
            Generate = Flag(options, "WaGenGenerate", problems),
            Accessibility = Choice(options, "WaGenAccessibility", problems, "public", "internal"),
            GlobalUsing = Flag(options, "WaGenGlobalUsing", problems),
            Fields = Value(options, "WaGenFields").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            Problems = problems.ToEquatableArray(),
        };
    }

    private static bool Flag(AnalyzerConfigOptions options, string property, List<DiagnosticInfo> problems) =>
        Choice(options, property, problems, "true", "false") is "true";

    /// <summary>The value of a property; the first of the allowed ones when it is not set or, reported, another.</summary>
    private static string Choice(AnalyzerConfigOptions options, string property, List<DiagnosticInfo> problems, params string[] allowed)
    {
        string value = Value(options, property);
        if (value.Length == 0)
        {
            return allowed[0];
        }

        string? choice = allowed.FirstOrDefault(a => string.Equals(a, value, StringComparison.OrdinalIgnoreCase));
        if (choice is null)
        {
            problems.Add(DiagnosticInfo.Create(SchemaRules.InvalidProperty, property, value, string.Join(" or ", allowed)));
        }

        return choice ?? allowed[0];
    }

    private static string Value(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue(Prefix + property, out string? value) ? value.Trim() : string.Empty;
}
