using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Diagnostics;

/// <summary>What docs/diagnostics/README.md says about silencing rules for schema files.</summary>
public class SilencingTests
{
    [Fact]
    public void A_problem_in_a_schema_is_reported_by_default() => AssertReported(TestCompiler.Options, DiagnosticSeverity.Error);

    [Fact]
    public void NoWarn_silences_it() => AssertReported(
        TestCompiler.Options.WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>(StringComparer.Ordinal) { [SchemaRules.NotJson.Id] = ReportDiagnostic.Suppress }),
        null);

    [Theory]
    [InlineData("is_global = true\ndotnet_diagnostic.ID.severity = none", "/.globalconfig", null)]
    [InlineData("is_global = true\ndotnet_diagnostic.ID.severity = warning", "/.globalconfig", DiagnosticSeverity.Warning)]
    [InlineData("[*]\ndotnet_diagnostic.ID.severity = none", "/.editorconfig", DiagnosticSeverity.Error)]
    public void A_globalconfig_sets_its_severity_and_an_editorconfig_does_not(string config, string path, DiagnosticSeverity? expected) =>
        AssertReported(TestCompiler.Options.WithSyntaxTreeOptionsProvider(new Severities(config.Replace("ID", SchemaRules.NotJson.Id, StringComparison.Ordinal), path)), expected);

    private static void AssertReported(CSharpCompilationOptions options, DiagnosticSeverity? expected)
    {
        Compilation compilation = TestCompiler.Compile().WithOptions(options);
        CSharpGeneratorDriver.Create(new OneProblem()).RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Equal(expected, diagnostics.SingleOrDefault()?.Severity);
    }

    private sealed class Severities(string config, string path) : SyntaxTreeOptionsProvider
    {
        private readonly AnalyzerConfigSet _configs = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(config, path)));

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    /// <summary>Reports one error in a file that is no C#.</summary>
    private sealed class OneProblem : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider.Select(static (_, _) => DiagnosticInfo.Create(SchemaRules.NotJson, "/schemas/a.json", SourceText.From("{ "), new TextSpan(0, 1), "why")),
            static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }
}
