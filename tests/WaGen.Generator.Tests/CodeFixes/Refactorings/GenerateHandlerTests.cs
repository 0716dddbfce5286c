using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Refactorings;

/// <summary>Handler classes and methods are written for those who know the field.</summary>
public sealed class GenerateHandlerTests
{
    [Theory]
    [InlineData("namespace Shop;\n\npublic class Use { public void M(ITickets|Handler handler) { } }")]
    [InlineData("namespace Shop;\n\npublic class Use { public List<Desk.ITicketsHandler|>? All; }")]
    [InlineData("namespace Shop\n{\n    public interface IMine : ITickets|Handler { }\n}")]
    public async Task A_class_is_written_for_the_interface_under_the_cursor(string source)
    {
        Project changed = await GenerateAsync(source, "Generate handler class for field Tickets");
        Document added = changed.Documents.Single(static d => d.Name is "TicketsHandler.cs");
        Assert.Equal("TicketsHandler.cs", added.FilePath);
        Assert.Equal(
            """
            namespace Shop;

            public sealed class TicketsHandler : ITicketsHandler
            {
                public ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();

                public ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();
            }
            """,
            await BodyAsync(added));
        await AssertCleanAsync(changed);
    }

    [Theory]
    [InlineData("namespace Shop;\n|\npublic class Other;\n", "Shop")]
    [InlineData("namespace Sh|op;\n", "Shop")]
    [InlineData("namespace Shop\n{\n    |\n}\n", "Shop")]
    [InlineData("namespace Shop.Inner\n{\n    public class A;\n|\n    public class B;\n}\n", "Shop.Inner")]
    [InlineData("public class A;\n|", "")]
    [InlineData("|", "")]
    [InlineData("using System;\n|\n", "")]
    public async Task Outside_of_types_the_fields_are_listed(string source, string space)
    {
        CodeAction list = Assert.Single(await OfferedAsync(source));
        Assert.Equal("Generate handler class for field ...", list.Title);
        Assert.Equal(["Shifts", "Tickets"], list.NestedActions.Select(static a => a.Title));

        Project changed = await ApplyAsync(list.NestedActions[0]);
        Document added = changed.Documents.Single(static d => d.Name is "ShiftsHandler.cs");
        Compilation compilation = (await changed.GetCompilationAsync())!;
        Assert.NotNull(compilation.GetTypeByMetadataName(space.Length == 0 ? "ShiftsHandler" : $"{space}.ShiftsHandler"));
        Assert.Contains("OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken cancellationToken) => context.Unhandled();", await BodyAsync(added), StringComparison.Ordinal);
        await AssertCleanAsync(changed);
    }

    [Theory]
    [InlineData("public class A\n{\n    |\n}")]
    [InlineData("public cla|ss A;")]
    [InlineData("public class Na|me;")]
    [InlineData("public class A { public st|ring? B; }")]
    [InlineData("|using System;\n")]
    [InlineData("System.Console.WriteLine();\n|\n")]
    [InlineData("public interface IOther|Handler;")]
    [InlineData("public class A(IDisposable|Handler handler); public interface IDisposableHandler;")]
    [InlineData("public class A(Desk.IDesk|Handler handler);")]
    [InlineData("public class Mi|ne : IDisposable { public void Dispose() { } }")]
    [InlineData("public class A { public List<Unk|nown>? B; }")]
    public async Task Elsewhere_nothing_is_offered(string source) => Assert.Empty(await OfferedAsync(source));

    [Fact]
    public async Task Without_handlers_nothing_is_offered()
    {
        using var workspace = new AdhocWorkspace();
        Document document = TestCompiler.CreateProject(workspace, "namespace A;\n\n").Documents.Single(static d => d.Name is "Source0.cs");
        Assert.Empty(await SchemaWorkspace.OfferedAsync<GenerateHandlerRefactoringProvider>(document, "namespace A;\n".Length));
    }

