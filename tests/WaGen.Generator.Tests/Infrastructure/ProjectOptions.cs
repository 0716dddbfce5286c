using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>What the targets tell the compiler: MSBuild properties, and which files are schemas.</summary>
internal sealed class ProjectOptions(ImmutableArray<SchemaText> schemas, ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        schemas.FirstOrDefault(s => s == textFile) is { } schema
            ? new Values(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.WaGenRole", schema.IsShipped ? "shipped" : "user"))
            : new Values(ImmutableDictionary<string, string>.Empty);

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
