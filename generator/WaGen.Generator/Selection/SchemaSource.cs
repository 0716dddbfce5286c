using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Selection;

/// <summary>An additional file that is a schema.</summary>
/// <param name="Text">The file.</param>
/// <param name="IsShipped">Whether it came with the package.</param>
internal sealed record SchemaSource(AdditionalText Text, bool IsShipped)
{
    private const string RoleKey = "build_metadata.AdditionalFiles.WaGenRole";

    /// <summary>Whether the targets marked the file as a schema; other JSON files are never read.</summary>
    public static bool IsSchema(AdditionalText file, AnalyzerConfigOptionsProvider options) => Role(file, options) is "shipped" or "user";

    public static SchemaSource Create(AdditionalText file, AnalyzerConfigOptionsProvider options) => new(file, Role(file, options) is "shipped");

    private static string? Role(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(RoleKey, out string? role) ? role : null;
}
