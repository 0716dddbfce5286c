using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Tests.Diagnostics;

public class DiagnosticInfoTests
{
    private static readonly SourceText Text = SourceText.From("{\n  \"a\": 1\n}");

    [Fact]
    public void Equal_problems_are_equal_and_others_are_not()
    {
        DiagnosticInfo one = Problem("x", 4);
        Assert.Equal(one, Problem("x", 4));
        Assert.Equal(one.GetHashCode(), Problem("x", 4).GetHashCode());
        Assert.NotEqual(one, Problem("y", 4));
        Assert.NotEqual(one, Problem("x", 5));
    }

    [Fact]
    public void ToDiagnostic_points_to_line_and_column_of_the_file()
    {
        Diagnostic diagnostic = Problem("x", 4).ToDiagnostic();
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        Assert.Equal("schemas/a.json", span.Path);
        Assert.Equal(new LinePosition(1, 2), span.StartLinePosition);
        Assert.Equal(new LinePosition(1, 5), span.EndLinePosition);
        Assert.Contains("'x'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_of_the_project_has_no_file() =>
        Assert.Equal(Location.None, DiagnosticInfo.Create(HandlerRules.ImplementsNothing, "a", "b", "c").ToDiagnostic().Location);

    private static DiagnosticInfo Problem(string name, int start) =>
        DiagnosticInfo.Create(HandlerRules.ImplementsNothing, "schemas/a.json", Text, new TextSpan(start, 3), name, "why", "way out");
}
