using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Operations;

/// <summary>What the groups of the shipped API add to a project, which compiles it with every build.</summary>
public sealed class ApiGroupSizeTests
{
    /// <summary>The promise for the group that is printed where nobody says which.</summary>
    private const int MaxBytes = 600_000;

    /// <summary>How far the documentation may be off.</summary>
    private const double Tolerance = 0.05;

    private static readonly GeneratorRun Shipped = GeneratorRun.Of("class Program;").WithShippedSchemas();

    private static readonly GeneratorRun All = Shipped.WithProperty("WaGenApiGroups", "all");

    [Fact]
    public void The_shipped_groups_compile_without_any_diagnostic() => All.Diagnostics.Expect();

    [Fact]
    public void With_a_client_they_compile_as_well() => WithClient(All).Diagnostics.Expect();

    [Fact]
    public void All_default_groups_print_less_than_they_promise()
    {
        int webhooks = Shipped.Printed.Values.Sum(Encoding.UTF8.GetByteCount);
        int withDefault = Shipped.WithProperty("WaGenApiGroups", "default").Printed.Values.Sum(Encoding.UTF8.GetByteCount);
        Assert.InRange(withDefault - webhooks, 0, MaxBytes);
    }

    [Theory]
    [InlineData("messaging")]
    [InlineData("onboarding")]
    [InlineData("accounts")]
    [InlineData("numbers")]
    [InlineData("commerce")]
    [InlineData("automation")]
    [InlineData("templates")]
    [InlineData("analytics")]
    [InlineData("flows")]
    [InlineData("calling")]
    [InlineData("groups")]
    [InlineData("payments")]
    [InlineData("partners")]
    public void The_documentation_tells_what_a_group_adds(string group)
    {
        IReadOnlyDictionary<string, string> before = Shipped.Printed;
        IReadOnlyDictionary<string, string> after = WithClient(Shipped.WithProperty("WaGenApiGroups", group)).Printed;
        string[] added = [.. after.Where(file => !before.ContainsKey(file.Key)).Select(static file => file.Value)];
        int bytes = after.Values.Sum(Encoding.UTF8.GetByteCount) - before.Values.Sum(Encoding.UTF8.GetByteCount);

        double[] measured = [bytes / 1000.0, added.Sum(CountPublicTypes), added.Length];
        string row = Repository.Read("docs/performance.md").Split('\n').Single(line => line.StartsWith($"| `{group}` | ", StringComparison.Ordinal));
        double[] documented = [.. row.Split('|')[2..^1].Select(static cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        bool isClose = measured.Zip(documented).All(static pair => Math.Abs(pair.First - pair.Second) <= pair.First * Tolerance);
        Assert.True(isClose, $"docs/performance.md says '{row}', measured are {string.Join(", ", measured)}.");
    }

    private static GeneratorRun WithClient(GeneratorRun run) => run.WithSource(
        PostApi.Client.Replace("namespace Post.Net", "namespace WaGen", StringComparison.Ordinal).Replace("PostClient", "WhatsAppClient", StringComparison.Ordinal));

    private static int CountPublicTypes(string source) => CSharpSyntaxTree.ParseText(source, TestCompiler.ParseOptions).GetRoot()
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<BaseTypeDeclarationSyntax>()
        .Count(static type => type.Modifiers.Any(SyntaxKind.PublicKeyword));
}
