using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Benchmarks.Generator;

/// <summary>What the targets of the package tell the compiler: every schema of the project is a shipped one, and no property is set.</summary>
internal sealed class SchemaOptions : AnalyzerConfigOptionsProvider
{
    private static readonly AnalyzerConfigOptions Nothing = new Values(null);
    private static readonly AnalyzerConfigOptions Shipped = new Values("shipped");

    public override AnalyzerConfigOptions GlobalOptions => Nothing;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Nothing;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is SchemaText ? Shipped : Nothing;

    private sealed class Values(string? role) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key is "build_metadata.AdditionalFiles.WaGenRole" ? role : null;
            return value is not null;
        }
    }
}
