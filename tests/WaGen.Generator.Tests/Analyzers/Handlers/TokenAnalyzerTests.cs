using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>What WAGEN207 says about calls that could be cancelled.</summary>
public class TokenAnalyzerTests
{
    /// <summary>What a handler may call, with tokens in all the places where libraries have them.</summary>
    internal const string Service = """
        interface IStore
        {
            Task SaveAsync(string text);
            Task SaveAsync(string text, CancellationToken cancellationToken);
        }
        interface IOwnStore : IStore;
        class Service
        {
            public Task SendAsync(string text, CancellationToken cancellationToken = default) => Task.CompletedTask;
            public Task SendAsync(int number, int retries = 1, CancellationToken cancellationToken = default) => Task.CompletedTask;
            public Task<T> GetAsync<T>(T text) => Task.FromResult(text);
            public Task<T> GetAsync<T>(T text, CancellationToken token) => Task.FromResult(text);
            public Task<string> ReadAsync() => Task.FromResult("");
            public ValueTask<string> ReadAsync(CancellationToken token) => default;
            public Task EachAsync(string text, Func<string, Task> body) => body(text);
            public Task EachAsync(string text, CancellationToken token, Func<string, Task> body) => body(text);
            public Task HiddenAsync() => Task.CompletedTask;
            private Task HiddenAsync(CancellationToken token) => Task.CompletedTask;
            public Task OldAsync() => Task.CompletedTask;
            [Obsolete] public Task OldAsync(CancellationToken token) => Task.CompletedTask;
            public Task FindAsync(params object[] keys) => Task.CompletedTask;
            public Task FindAsync(object[] keys, CancellationToken token) => Task.CompletedTask;
            public Task OtherAsync(string text) => Task.CompletedTask;
            public Task OtherAsync(int text, CancellationToken token) => Task.CompletedTask;
            public int Count() => 0;
            public Task<int> Count(CancellationToken token) => Task.FromResult(0);
            public async IAsyncEnumerable<int> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { await Task.Yield(); yield return 1; }
            public void Queue(Func<Task> work) { }
        }
        class LaterService : Service;
        static class ServiceExtensions
        {
            public static Task PostAsync(this Service service, string text, CancellationToken token = default) => Task.CompletedTask;
            public static void Forget(this Task task) { }
            public static Task PutAsync(this Service service, string text) => Task.CompletedTask;
            public static Task PutAsync(this Service service, string text, CancellationToken token) => Task.CompletedTask;
        }
        """;

    [Theory]
    [InlineData("await _service.SendAsync(\"\");", "SendAsync")]
    [InlineData("await _service.SendAsync(1);", "SendAsync")]
    [InlineData("await _service.SendAsync(retries: 2, number: 1);", "SendAsync")]
    [InlineData("await _service.GetAsync(\"\");", "GetAsync")]
    [InlineData("await _service.GetAsync<string>(\"\");", "GetAsync")]
    [InlineData("await _service.ReadAsync();", "ReadAsync")]
    [InlineData("await _service.ReadAsync().ConfigureAwait(false);", "ReadAsync")]
    [InlineData("await _service.PostAsync(\"\");", "PostAsync")]
    [InlineData("await _service.PutAsync(\"\");", "PutAsync")]
    [InlineData("await ServiceExtensions.PutAsync(_service, \"\");", "PutAsync")]
    [InlineData("await _service.EachAsync(\"\", static _ => Task.CompletedTask);", "EachAsync")]
    [InlineData("await _later.SendAsync(\"\");", "SendAsync")]
    [InlineData("await _store.SaveAsync(\"\");", "SaveAsync")]
    [InlineData("await Task.Delay(100);", "Delay")]
    [InlineData("await Own(1);", "Own")]
    [InlineData("await (_maybe?.SendAsync(\"\") ?? Task.CompletedTask);", "SendAsync")]
    [InlineData("await foreach (int i in _service.AllAsync()) { }", "AllAsync")]
    [InlineData("await Local(); static Task Local(CancellationToken token = default) => Task.CompletedTask;", "Local")]
    [InlineData("await Local(); Task Local() => _service.SendAsync(\"\");", "SendAsync")]
    [InlineData("await Task.WhenAll(new[] { \"\" }.Select(t => _service.SendAsync(t)));", "SendAsync")]
    [InlineData("List<Task> all = [.. new[] { \"\" }.Select(t => _service.SendAsync(t))]; await Task.WhenAll(all);", "SendAsync")]
    [InlineData("await Task.Run(() => _service.SendAsync(\"\"));", "SendAsync")]
    [InlineData("List<Task> all = []; all.Add(_service.SendAsync(\"\")); await Task.WhenAll(all);", "SendAsync")]
    [InlineData("_service.SendAsync(\"\").Wait(ct); await Task.Yield();", "SendAsync")]
    [InlineData("Task sent = _service.SendAsync(\"\"); await sent;", "SendAsync")]
    [InlineData("try { await _service.SendAsync(\"\"); } finally { Console.WriteLine(); }", "SendAsync")]
    public Task Calls(string code, string name) => ExpectInMethod(
        code,
        new ExpectedDiagnostic("WAGEN207", DiagnosticSeverity.Warning, name, $"'{name}' takes a cancellation token and gets none, so it goes on after the handler timeout and the stop of the host; pass 'ct'"));

