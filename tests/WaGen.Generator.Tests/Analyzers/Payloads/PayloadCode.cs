using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>Puts code of a test into a class that sends parcels to the made-up provider.</summary>
internal static class PayloadCode
{
    /// <summary>A method with this body, beside a constant of 24 characters.</summary>
    public static string Method(string body, string members = "") => $$"""
        using Courier;
        using WaGen;

        class Sender
        {
            const string Long = "Exactly twenty-four char";
            const int Many = 31;

            static void Use(object? value) { }

            {{members}}

            static async Task SendAsync<T>(CourierClient client, T conversation, string text, string? maybe, bool yes, string[] texts, List<Row> rows, BoxContent content, Picture picture)
                where T : IConversation
            {
                {{body}}
                await Task.CompletedTask;
            }
        }
        """;

    /// <summary>Fails unless an analyzer says exactly this about a method with this body.</summary>
    public static async Task ExpectAsync<TAnalyzer>(string body, params ExpectedDiagnostic[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        (await AnalysisProject.Of(Method(body), Courier.Source).AnalyzeAsync(new TAnalyzer())).Expect(expected);
}
