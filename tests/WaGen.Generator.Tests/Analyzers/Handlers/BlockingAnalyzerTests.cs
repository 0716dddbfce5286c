using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>What WAGEN206 says about code that waits with a thread in hand.</summary>
public class BlockingAnalyzerTests
{
    [Theory]
    [InlineData("Use(Get().Result);", "Result", "Result", "the task")]
    [InlineData("Use(new ValueTask<string>(Get()).Result);", "Result", "Result", "the task")]
    [InlineData("Use(Get()?.Result);", "Result", "Result", "the task")]
    [InlineData("Task task = Get(); task.Wait();", "Wait", "Wait()", "the task")]
    [InlineData("Get().Wait(100);", "Wait", "Wait()", "the task")]
    [InlineData("Get().Wait(ct);", "Wait", "Wait()", "the task")]
    [InlineData("Use(Get().GetAwaiter().GetResult());", "GetResult", "GetAwaiter().GetResult()", "the task")]
    [InlineData("Get().ConfigureAwait(false).GetAwaiter().GetResult();", "GetResult", "GetAwaiter().GetResult()", "the task")]
    [InlineData("new ValueTask(Get()).GetAwaiter().GetResult();", "GetResult", "GetAwaiter().GetResult()", "the task")]
    [InlineData("Thread.Sleep(100);", "Sleep", "Thread.Sleep()", "'Task.Delay()'")]
    [InlineData("Task.WaitAll(Get(), Get());", "WaitAll", "Task.WaitAll()", "'Task.WhenAll()'")]
    [InlineData("Task.WaitAny([Get(), Get()]);", "WaitAny", "Task.WaitAny()", "'Task.WhenAny()'")]
    public Task Operations(string code, string text, string name, string instead) => ExpectInMethod(
        code,
        new ExpectedDiagnostic("WAGEN206", DiagnosticSeverity.Warning, text, $"'{name}' blocks the thread, so that a burst of deliveries exhausts the thread pool; await {instead} instead"));

    [Theory]
    [InlineData("private void Helper() => Thread.Sleep(1);")]
    [InlineData("private void Helper() { Pause(); void Pause() => Thread.Sleep(1); }")]
    [InlineData("private void Helper() { Action pause = () => Thread.Sleep(1); pause(); }")]
    [InlineData("private Task Helper() => Task.Run(() => Thread.Sleep(1));")]
    [InlineData("private async Task Helper() { await Task.Yield(); Thread.Sleep(1); }")]
    [InlineData("ValueTask ITicketsHandler.OnClosedAsync(ClosedTicket t, TicketsContext c, CancellationToken ct) { Thread.Sleep(1); return default; }")]
    public Task All_instance_methods_and_the_functions_in_them(string member) => ExpectInBot(member, Warning("Sleep"));

    [Theory]
    [InlineData("Task<string> task = Get(); await task; Use(task.Result);")]
    [InlineData("Task<string> task = Get(); await task.ConfigureAwait(false); Use(task.Result);")]
    [InlineData("Task<string> a = Get(), b = Get(); await Task.WhenAll(a, b); Use(a.Result + b.GetAwaiter().GetResult());")]
    [InlineData("Task<string>[] all = [Get()]; await Task.WhenAll(all); Use(all[0].Result);")]
    [InlineData("List<Task<string>> all = [Get()]; await Task.WhenAll(all); foreach (Task<string> t in all) { Use(t.Result); }")]
    [InlineData("List<Task<string>> all = [Get()]; await Task.WhenAll(all); foreach (Task<string> t in all.Where(x => x.Id > 1)) { Use(t.Result); }")]
    [InlineData("List<Task<string>> all = [Get()]; await Task.WhenAll(all); Use(string.Concat(all.Select(t => t.Result)));")]
    [InlineData("List<Task<string>> all = [Get()]; await Task.WhenAll(all); Task<string> first = all[0]; Use(first.Result);")]
    [InlineData("Task<string> done = await Task.WhenAny(Get(), Get()); Use(done.Result);")]
    [InlineData("Use((await Task.WhenAny(Get(), Get())).Result);")]
    [InlineData("Task<string> task = Get(); Use(task.IsCompletedSuccessfully ? task.Result : await task);")]
    [InlineData("ValueTask<string> task = new(Get()); if (task.IsCompleted) { Use(task.Result); } await Task.Yield();")]
    [InlineData("Task<string> task = Get(); if (task is { IsCompleted: true }) { Use(task.Result); } await Task.Yield();")]
    [InlineData("Task<string> task = Get(); if (task is { IsCompletedSuccessfully: true, Result: var text }) { Use(text); } await Task.Yield();")]
    [InlineData("Task<string> task = Get(); if (task.Status == TaskStatus.RanToCompletion) { Use(task.Result); } await Task.Yield();")]
    [InlineData("await Get().ContinueWith(t => Use(t.Result), ct);")]
    [InlineData("Use(Task.FromResult(\"\").Result); await Task.Yield();")]
    [InlineData("_cached ??= Get(); await _cached; Use(_cached.Result);")]
    [InlineData("Task<string> task = Get(); if (task.Wait(0)) { Use(task.Result); } await Task.Yield();")]
    public Task A_task_that_has_ended_does_not_block(string code) => ExpectInMethod(code, isAsync: true);

