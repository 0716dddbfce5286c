using Microsoft.CodeAnalysis.CSharp;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>The tests are worth something on two compilers only when they really run on two.</summary>
public class TestCompilerTests
{
    [Fact]
    public void Tests_run_on_the_compiler_of_their_project()
    {
        bool latest = typeof(TestCompilerTests).Assembly.GetName().Name!.EndsWith(".Latest", StringComparison.Ordinal);
        Version expected = latest ? new Version(5, 12) : new Version(4, 14);
        Version actual = typeof(CSharpCompilation).Assembly.GetName().Version!;
        Assert.Equal(expected, new Version(actual.Major, actual.Minor));
        Assert.Equal(latest ? "14" : "13", TestCompiler.ParseOptions.LanguageVersion.ToDisplayString().Split('.')[0]);
    }

    [Fact]
    public void A_mistake_in_the_source_of_a_test_is_reported() =>
        new ReportedDiagnostics(TestCompiler.Compile("class C { int F() => \"\"; }").GetDiagnostics())
            .Expect(new ExpectedDiagnostic("CS0029", Microsoft.CodeAnalysis.DiagnosticSeverity.Error, "\"\""));
}
