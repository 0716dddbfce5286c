using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Selection;

/// <summary>The MSBuild properties of the project, read and checked.</summary>
internal sealed record GeneratorOptions
{
    private const string Prefix = "build_property.";
    private const string MarkProperty = "WaGenMark";
    private const string AllGroups = "all";
    private const string DefaultGroups = "default";
    private const string NoGroups = "none";
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    /// <summary>Whether the project asks for printed code.</summary>
    public required bool Generate { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>Whether a global using for the contract's namespace is printed.</summary>
    public required bool GlobalUsing { get; init; }

    /// <summary>Whether the assembly says what was printed into it, so that the projects that refer to it do not print it again.</summary>
    public required bool Mark { get; init; }

    /// <summary>The selected fields; empty for all.</summary>
    public required EquatableArray<string> Fields { get; init; }

    /// <summary>The groups of APIs that are asked for, or words that stand for several; empty for none.</summary>
    public required EquatableArray<string> ApiGroups { get; init; }

    /// <summary>Whether anything is asked for.</summary>
    public bool PrintsAnything => Generate || !ApiGroups.IsEmpty;

    /// <summary>Values that are none of the allowed ones.</summary>
    public required EquatableArray<DiagnosticInfo> Problems { get; init; }

    public static GeneratorOptions Read(AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions options = provider.GlobalOptions;
        var problems = new List<DiagnosticInfo>();
        string accessibility = Choice(options, "WaGenAccessibility", problems, "public", "internal");
        return new GeneratorOptions
        {
            Generate = Flag(options, "WaGenGenerate", problems),
            Accessibility = accessibility,
            Mark = ReadMark(options, accessibility, problems),
            GlobalUsing = Flag(options, "WaGenGlobalUsing", problems),
            Fields = Names(options, "WaGenFields").ToEquatableArray(),
            ApiGroups = Names(options, "WaGenApiGroups").Where(static g => g is not NoGroups).ToEquatableArray(),
            Problems = problems.ToEquatableArray(),
        };
    }

    /// <summary>Whether the project asks for files of a kind.</summary>
    public bool Prints(SchemaKind kind) => IsOfApi(kind) ? !ApiGroups.IsEmpty : Generate;

    /// <summary>Whether the project asks for a group.</summary>
    public bool Prints(ApiGroupModel group) => ApiGroups.Any(g => g is AllGroups || (g is DefaultGroups && group.IsDefault) || string.Equals(g, group.Name, StringComparison.Ordinal));

    /// <summary>Whether files of a kind belong to an API.</summary>
    public static bool IsOfApi(SchemaKind kind) => kind is SchemaKind.Payloads or SchemaKind.Operation or SchemaKind.Api;

    /// <summary>Whether a word stands for groups and is the name of none.</summary>
    public static bool IsGroupWord(string name) => name is AllGroups or DefaultGroups or NoGroups;

    private static IEnumerable<string> Names(AnalyzerConfigOptions options, string property) =>
        Value(options, property).Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    /// <summary>Public types that nobody knows of would be printed a second time by the next project, and no code could name them any more.</summary>
    private static bool ReadMark(AnalyzerConfigOptions options, string accessibility, List<DiagnosticInfo> problems)
    {
        bool isPublic = accessibility is "public";
        bool mark = Flag(options, MarkProperty, problems);
        if (!mark && isPublic)
        {
            problems.Add(DiagnosticInfo.Create(SchemaRules.InvalidProperty, MarkProperty, "false", "true where WaGenAccessibility is not internal"));
        }

        return mark || isPublic;
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
