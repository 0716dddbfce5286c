using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>The rules about views over what the generator really prints.</summary>
public class PrintedViewTests
{
    [Fact]
    public async Task Mistakes_with_real_views_are_found()
    {
        const string Source = """
            using WaGen.WhatsApp;

            class Bot : IMessagesHandler
            {
                readonly List<object> _all = [];

                public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
                {
                    _all.Add(message);
                    _all.Add(context.Contact);
                    bool isStop = System.Text.Encoding.UTF8.GetString(message.Text.BodyUtf8) == "stop";
                    return isStop ? default : context.Unhandled();
                }

                static bool Allows(CallPermissionReply reply)
                {
                    switch (reply.Response)
                    {
                        case CallPermissionResponse.Accept:
                            return true;
                    }

                    return false;
                }
            }
            """;
        (await AnalysisProject.Of(Source).OverWhatsApp().AnalyzeAsync(new KeptViewAnalyzer(), new TextComparisonAnalyzer(), new UnknownValueAnalyzer())).Expect(
            new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "message"),
            new ExpectedDiagnostic("WAGEN211", DiagnosticSeverity.Warning, "context.Contact"),
            new ExpectedDiagnostic("WAGEN212", DiagnosticSeverity.Warning, "System.Text.Encoding.UTF8.GetString(message.Text.BodyUtf8)"),
            new ExpectedDiagnostic("WAGEN214", DiagnosticSeverity.Warning, "switch"));
    }

    [Fact]
    public async Task Correct_code_with_real_views_is_left_alone()
    {
        const string Source = """
            using System.Threading.Channels;
            using WaGen;
            using WaGen.WhatsApp;

            class Bot(Channel<(TextMessage, Contact)> queue) : IMessagesHandler, IUnhandledHandler
            {
                readonly Dictionary<string, DateTimeOffset?> _seen = [];

                public async ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken)
                {
                    _seen[message.FromUserId ?? message.From ?? ""] = message.Timestamp;
                    await queue.Writer.WriteAsync((message.Detach(), context.Contact.Detach()), cancellationToken);
                    await Task.Run(() => Console.WriteLine(message.Text.Body), cancellationToken);
                    foreach (var contact in context.Contacts)
                    {
                        Console.WriteLine(contact.Profile.Name);
                    }
                }

                public ValueTask OnUnhandledAsync(UnhandledEvent unhandled, CancellationToken cancellationToken)
                {
                    byte[] copy = unhandled.ToArray();
                    _ = Task.Run(() => Console.WriteLine(copy.Length), cancellationToken);
                    return default;
                }
            }
            """;
        (await AnalysisProject.Of(Source).OverWhatsApp().AnalyzeAsync(
            new KeptViewAnalyzer(),
            new TextComparisonAnalyzer(),
            new UnreliableKeyAnalyzer(),
            new UnknownValueAnalyzer(),
            new DeprecatedUseAnalyzer(),
            new LookupByIndexAnalyzer())).Expect();
    }
}
