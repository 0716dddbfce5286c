using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

public class SwallowedExceptionCodeFixTests
{
    [Fact]
    public Task The_body_stays_with_its_comments() => ExpectBody(
        "async ",
        """
        string? text = ticket.Text;

                // Why it is tried.
                try
                {
                    // First.
                    await Send(text); // Then.
                    if (text is null)
                    {
                        await Send("");
                    }

                    // Last.
                }
                catch (Exception)
                {
                }
        """,
        """
        string? text = ticket.Text;

                // Why it is tried.
                // First.
                await Send(text); // Then.
                if (text is null)
                {
                    await Send("");
                }

                // Last.
        """);

    [Fact]
    public Task A_return_that_nothing_gets_to_goes_as_well() => ExpectBody(
        "",
        """
        try
                {
                    return new ValueTask(Send(""));
                }
                catch
                {
                }

                return default;
        """,
        "return new ValueTask(Send(\"\"));");

    [Fact]
    public Task A_return_that_is_needed_stays() => ExpectBody(
        "",
        """
        try
                {
                    Log();
                }
                catch
                {
                    return default;
                }

                return default;
        """,
        """
        Log();

                return default;
        """);

    [Fact]
    public Task Other_clauses_stay() => ExpectBody(
        "async ",
        """
        try
                {
                    await Send("");
                }
                catch (TimeoutException)
                {
                    Log();
                }
                catch
                {
                }
        """,
        """
        try
                {
                    await Send("");
                }
                catch (TimeoutException)
                {
                    Log();
                }
        """);

    [Fact]
    public Task What_is_done_finally_stays() => ExpectBody(
        "async ",
        """
        try
                {
                    await Send("");
                }
                catch
                {
                }
                finally
                {
                    Log();
                }
        """,
        """
        try
                {
                    await Send("");
                }
                finally
                {
                    Log();
                }
        """);

    [Fact]
    public async Task All_at_once()
    {
        FixedSources result = await CodeFixRun.FixAllAsync<SwallowedExceptionAnalyzer, SwallowedExceptionCodeFixProvider>(
            Desk.Source,
            """
            using Desk;
            class Bot : ITicketsHandler
            {
                public async ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct) { try { await Task.Delay(1, ct); } catch { } }
                public async ValueTask OnClosedAsync(ClosedTicket ticket, TicketsContext context, CancellationToken ct) { try { await Task.Delay(2, ct); } catch { } }
            }
            """);
        result.Diagnostics.Expect();
        Assert.DoesNotContain("try", result.Texts[1], StringComparison.Ordinal);
        Assert.Contains("{ await Task.Delay(1, ct); }", result.Texts[1], StringComparison.Ordinal);
        Assert.Contains("{ await Task.Delay(2, ct); }", result.Texts[1], StringComparison.Ordinal);
    }

    private static string Source(string modifier, string code) => $$"""
        using Desk;
        class Bot : ITicketsHandler
        {
            private static Task Send(string? text) => Task.CompletedTask;
            private static void Log() { }
            public {{modifier}}ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct)
            {
                {{code}}
            }
        }
        """.ReplaceLineEndings("\n");

    private static async Task ExpectBody(string modifier, string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<SwallowedExceptionAnalyzer, SwallowedExceptionCodeFixProvider>("Let exceptions through", Desk.Source, Source(modifier, before));
        Assert.Equal(Source(modifier, after), result.Texts[1].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect();
    }
}
