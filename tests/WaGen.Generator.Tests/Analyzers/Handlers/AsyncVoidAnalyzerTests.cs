using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>What WAGEN205 says about async void, and about what only looks like it.</summary>
public class AsyncVoidAnalyzerTests
{
    private const string Consequence = "is async void, so the delivery is answered before it ends and its exceptions end the process; return a task and await it";
    private const string Signature = "(OpenedTicket ticket, TicketsContext context, CancellationToken ct)";

    [Theory]
    [InlineData("private async void SendAsync() => await Task.Yield();")]
    [InlineData("public static async void SendAsync(string text) => await Task.Yield();")]
    [InlineData("internal virtual async void SendAsync<T>(T text) { await Task.Yield(); }")]
    [InlineData("public void Run() { SendAsync(); async void SendAsync() => await Task.Yield(); }")]
    public Task Methods_and_local_functions(string member) => ExpectInBot(member, "SendAsync", $"'SendAsync' {Consequence}");

    [Theory]
    [InlineData("public void Run(List<string> texts) => texts.ForEach(async t => await Task.Yield());")]
    [InlineData("public void Run() { Action send = async () => await Task.Yield(); send(); }")]
    [InlineData("public void Run() { Action<int> send = async delegate { await Task.Yield(); }; send(1); }")]
    [InlineData("private readonly Action _send = async () => await Task.Yield(); public void Run() => _send();")]
    [InlineData("public void Run(CancellationToken ct) => ct.Register(async () => await Task.Yield());")]
    public Task Lambdas(string member) => ExpectInBot(member, "async", $"This lambda {Consequence}");

    [Theory]
    [InlineData("struct Bot : ITicketsHandler { async void SendAsync() => await Task.Yield(); }")]
    [InlineData("record Bot(int Number) : ITicketsHandler { async void SendAsync() => await Task.Yield(); }")]
    [InlineData("class Bot<T> : ITicketsHandler { async void SendAsync() => await Task.Yield(); }")]
    [InlineData("partial class Bot : ITicketsHandler; partial class Bot { async void SendAsync() => await Task.Yield(); }")]
    [InlineData("class Base : ITicketsHandler; class Bot : Base { async void SendAsync() => await Task.Yield(); }")]
    [InlineData("class Outer { class Bot : ITicketsHandler { async void SendAsync() => await Task.Yield(); } }")]
    [InlineData("class Outer : ITicketsHandler { class Bot : ITicketsHandler { async void SendAsync() => await Task.Yield(); } }")]
    [InlineData("partial class Bot : ITicketsHandler { partial void SendAsync(); } partial class Bot { async partial void SendAsync() => await Task.Yield(); }")]
    public Task Every_kind_of_type(string source) => Expect(source, new ExpectedDiagnostic("WAGEN205", DiagnosticSeverity.Warning, "SendAsync"));

    [Theory]
    [InlineData("private async Task SendAsync() => await Task.Yield();")]
    [InlineData("public void Run(List<string> texts) => texts.ForEach(t => Console.WriteLine(t));")]
    [InlineData("public void Run() { Func<Task> send = async () => await Task.Yield(); send(); }")]
    [InlineData("public void Run() => Task.Run(async () => await Task.Yield());")]
    [InlineData("private void Send() { }")]
    [InlineData($"public async ValueTask OnOpenedAsync{Signature} => await Task.Yield();")]
    public Task What_can_be_awaited_is_fine(string member) => ExpectInBot(member);

    [Theory]
    [InlineData("public async void OnTick(object? sender, EventArgs e) => await Task.Yield();")]
    [InlineData("public async void OnFile(object sender, System.IO.FileSystemEventArgs e) => await Task.Yield();")]
    [InlineData("public void Run(System.IO.FileSystemWatcher files) => files.Changed += async (_, _) => await Task.Yield();")]
    [InlineData("public event Action<string>? Sent; public void Run() { Sent += async text => await Task.Yield(); Sent?.Invoke(\"\"); }")]
    [InlineData("public event Action<string>? Sent; public void Run() { Sent += OnSent; Sent?.Invoke(\"\"); } private async void OnSent(string text) => await Task.Yield();")]
    public Task Event_handlers_of_NET_are_fine(string member) => ExpectInBot(member);

    [Theory]
    [InlineData("class Bot : ITicketsHandler, IDisposable { public async void Dispose() => await Task.Yield(); }")]
    [InlineData("class Bot : ITicketsHandler, IDisposable { async void IDisposable.Dispose() => await Task.Yield(); }")]
    [InlineData("abstract class Base { public abstract void Send(); } class Bot : Base, ITicketsHandler { public override async void Send() => await Task.Yield(); }")]
    [InlineData("class Bot { async void SendAsync() => await Task.Yield(); }")]
    [InlineData("class Bot : ITicketsHandler { class Inner { async void SendAsync() => await Task.Yield(); } }")]
    public Task What_others_prescribe_and_other_types_are_no_matter_of_this_rule(string source) => Expect(source);

    [Theory]
    [InlineData("public async void OnOpened(OpenedTicket ticket) => await Task.Yield();", true)]
    [InlineData($"public async void OnOpenedAsync{Signature} => await Task.Yield();", true)]
    [InlineData("private async void OnOpened(OpenedTicket ticket) => await Task.Yield(); public void Run() => OnOpened(default);", false)]
    [InlineData("private async void OnOpened(OpenedTicket ticket) => await Task.Yield();", true)]
    public async Task A_method_that_is_never_called_is_left_to_WAGEN201(string member, bool isNeverCalled) =>
        (await AnalysisProject.Of(Desk.Source, InBot(member)).AnalyzeAsync(new AsyncVoidAnalyzer(), new HandlerMethodAnalyzer()))
            .Expect(new ExpectedDiagnostic(isNeverCalled ? "WAGEN201" : "WAGEN205", DiagnosticSeverity.Warning, member.Contains("OnOpenedAsync", StringComparison.Ordinal) ? "OnOpenedAsync" : "OnOpened"));

    private static string InBot(string member) => $"using Desk;\nclass Bot : ITicketsHandler {{ {member} }}";

    private static async Task ExpectInBot(string member) => (await AnalyzerRun.AnalyzeAsync<AsyncVoidAnalyzer>(Desk.Source, InBot(member))).Expect();

    private static async Task ExpectInBot(string member, string text, string message) =>
        (await AnalyzerRun.AnalyzeAsync<AsyncVoidAnalyzer>(Desk.Source, InBot(member))).Expect(new ExpectedDiagnostic("WAGEN205", DiagnosticSeverity.Warning, text, message));

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalyzerRun.AnalyzeAsync<AsyncVoidAnalyzer>(Desk.Source, $"using Desk;\n{source}")).Expect(expected);
}
