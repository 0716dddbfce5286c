using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

public class UnknownValueCodeFixTests
{
    private const string Title = "Add the case for unknown values";

    [Fact]
    public Task A_statement_gets_the_unknown_member() => Expect(
        """
        switch (ticket.Urgency)
                {
                    // Kept.
                    case Urgency.Low:
                        return; // Kept as well.
                }
        """,
        """
        switch (ticket.Urgency)
                {
                    // Kept.
                    case Urgency.Low:
                        return; // Kept as well.
                    case Urgency.Unknown:
                        break;
                }
        """);

    [Fact]
    public Task An_expression_gets_an_arm_for_the_rest() => Expect(
        """
        int days = ticket.Urgency switch
                {
                    Urgency.Low => 1, // Kept.
                    Urgency.High or Urgency.Red => 2 // Kept as well.
                };
                Use(days);
        """,
        """
        int days = ticket.Urgency switch
                {
                    Urgency.Low => 1, // Kept.
                    Urgency.High or Urgency.Red => 2, // Kept as well.
                    _ => default
                };
                Use(days);
        """);

    [Fact]
    public Task A_comma_at_the_end_stays_one() => Expect(
        """
        int? days = ticket.Urgency switch
                {
                    Urgency.Low => 1,
                };
                Use(days);
        """,
        """
        int? days = ticket.Urgency switch
                {
                    Urgency.Low => 1,
                    _ => default,
                };
                Use(days);
        """);

    [Theory]
    [InlineData("string a = ticket.Urgency switch { Urgency.Low => \"a\" }; Use(a);", "string a = ticket.Urgency switch { Urgency.Low => \"a\", _ => \"\" }; Use(a);")]
    [InlineData("ValueTask a = ticket.Urgency switch { Urgency.Low => new ValueTask() }; await a;", "ValueTask a = ticket.Urgency switch { Urgency.Low => new ValueTask(), _ => default }; await a;")]
    [InlineData("Task a = ticket.Urgency switch { Urgency.Low => UseAsync(1) }; await a;", "Task a = ticket.Urgency switch { Urgency.Low => UseAsync(1), _ => Task.CompletedTask }; await a;")]
    [InlineData("int[] a = ticket.Urgency switch { Urgency.Low => [1] }; Use(a);", "int[] a = ticket.Urgency switch { Urgency.Low => [1], _ => throw new InvalidOperationException() }; Use(a);")]
    public Task What_the_arm_returns(string before, string after) => Expect(before, after);

    [Fact]
    public async Task All_at_once()
    {
        const string Low = "switch (ticket.Urgency) { case Urgency.Low: break; }";
        FixedSources actual = await CodeFixRun.FixAllAsync<UnknownValueAnalyzer, UnknownValueCodeFixProvider>(
            ViewCode.Method($"{Low}\n{Low}\nint a = ticket.Urgency switch {{ Urgency.Low => 1 }}; Use(a);"),
            Desk.Source);
        actual.Diagnostics.Expect();
        Assert.Equal(3, actual.Texts[0].Split("case Urgency.Unknown:").Length);
    }

    private static async Task Expect(string before, string after)
    {
        FixedSources actual = await CodeFixRun.FixAsync<UnknownValueAnalyzer, UnknownValueCodeFixProvider>(Title, ViewCode.Method(before), Desk.Source);
        Assert.Equal(ViewCode.Method(after), actual.Texts[0]);
        actual.Diagnostics.Expect();
    }
}