    [Fact]
    public async Task A_name_that_is_taken_gets_a_number()
    {
        Project changed = await GenerateAsync("namespace Shop;\n\npublic class Use { public void M(ITickets|Handler handler) { } }\n\npublic class TicketsHandler;\n\npublic class TicketsHandler2;", "Generate handler class for field Tickets");
        Assert.Contains("class TicketsHandler3 : ITicketsHandler", await BodyAsync(changed.Documents.Single(static d => d.Name is "TicketsHandler3.cs")), StringComparison.Ordinal);
        await AssertCleanAsync(changed);
    }

    [Theory]
    [InlineData("public sealed class Bot : ITickets|Handler\n{\n}")]
    [InlineData("public sealed class B|ot : ITicketsHandler\n{\n}")]
    [InlineData("public sealed record Bot(int Number) : Desk.ITicketsHandler|\n{\n}")]
    public async Task A_class_that_implements_the_interface_gets_the_methods_that_it_lacks(string source)
    {
        CodeAction list = Assert.Single(await OfferedAsync("namespace Shop;\n\n" + source));
        Assert.Equal("Implement method of ITicketsHandler ...", list.Title);
        Assert.Equal(["All groups", "OnTicketAsync", "OnNoteAsync", "OnOpenedAsync", "OnClosedAsync", "OnLostAsync", "OnStrangeAsync"], list.NestedActions.Select(static a => a.Title));

        Project changed = await ApplyAsync(list.NestedActions[0]);
        string text = await BodyAsync(changed.Documents.Single(static d => d.Name is "Source0.cs"));
        Assert.Contains("    public ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();", text, StringComparison.Ordinal);
        Assert.Contains("    public ValueTask OnNoteAsync(Note note, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();", text, StringComparison.Ordinal);
        await AssertCleanAsync(changed);
    }

    [Fact]
    public async Task Methods_that_are_there_are_not_offered_and_stay_as_they_are()
    {
        const string Method = "    // Mine.\n    public ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken) => default;";
        CodeAction list = Assert.Single(await OfferedAsync($"namespace Shop;\n\npublic sealed class B|ot : ITicketsHandler\n{{\n{Method}\n}}"));
        Assert.DoesNotContain(list.NestedActions, static a => a.Title is "All groups" or "OnTicketAsync");
        Project changed = await ApplyAsync(list.NestedActions.Single(static a => a.Title is "OnLostAsync"));
        string text = await BodyAsync(changed.Documents.Single(static d => d.Name is "Source0.cs"));
        Assert.Contains(Method, text, StringComparison.Ordinal);
        Assert.Contains("    public ValueTask OnLostAsync(LostTicket ticket, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();", text, StringComparison.Ordinal);
        await AssertCleanAsync(changed);
    }

    [Fact]
    public async Task Usings_are_added_where_names_need_them()
    {
        using var workspace = new AdhocWorkspace();
        Document document = AnalysisProject.Of("namespace Shop;\n\npublic sealed class Bot : WaGen.WhatsApp.IMessagesHandler\n{\n}\n").OverWhatsApp().Open(workspace).Documents.Single(static d => d.Name is "Source0.cs");
        CodeAction list = Assert.Single(await SchemaWorkspace.OfferedAsync<GenerateHandlerRefactoringProvider>(document, "class Bot"));
        Project changed = await SchemaWorkspace.ApplyAsync(list.NestedActions.Single(static a => a.Title is "OnTextAsync"), document.Project.Id);
        Assert.Equal(
            """
            using WaGen.WhatsApp;

            namespace Shop;

            public sealed class Bot : WaGen.WhatsApp.IMessagesHandler
            {
                public ValueTask OnTextAsync(TextMessage message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
            }

            """.ReplaceLineEndings("\n"),
            (await changed.Documents.Single(static d => d.Name is "Source0.cs").GetTextAsync()).ToString());
    }

    [Fact]
    public async Task A_class_that_lacks_nothing_is_left_alone() =>
        Assert.Empty(await OfferedAsync("public sealed class B|ot : IShiftsHandler { public ValueTask OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken cancellationToken) => default; }"));

