using Microsoft.CodeAnalysis;
using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

public class AsyncVoidCodeFixTests
{
    private const string Title = "Return a task";

    [Theory]
    [InlineData("async void SendAsync() => await Task.Yield(); // Kept.", "async Task SendAsync() => await Task.Yield(); // Kept.")]
    [InlineData("/* Kept. */ async void SendAsync<T>(T text) { await Task.Yield(); }", "/* Kept. */ async Task SendAsync<T>(T text) { await Task.Yield(); }")]
    [InlineData("async Task Run() { SendAsync(); async void SendAsync() => await Task.Yield(); }", "async Task Run() { await SendAsync(); async Task SendAsync() => await Task.Yield(); }")]
    [InlineData("async void SendAsync(int i) { await Task.Yield(); SendAsync(i - 1); }", "async Task SendAsync(int i) { await Task.Yield(); await SendAsync(i - 1); }")]
    [InlineData("async void SendAsync() => await Task.Yield(); string Name => nameof(SendAsync);", "async Task SendAsync() => await Task.Yield(); string Name => nameof(SendAsync);")]
    public Task Methods_and_local_functions(string before, string after) => ExpectMember(before, after);

    [Fact]
    public Task Callers_await_when_they_can() => ExpectMember(
        """
        async void SendAsync() => await Task.Yield();
            public async ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct)
            {
                // Kept.
                this.SendAsync(); // Kept as well.
                await Task.Run(async () => SendAsync());
                await Task.Run(() => SendAsync());
            }
        """,
        """
        async Task SendAsync() => await Task.Yield();
            public async ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct)
            {
                // Kept.
                await this.SendAsync(); // Kept as well.
                await Task.Run(async () => await SendAsync());
                await Task.Run(() => SendAsync());
            }
        """);

    [Theory]
    [InlineData("void Run() { SendAsync(); async void SendAsync() => await Task.Yield(); }", "void Run() { SendAsync(); async Task SendAsync() => await Task.Yield(); }")]
    [InlineData("async void SendAsync() => await Task.Yield(); void Run() => SendAsync();", "async Task SendAsync() => await Task.Yield(); void Run() => SendAsync();")]
    public async Task Callers_that_cannot_await_are_left_to_the_compiler_which_now_sees_them(string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<AsyncVoidAnalyzer, AsyncVoidCodeFixProvider>(Title, Desk.Source, Source(before));
        Assert.Equal(Source(after), result.Texts[1].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect(new ExpectedDiagnostic("CS4014", DiagnosticSeverity.Warning, "SendAsync()"));
    }

    [Theory]
    [InlineData("void Run(List<string> texts) => texts.ForEach(async _ => await Task.Yield());")]
    [InlineData("async void SendAsync() => await Task.Yield(); Action Get() => SendAsync;")]
    [InlineData("public virtual async void SendAsync() => await Task.Yield();")]
    [InlineData("async void SendAsync() => await Task.Yield(); static void Run(Bot? bot) => bot?.SendAsync();")]
    public async Task A_fix_that_would_not_compile_is_not_offered(string member) =>
        Assert.Empty(await CodeFixRun.OfferedAsync<AsyncVoidAnalyzer, AsyncVoidCodeFixProvider>(Desk.Source, Source(member)));

    [Fact]
    public async Task Callers_in_other_files_and_a_missing_using()
    {
        FixedSources result = await CodeFixRun.FixAsync<AsyncVoidAnalyzer, AsyncVoidCodeFixProvider>(
            Title,
            Desk.Source,
            "class Bot : Desk.ITicketsHandler { public async void SendAsync() => await System.Threading.Tasks.Task.Yield(); }",
            "class Other { public async Task Run(Bot bot) { bot.SendAsync(); await Task.Yield(); } }");
        result.Diagnostics.Expect();
        Assert.Contains("public async Task SendAsync()", result.Texts[1], StringComparison.Ordinal);
        Assert.Contains("{ await bot.SendAsync();", result.Texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_at_once()
    {
        FixedSources result = await CodeFixRun.FixAllAsync<AsyncVoidAnalyzer, AsyncVoidCodeFixProvider>(
            Desk.Source,
            Source("async void A() { await Task.Yield(); B(); } async void B() => await Task.Yield();"),
            "using Desk;\nclass Other : ITicketsHandler { async void C() => await Task.Yield(); }");
        result.Diagnostics.Expect();
        Assert.Contains("async Task A() { await Task.Yield(); await B(); } async Task B()", result.Texts[1], StringComparison.Ordinal);
        Assert.Contains("async Task C()", result.Texts[2], StringComparison.Ordinal);
    }

    private static string Source(string member) => $"using Desk;\nclass Bot : ITicketsHandler\n{{\n    {member}\n}}\n";

    private static async Task ExpectMember(string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<AsyncVoidAnalyzer, AsyncVoidCodeFixProvider>(Title, Desk.Source, Source(before));
        Assert.Equal(Source(after), result.Texts[1].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect();
    }
}
