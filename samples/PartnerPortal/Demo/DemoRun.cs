namespace PartnerPortal.Demo;

/// <summary>Plays Meta and customers around the portal, all over HTTP on this machine, and checks every step.</summary>
internal static class DemoRun
{
    private static readonly (string Letter, string Title, Func<DemoWorld, DemoReport, Task> RunAsync)[] Scenarios =
    [
        ("a", "A Tech Provider onboards a customer", OnboardingScenario.RunAsync),
        ("b", "A Solution Partner shares its credit line and takes it back", CreditLineScenario.RunAsync),
        ("c", "A customer comes to the Marketing Messages API", MarketingScenario.RunAsync),
        ("d", "Two providers serve customers by a solution", SolutionScenario.RunAsync),
        ("e", "The life of a template", TemplateScenario.RunAsync),
    ];

    /// <summary>Runs all scenarios, each with a platform of its own.</summary>
    /// <param name="output">Gets a line about each step.</param>
    /// <returns>The exit code: 0 when every step went as expected, otherwise 1.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        var report = new DemoReport(output);
        foreach ((string letter, string title, Func<DemoWorld, DemoReport, Task> runAsync) in Scenarios)
        {
            report.Begin(letter, title);
            await using DemoWorld world = await DemoWorld.StartAsync(Quieten);
            try
            {
                await runAsync(world, report);
            }
            catch (Exception exception) when (exception is WhatsAppApiException or InvalidOperationException or HttpRequestException)
            {
                report.Step($"{exception.GetType().Name}: {exception.Message}", isAsExpected: false);
            }

            report.End();
        }

        await output.WriteLineAsync(report.ExitCode == 0 ? "The demo passed." : "The demo failed.");
        return report.ExitCode;
    }

    // Standard output is for the steps. What is logged besides goes to standard error, and only when something is wrong.
    private static void Quieten(WebApplicationBuilder builder) => builder.Logging.ClearProviders()
        .AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .SetMinimumLevel(LogLevel.Error)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Error);
}
