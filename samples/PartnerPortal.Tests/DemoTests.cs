namespace PartnerPortal.Tests;

/// <summary>The demo, as <c>--demo</c> runs it.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Every_step_of_the_demo_goes_as_expected()
    {
        using var output = new StringWriter();

        int exitCode = await DemoRun.RunAsync(output);

        string text = output.ToString();
        Assert.True(exitCode == 0, text);
        string[] counts = ["a: 9 of 9", "b: 7 of 7", "c: 9 of 9", "d: 11 of 11", "e: 14 of 14"];
        Assert.All(counts, count => Assert.Contains($"{count} steps as expected", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_does_not_go_as_expected_fails_the_demo()
    {
        using var output = new StringWriter();
        var report = new DemoReport(output);

        report.Begin("x", "Something");
        report.Step("It goes well.", isAsExpected: true);
        Assert.Equal(0, report.ExitCode);
        report.Step("It does not.", isAsExpected: false);
        report.End();

        Assert.Equal(1, report.ExitCode);
        Assert.Contains("FAIL x2 It does not.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("x: 1 of 2 steps as expected", output.ToString(), StringComparison.Ordinal);
    }
}