    [Theory]
    [InlineData("Task<string> task = Get(); Task<string> other = Get(); await other; Use(task.Result);")]
    [InlineData("Task<string> task = Get(); Use(task.Result); await task;")]
    [InlineData("Task<string> task = Get(); Use(_cached!.IsCompleted); await Task.Yield(); Use(task.Result);")]
    public Task Another_task_that_has_ended_does_not_help(string code) => ExpectInMethod(code, isAsync: true, Warning("Result"));

    [Fact]
    public Task A_result_after_a_wait_is_no_second_mistake() => ExpectInMethod("Task<string> task = Get(); task.Wait(); Use(task.Result);", Warning("Wait"));

    [Theory]
    [InlineData("Task<string> task = Get(); Use(nameof(task.Result)); Use(nameof(Task<string>.Result));")]
    [InlineData("System.Linq.Expressions.Expression<Func<Task<string>, string>> e = t => t.Result; Use(e.ToString());")]
    [InlineData("new Thread(() => Thread.Sleep(1)).Start();")]
    [InlineData("Task.Factory.StartNew(() => Thread.Sleep(1), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);")]
    [InlineData("Thread.Sleep(0); Thread.Sleep(TimeSpan.Zero); Thread.Yield();")]
    [InlineData("Use(new Answer().Result); new Answer().Wait();")]
    public Task What_does_not_block_a_handler(string code) => ExpectInMethod(code);

    [Theory]
    [InlineData("class Bot : ITicketsHandler { public Bot() => Thread.Sleep(1); }")]
    [InlineData("class Bot : ITicketsHandler, IDisposable { public void Dispose() => Thread.Sleep(1); }")]
    [InlineData("class Bot : ITicketsHandler { protected virtual void Dispose(bool disposing) => Thread.Sleep(1); }")]
    [InlineData("class Bot : ITicketsHandler { ~Bot() => Thread.Sleep(1); }")]
    [InlineData("class Bot : ITicketsHandler { public override string ToString() { Thread.Sleep(1); return \"\"; } }")]
    [InlineData("class Bot : ITicketsHandler, IComparer<int> { public int Compare(int x, int y) { Thread.Sleep(1); return 0; } }")]
    [InlineData("class Bot : ITicketsHandler { public static void Main() => Thread.Sleep(1); }")]
    [InlineData("class Bot : ITicketsHandler { public string Text => Task.Run(() => \"\").Result; }")]
    [InlineData("class Bot { public void Run() => Thread.Sleep(1); }")]
    [InlineData("class Bot : ITicketsHandler { class Inner { public void Run() => Thread.Sleep(1); } }")]
    public Task Places_that_cannot_await_and_other_types_are_no_matter_of_this_rule(string source) => Expect(source);

    private static ExpectedDiagnostic Warning(string text) => new("WAGEN206", DiagnosticSeverity.Warning, text);

    private static Task ExpectInMethod(string code, params ExpectedDiagnostic[] expected) => ExpectInMethod(code, isAsync: false, expected);

    private static Task ExpectInMethod(string code, bool isAsync, params ExpectedDiagnostic[] expected) => ExpectInBot(
        $$"""
        private Task<string>? _cached = null;
        private Task<string> Get() => _cached ?? Task.Run(() => "");
        private static void Use(object? text) { }
        public {{(isAsync ? "async " : "")}}ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct)
        {
            {{code}}
            {{(isAsync ? "" : "return default;")}}
        }
        """,
        expected);

    private static Task ExpectInBot(string member, params ExpectedDiagnostic[] expected) => Expect($"class Bot : ITicketsHandler {{ {member} }} class Answer {{ public string Result => \"\"; public void Wait() {{ }} }}", expected);

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalyzerRun.AnalyzeAsync<BlockingAnalyzer>(Desk.Source, $"using Desk;\n{source}")).Expect(expected);
}