    [Fact]
    public async Task A_class_that_is_registered_before_it_exists_is_written_under_its_name()
    {
        const string Source = """
            namespace Shop;

            public sealed class Services
            {
                public void Add() => AddHandler<Night|Watch>();

                [WaGen.Runtime.WebhookSetup(WaGen.Runtime.WebhookSetup.Handler)]
                private static void AddHandler<T>() where T : IShiftsHandler { }
            }
            """;
        CodeAction list = Assert.Single(await OfferedAsync(Source));
        Assert.Equal("Generate handler class 'NightWatch' for field ...", list.Title);
        Project changed = await ApplyAsync(list.NestedActions.Single(static a => a.Title is "Shifts"));
        Assert.Contains("class NightWatch : IShiftsHandler", await BodyAsync(changed.Documents.Single(static d => d.Name is "NightWatch.cs")), StringComparison.Ordinal);
        await AssertCleanAsync(changed);
    }

    [Fact]
    public async Task Printed_handlers_of_another_assembly_are_listed_with_their_groups()
    {
        using var workspace = new AdhocWorkspace();
        Document document = AnalysisProject.Of("namespace Shop;\r\n\r\n").OverWhatsApp().Open(workspace).Documents.Single(static d => d.Name is "Source0.cs");
        CodeAction list = Assert.Single(await SchemaWorkspace.OfferedAsync<GenerateHandlerRefactoringProvider>(document, "namespace Shop;\r\n".Length));
        Assert.True(list.NestedActions.Length > 30, $"only {list.NestedActions.Length} fields are listed");
        Project changed = await SchemaWorkspace.ApplyAsync(list.NestedActions.Single(static a => a.Title is "Messages"), document.Project.Id);
        string text = (await changed.Documents.Single(static d => d.Name is "MessagesHandler.cs").GetTextAsync()).ToString();
        Assert.StartsWith("using WaGen.WhatsApp;\r\n\r\nnamespace Shop;\r\n\r\npublic sealed class MessagesHandler : IMessagesHandler\r\n{\r\n    public ", text, StringComparison.Ordinal);
        Assert.Equal(["OnMessageAsync", "OnStatusAsync", "OnErrorAsync", "OnUserActionAsync"], text.Split(' ', '(').Where(static w => w.StartsWith("On", StringComparison.Ordinal)));
        await AssertCleanAsync(changed);
    }

    private static async Task<IReadOnlyList<CodeAction>> OfferedAsync(string source)
    {
        int position = source.IndexOf('|', StringComparison.Ordinal);
        Document document = Open(source.Remove(position, 1)).Documents.Single(static d => d.Name is "Source0.cs");
        return await SchemaWorkspace.OfferedAsync<GenerateHandlerRefactoringProvider>(document, position);
    }

    private static async Task<Project> GenerateAsync(string source, string title) => await ApplyAsync(Assert.Single(await OfferedAsync(source), a => string.Equals(a.Title, title, StringComparison.Ordinal)));

    private static async Task<Project> ApplyAsync(CodeAction action) => (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution.Projects.Single();

    private static Project Open(string source) => AnalysisProject.Of(source, Desk.Source, "global using Desk;", """[assembly: WaGen.Runtime.WebhookContractPrinted("webhooks", "Desk", "Desk", "public", "tickets;shifts")]""").Open(new AdhocWorkspace());

    /// <summary>What stands behind the usings.</summary>
    private static async Task<string> BodyAsync(Document document)
    {
        string text = (await document.GetTextAsync()).ToString().ReplaceLineEndings("\n");
        return text[Math.Max(0, text.IndexOf("namespace", StringComparison.Ordinal))..].Trim();
    }

    private static async Task AssertCleanAsync(Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        IReadOnlyList<Diagnostic> all = await AnalysisProject.Of().DiagnosticsAsync(compilation, new HandlerMethodAnalyzer());
        Assert.DoesNotContain(all, static d => d.Severity is not DiagnosticSeverity.Hidden);
    }
}
