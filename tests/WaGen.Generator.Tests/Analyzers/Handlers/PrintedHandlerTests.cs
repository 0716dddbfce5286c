using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>WAGEN201 over the interfaces that the generator prints from the shipped schemas.</summary>
public class PrintedHandlerTests
{
    [Fact]
    public async Task Mistakes_over_printed_interfaces_are_found()
    {
        const string Source = """
            using WaGen.WhatsApp;
            class BotBase : IMessagesHandler
            {
                public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken ct) => default;
                public ValueTask OnTextAsync(string text) => default;
                public Task OnImageAsync(ImageMessage message, MessagesContext context, CancellationToken ct) => Task.CompletedTask;
                public ValueTask OnReactoinAsync(ReactionMessage message, MessagesContext context, CancellationToken ct) => default;
            }
            class Bot : BotBase
            {
                public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken ct) => default;
            }
            """;
        Compilation compilation = GeneratorRun.Of(Source).WithShippedSchemas().Output;
        new ReportedDiagnostics(await AnalyzerRun.DiagnosticsAsync<HandlerMethodAnalyzer>(compilation)).Expect(
            new("WAGEN201", DiagnosticSeverity.Warning, "OnImageAsync", "'OnImageAsync' is never called for an event, because it returns 'Task' and 'IMessagesHandler.OnImageAsync' does not; return 'ValueTask'"),
            new("WAGEN201", DiagnosticSeverity.Warning, "OnReactoinAsync", "'OnReactoinAsync' is never called for an event, because 'IMessagesHandler' has no method of this name; rename it to 'OnReactionAsync'"),
            new("WAGEN201", DiagnosticSeverity.Warning, "OnMessageAsync", "'OnMessageAsync' is never called for an event, because the base class implements 'IMessagesHandler' without it and 'Bot' does not list that interface again; add 'IMessagesHandler' to the bases of 'Bot'"));
    }
}
