using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

public class BlockingCodeFixTests
{
    private const string Title = "Await instead of blocking";

    [Theory]
    [InlineData("Use(Get().Result);", "Use(await Get());")]
    [InlineData("Use(Get().Result.Length);", "Use((await Get()).Length);")]
    [InlineData("Use(Get().Result[0]);", "Use((await Get())[0]);")]
    [InlineData("Use(Get().Result?.Trim());", "Use((await Get())?.Trim());")]
    [InlineData("Use(Get().Result!);", "Use((await Get())!);")]
    [InlineData("Use(\"\" + Get().Result);", "Use(\"\" + await Get());")]
    [InlineData("string text = Get() // Kept.\n            .Result; // Kept as well.\n        Use(text);", "string text = await Get(); // Kept as well.\n        Use(text);")]
    [InlineData("/* Kept. */ Get().Wait(); // Kept as well.", "/* Kept. */ await Get(); // Kept as well.")]
    [InlineData("Get().Wait(ct);", "await Get().WaitAsync(ct);")]
    [InlineData("Use(Get().GetAwaiter().GetResult());", "Use(await Get());")]
    [InlineData("Get().ConfigureAwait(false).GetAwaiter().GetResult();", "await Get().ConfigureAwait(false);")]
    [InlineData("Thread.Sleep(100);", "await Task.Delay(100, ct);")]
    [InlineData("System.Threading.Thread.Sleep(millisecondsTimeout: 100);", "await Task.Delay(100, ct);")]
    [InlineData("Task.WaitAll(Get(), Get());", "await Task.WhenAll(Get(), Get());")]
    [InlineData("Task.WaitAll([Get(), Get()]);", "await Task.WhenAll([Get(), Get()]);")]
    [InlineData("Task.WaitAny(Get(), Get());", "await Task.WhenAny(Get(), Get());")]
    [InlineData("await Task.Run(async () => { await Task.Yield(); Thread.Sleep(1); });", "await Task.Run(async () => { await Task.Yield(); await Task.Delay(1, ct); });")]
    [InlineData("await Local(); static async Task Local() { await Task.Yield(); Thread.Sleep(1); }", "await Local(); static async Task Local() { await Task.Yield(); await Task.Delay(1); }")]
    public Task In_asynchronous_code(string before, string after) => ExpectBody("async ", before + " await Task.Yield();", "async ", after + " await Task.Yield();");

    [Theory]
    [InlineData("Get().Wait(100);")]
    [InlineData("Use(Get()?.Result);")]
    [InlineData("Use(Task.WaitAny(Get(), Get()));")]
    [InlineData("Task.WaitAll([Get()], 100);")]
    [InlineData("lock (this) { Get().Wait(); }")]
    [InlineData("Use(from i in new[] { 1 } select Get().Result);")]
    [InlineData("Use(new[] { 1 }.Select(_ => Get().Result));")]
    [InlineData("ReadOnlySpan<byte> span = ticket.TextUtf8; Thread.Sleep(1); Use(span.Length);")]
    [InlineData("Use(Local()); string Local() => Get().Result;")]
    public async Task A_fix_that_would_not_compile_or_mean_the_same_is_not_offered(string code) =>
        Assert.Empty(await CodeFixRun.OfferedAsync<BlockingAnalyzer, BlockingCodeFixProvider>(Desk.Source, Source("async ", code + " await Task.Yield();")));

    [Theory]
    [InlineData("private void Helper() => Thread.Sleep(1);")]
    [InlineData("private string Helper() => Get().Result;")]
    [InlineData("private Task Helper(in int number) { Thread.Sleep(number); return Task.CompletedTask; }")]
    [InlineData("private Task Helper() { lock (this) { return Get(); } Task.Delay(1).Wait(); }")]
    public async Task A_method_that_cannot_be_asynchronous_is_left_alone(string member) =>
        Assert.Empty(await CodeFixRun.OfferedAsync<BlockingAnalyzer, BlockingCodeFixProvider>(Desk.Source, Source("", "return default; }" + member + " void Rest() {")));