    [Theory]
    [InlineData("await _service.SendAsync(\"\", ct);")]
    [InlineData("await _service.SendAsync(\"\", CancellationToken.None);")]
    [InlineData("await _service.SendAsync(\"\", default);")]
    [InlineData("await _service.SendAsync(1, cancellationToken: ct);")]
    [InlineData("using var both = CancellationTokenSource.CreateLinkedTokenSource(ct); await _service.SendAsync(\"\", both.Token);")]
    [InlineData("await _service.SendAsync(\"\").WaitAsync(ct);")]
    [InlineData("await foreach (int i in _service.AllAsync().WithCancellation(ct).ConfigureAwait(false)) { }")]
    [InlineData("await foreach (int i in _service.AllAsync().ConfigureAwait(false).WithCancellation(ct)) { }")]
    public Task A_token_that_is_passed_was_decided_about(string code) => ExpectInMethod(code);

    [Theory]
    [InlineData("await _service.HiddenAsync();")]
    [InlineData("await _service.OldAsync();")]
    [InlineData("await _service.FindAsync(1, 2);")]
    [InlineData("await _service.OtherAsync(\"\");")]
    [InlineData("await Task.FromResult(_service.Count());")]
    [InlineData("Task<string> text = _service.ReadAsync(); await text;")]
    [InlineData("await Task.Run(() => { });")]
    [InlineData("using var gate = new SemaphoreSlim(1); if (await gate.WaitAsync(0) || gate.Wait(TimeSpan.Zero)) { gate.Release(); }")]
    [InlineData("await Task.Yield(); await context.Unhandled();")]
    [InlineData("await Task.WhenAll(Task.CompletedTask);")]
    [InlineData("Console.WriteLine(nameof(_service.SendAsync)); await Task.Yield();")]
    public Task Calls_without_a_fitting_overload(string code) => ExpectInMethod(code);

    [Theory]
    [InlineData("_ = _service.SendAsync(\"\"); await Task.Yield();")]
    [InlineData("_ = Task.Run(() => _service.SendAsync(\"\"));  await Task.Yield();")]
    [InlineData("_service.SendAsync(\"\").Forget(); await Task.Yield();")]
    [InlineData("_service.SendAsync(\"\").ContinueWith(static t => Console.WriteLine(t.Exception)).Forget(); await Task.Yield();")]
    [InlineData("_service.Queue(() => _service.SendAsync(\"\")); await Task.Yield();")]
    [InlineData("Func<Task> later = () => _service.SendAsync(\"\"); _service.Queue(later); await Task.Yield();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => _service.SendAsync(\"\")); await Task.Yield();")]
    public Task Work_that_outlives_the_method(string code) => ExpectInMethod(code);

    [Theory]
    [InlineData("try { await Task.Yield(); } finally { await _service.SendAsync(\"\"); }")]
    [InlineData("try { await Task.Yield(); } catch (OperationCanceledException) { await _service.SendAsync(\"\"); throw; }")]
    public Task Cleaning_up_goes_on_after_a_cancellation(string code) => ExpectInMethod(code);

    [Theory]
    [InlineData("await Parallel.ForEachAsync([\"\"], ct, async (text, token) => await _service.SendAsync(text));")]
    [InlineData("await Local(ct); Task Local(CancellationToken token) => _service.SendAsync(\"\");")]
    [InlineData("await Local(_service); static Task Local(Service service) => service.SendAsync(\"\");")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(ct => _service.SendAsync(ct)));")]
    [InlineData("await Find(() => _service.GetAsync(\"\")); static Task Find(System.Linq.Expressions.Expression<Func<Task>> e) => Task.CompletedTask;")]
    public Task Functions_that_have_a_token_of_their_own_or_cannot_see_it(string code) => ExpectInMethod(code);

    [Theory]
    [InlineData("class Bot : ITicketsHandler { public Task Helper(CancellationToken ct) => Task.Delay(1); }")]
    [InlineData("class Bot { public async ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct) => await Task.Delay(1); }")]
    [InlineData("class Bot : ITicketsHandler { public async ValueTask OnOpenedAsync(Ticket ticket, TicketsContext context, CancellationToken ct) => await Task.Delay(1); }")]
    public Task Other_methods_are_no_matter_of_this_rule(string source) => Expect(source);

    [Theory]
    [InlineData("class Bot : ITicketsHandler { async ValueTask ITicketsHandler.OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct) => await Task.Delay(1); }")]
    [InlineData("class Base : ITicketsHandler { public virtual ValueTask OnOpenedAsync(OpenedTicket t, TicketsContext c, CancellationToken ct) => default; } class Bot : Base { public override async ValueTask OnOpenedAsync(OpenedTicket t, TicketsContext c, CancellationToken ct) => await Task.Delay(1); }")]
    [InlineData("interface IOwn : ITicketsHandler; struct Bot<T> : IOwn { public async ValueTask OnOpenedAsync(OpenedTicket t, TicketsContext c, CancellationToken ct) { await Task.Delay(1); } }")]
    public Task Every_kind_of_handler_method(string source) => Expect(source, new ExpectedDiagnostic("WAGEN207", DiagnosticSeverity.Warning, "Delay"));

    private static Task ExpectInMethod(string code, params ExpectedDiagnostic[] expected) => Expect(
        $$"""
        class Bot(Service service, LaterService later, IOwnStore store, Service? maybe) : ITicketsHandler
        {
            private readonly Service _service = service;
            private readonly Service? _maybe = maybe;
            private readonly LaterService _later = later;
            private readonly IOwnStore _store = store;
            private Task Own(int number) => Task.CompletedTask;
            private Task Own(int number, CancellationToken token) => Task.CompletedTask;
            public async ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct)
            {
                {{code}}
            }
        }
        """,
        expected);

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalyzerRun.AnalyzeAsync<TokenAnalyzer>(Desk.Source, Service, $"using Desk;\n{source}")).Expect(expected);
}
