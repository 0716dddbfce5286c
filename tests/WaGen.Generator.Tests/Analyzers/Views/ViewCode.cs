namespace WaGen.Generator.Tests.Analyzers;

/// <summary>Puts code of a test into a handler of the made-up provider.</summary>
internal static class ViewCode
{
    /// <summary>A handler class with these members; <c>Use</c> does something with any value.</summary>
    public static string Handler(string members) => $$"""
        using Desk;
        using WaGen;

        class Bot : ITicketsHandler
        {
            static void Use(object? value) { }

            static Task UseAsync(object? value) => Task.CompletedTask;

        {{members}}
        }
        """;

    /// <summary>A handler method with this body.</summary>
    public static string Method(string body, string members = "") => Handler($$"""
            {{members}}
            public async ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken)
            {
                {{body}}
                await Task.CompletedTask;
            }
        """);
}