    [Theory]
    [InlineData("Get().Wait();\n        return default;", "await Get();")]
    [InlineData("Get().Wait();\n        return ValueTask.CompletedTask;", "await Get();")]
    [InlineData("Get().Wait();\n        return new ValueTask();", "await Get();")]
    [InlineData("Get().Wait();\n        return default; // Kept.", "await Get();\n        return; // Kept.")]
    [InlineData("Get().Wait();\n        return context.Unhandled(); // Kept.", "await Get();\n        await context.Unhandled(); // Kept.")]
    [InlineData("return new ValueTask(Send(Get().Result));", "await Send(await Get());")]
    [InlineData("Func<int> f = () => { return 1; };\n        Use(f);\n        Get().Wait();\n        return default;", "Func<int> f = () => { return 1; };\n        Use(f);\n        await Get();")]
    [InlineData("Get().Wait();\n        return ct.IsCancellationRequested ? default : context.Unhandled();", "await Get();\n        await (ct.IsCancellationRequested ? default : context.Unhandled());")]
    [InlineData("Get().Wait();\n        throw new TimeoutException();", "await Get();\n        throw new TimeoutException();")]
    public Task A_method_becomes_asynchronous(string before, string after) => ExpectBody("", before, "async ", after);

    [Fact]
    public Task A_method_with_several_results_becomes_asynchronous() => ExpectBody(
        "",
        """
        if (Get().Result.Length == 0)
                {
                    // Kept.
                    return context.Unhandled();
                }

                if (ct.IsCancellationRequested)
                    return default;

                switch (Get().Result)
                {
                    case "a":
                        return context.Unhandled();
                    default:
                        return default;
                }
        """,
        "async ",
        """
        if ((await Get()).Length == 0)
                {
                    // Kept.
                    await context.Unhandled();
                    return;
                }

                if (ct.IsCancellationRequested)
                    return;

                switch (await Get())
                {
                    case "a":
                        await context.Unhandled();
                        return;
                    default:
                        return;
                }
        """,
        all: true);

    [Fact]
    public async Task An_expression_and_an_explicit_implementation()
    {
        FixedSources result = await CodeFixRun.FixAllAsync<BlockingAnalyzer, BlockingCodeFixProvider>(
            Desk.Source,
            """
            using Desk;
            class Bot : ITicketsHandler
            {
                private Task<string> _text = Task.Run(() => "");
                private Task SendAsync(string text) => Task.CompletedTask;
                private Task RunAsync() => SendAsync(_text.Result);
                // Kept.
                ValueTask ITicketsHandler.OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct) => new(SendAsync(_text.Result + _text.Result.Trim()));
            }
            """);
        result.Diagnostics.Expect();
        Assert.Contains("private async Task RunAsync() => await SendAsync(await _text);", result.Texts[1], StringComparison.Ordinal);
        Assert.Contains("// Kept.\n    async ValueTask ITicketsHandler.OnOpenedAsync(", result.Texts[1].ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(" => await SendAsync(await _text + (await _text).Trim());", result.Texts[1], StringComparison.Ordinal);
    }

    private static string Source(string modifier, string code) => $$"""
        using Desk;
        class Bot : ITicketsHandler
        {
            private Task<string> Get() => Task.Run(() => "");
            private static Task Send(string text) => Task.CompletedTask;
            private static void Use(object? text) { }
            public {{modifier}}ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct)
            {
                {{code}}
            }
        }
        """.ReplaceLineEndings("\n");

    private static async Task ExpectBody(string modifierBefore, string before, string modifierAfter, string after, bool all = false)
    {
        string source = Source(modifierBefore, before);
        FixedSources result = all
            ? await CodeFixRun.FixAllAsync<BlockingAnalyzer, BlockingCodeFixProvider>(Desk.Source, source)
            : await CodeFixRun.FixAsync<BlockingAnalyzer, BlockingCodeFixProvider>(Title, Desk.Source, source);
        Assert.Equal(Source(modifierAfter, after), result.Texts[1].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect();
    }
}
