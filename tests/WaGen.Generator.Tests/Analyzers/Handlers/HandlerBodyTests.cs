using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>All rules about the bodies of handler methods together, over the interfaces that the generator prints from the shipped schemas.</summary>
public class HandlerBodyTests
{
    private static DiagnosticAnalyzer[] Analyzers => [new AsyncVoidAnalyzer(), new BlockingAnalyzer(), new TokenAnalyzer(), new SwallowedExceptionAnalyzer(), new HandlerMethodAnalyzer()];

    [Fact]
    public Task Mistakes_over_printed_interfaces_are_found() => Expect(
        """
        using System.Net.Http;
        using WaGen.WhatsApp;
        class Bot(HttpClient http) : IMessagesHandler
        {
            public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
            {
                try
                {
                    Send(message.Text.Body);
                    string answer = http.GetStringAsync("").Result;
                    await http.PostAsync("", new StringContent(answer));
                }
                catch (Exception)
                {
                }
            }

            private async void Send(string? text) => await http.PostAsync("", new StringContent(text ?? ""));
        }
        """,
        Warning("WAGEN207", "GetStringAsync"),
        Warning("WAGEN206", "Result"),
        Warning("WAGEN207", "PostAsync"),
        Warning("WAGEN208", "catch (Exception)"),
        Warning("WAGEN205", "Send"));

    [Fact]
    public Task Correct_code_is_left_in_peace() => Expect(
        """
        using System.Net.Http;
        using WaGen.WhatsApp;
        abstract class BotBase(HttpClient http) : IMessagesHandler, IDisposable
        {
            protected HttpClient Http => http;
            public virtual async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
            {
                Task<string> greeting = Http.GetStringAsync("", cancellationToken);
                Task<HttpResponseMessage> answer = SendAsync(message.Text.Body, cancellationToken);
                await Task.WhenAll(greeting, answer);
                Console.WriteLine($"{greeting.Result} {answer.Result.StatusCode}");
            }

            protected Task<HttpResponseMessage> SendAsync(string? text, CancellationToken cancellationToken = default) => Http.PostAsync("", new StringContent(text ?? ""), cancellationToken);

            public void Dispose() => SendAsync("stopped").Wait();
        }
        partial class Bot(HttpClient http, List<string> names) : BotBase(http), IMessagesHandler
        {
            public override async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(1000);
                foreach (string name in names)
                {
                    try
                    {
                        await SendAsync(name, limit.Token);
                    }
                    catch (HttpRequestException)
                    {
                    }
                }

                await base.OnTextAsync(message, context, cancellationToken);
            }
        }
        partial class Bot
        {
            ValueTask IMessagesHandler.OnImageAsync(ImageMessage message, MessagesContext context, CancellationToken cancellationToken) =>
                new(SendAsync(message.Image.Caption, cancellationToken));

            public async ValueTask OnStatusAsync(Status status, MessagesContext context, CancellationToken cancellationToken)
            {
                try
                {
                    await SendAsync(status.Id, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    await SendAsync(exception.Message, CancellationToken.None);
                }
                finally
                {
                    await SendAsync("done");
                }
            }
        }
        class Fake : IMessagesHandler
        {
            private readonly SemaphoreSlim _gate = new(0);
            public List<string?> Texts { get; } = [];
            public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
            {
                Texts.Add(message.Text.Body);
                _gate.Release();
                return ValueTask.CompletedTask;
            }
        }
        """);

    private static ExpectedDiagnostic Warning(string id, string text) => new(id, DiagnosticSeverity.Warning, text);

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalysisProject.Of(source).OverWhatsApp().AnalyzeAsync(Analyzers)).Expect(expected);
}
