using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Handlers;

/// <summary>The fix of WAGEN202, WAGEN209 and WAGEN210: a method is added.</summary>
public class ImplementHandlerMethodCodeFixTests
{
    private const string Shift = "public ValueTask OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken cancellationToken) => context.Unhandled();";
    private const string Opened = "public ValueTask OnOpenedAsync(OpenedTicket ticket, TicketsContext context, CancellationToken ct) => default;";
    private const string Lost = "public ValueTask OnLostAsync(LostTicket ticket, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();";
    private const string Strange = "public ValueTask OnStrangeAsync(StrangeTicket ticket, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();";
    private const string Ticket = "public ValueTask OnTicketAsync(Ticket ticket, TicketsContext context, CancellationToken cancellationToken) => context.Unhandled();";

    [Theory]
    [InlineData("class Bot : IShiftsHandler;\n", $"class Bot : IShiftsHandler\n{{\n    {Shift}\n}}\n")]
    [InlineData("class Bot : IShiftsHandler; // Kept.\nclass Next;", $"class Bot : IShiftsHandler\n{{\n    {Shift}\n}} // Kept.\nclass Next;")]
    [InlineData("class Bot : IShiftsHandler { }", $"class Bot : IShiftsHandler {{ {Shift} }}")]
    [InlineData("class Bot : IShiftsHandler {}", $"class Bot : IShiftsHandler {{ {Shift} }}")]
    [InlineData("class Bot : IShiftsHandler { public int A => 1; }", $"class Bot : IShiftsHandler {{ public int A => 1; {Shift} }}")]
    [InlineData("class Bot : IShiftsHandler\n{\n}\n", $"class Bot : IShiftsHandler\n{{\n    {Shift}\n}}\n")]
    [InlineData("class Bot : IShiftsHandler // Kept.\n{ // This, too.\n\tpublic int A => 1; // And this.\n}\n", $"class Bot : IShiftsHandler // Kept.\n{{ // This, too.\n\tpublic int A => 1; // And this.\n\n\t{Shift}\n}}\n")]
    [InlineData("class Bot : IShiftsHandler {\n    public int A => 1; }", $"class Bot : IShiftsHandler {{\n    public int A => 1; \n\n    {Shift}\n}}")]
    [InlineData("class Outer\n{\n    struct Bot : IShiftsHandler\n    {\n    }\n}\n", $"class Outer\n{{\n    struct Bot : IShiftsHandler\n    {{\n        {Shift}\n    }}\n}}\n")]
    [InlineData("record Bot(int context) : IShiftsHandler;\n", $"record Bot(int context) : IShiftsHandler\n{{\n    {Shift}\n}}\n")]
    [InlineData("partial class Bot;\npartial class Bot : IShiftsHandler\n{\n}\n", $"partial class Bot;\npartial class Bot : IShiftsHandler\n{{\n    {Shift}\n}}\n")]
    public async Task The_method_stands_at_the_end(string before, string after)
    {
        FixedSources result = await FixAsync("Implement OnShiftAsync", $"using Desk;\n{before}");
        Assert.Equal($"using Desk;\n{after}", result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task Line_breaks_of_the_file()
    {
        FixedSources result = await FixAsync("Implement OnShiftAsync", "using Desk;\r\nclass Bot : IShiftsHandler\r\n{\r\n}\r\n");
        Assert.Equal($"using Desk;\r\nclass Bot : IShiftsHandler\r\n{{\r\n    {Shift}\r\n}}\r\n", result.Texts[1]);
    }

    [Theory]
    [InlineData("public int OnShiftAsync => 1;")]
    [InlineData("protected int OnShiftAsync = 1;")]
    public async Task A_member_of_the_same_name(string member)
    {
        FixedSources result = await FixAsync("Implement OnShiftAsync", $"using Desk;\nclass Bot : IShiftsHandler\n{{\n    {member}\n}}\n");
        Assert.Contains(
            "\n\n    ValueTask IShiftsHandler.OnShiftAsync(Shift shift, ShiftsContext context, CancellationToken cancellationToken) => context.Unhandled();\n}",
            result.Texts[1],
            StringComparison.Ordinal);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task A_member_of_a_base_class()
    {
        FixedSources result = await FixAsync("Implement OnShiftAsync", "using Desk;\nabstract class BotBase { protected int OnShiftAsync => 1; }\nclass Bot : BotBase, IShiftsHandler;\n");
        Assert.Contains("    ValueTask IShiftsHandler.OnShiftAsync(", result.Texts[1], StringComparison.Ordinal);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task Names_that_are_not_imported()
    {
        FixedSources result = await FixAsync("Implement OnShiftAsync", "class Bot : Desk.IShiftsHandler;\n");
        Assert.Equal(
            "class Bot : Desk.IShiftsHandler\n{\n    public ValueTask OnShiftAsync(Desk.Shift shift, Desk.ShiftsContext context, CancellationToken cancellationToken) => context.Unhandled();\n}\n",
            result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task A_context_that_cannot_be_left_unhandled()
    {
        FixedSources result = await FixAsync("Implement OnPingAsync", """
            using Desk;
            interface IPingHandler : IDeskHandler
            {
                ValueTask OnPingAsync(string @event, CancellationToken @default) => default;
            }
            class Bot : IPingHandler;
            """);
        Assert.Contains("    public ValueTask OnPingAsync(string @event, CancellationToken @default) => throw new NotImplementedException();\n}", result.Texts[1], StringComparison.Ordinal);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task The_groups_come_first_and_then_every_event()
    {
        Assert.Equal(
            ["Implement OnTicketAsync", "Implement another method of ITicketsHandler"],
            await CodeFixRun.OfferedAsync<HandlerClassAnalyzer, ImplementHandlerMethodCodeFixProvider>(Desk.Source, "class Bot : Desk.ITicketsHandler;"));
        FixedSources result = await FixAsync("Implement OnStrangeAsync", "using Desk;\nclass Bot : ITicketsHandler;\n");
        Assert.Contains($"    {Strange}\n", result.Texts[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Implement OnLostAsync", Lost)]
    [InlineData("Implement OnStrangeAsync", Strange)]
    [InlineData("Implement OnTicketAsync", Ticket)]
    public async Task Overlooked_events(string title, string added)
    {
        string present = title is "Implement OnLostAsync" ? Strange : Lost;
        FixedSources result = await FixAsync(title, $"using Desk;\nclass Bot : ITicketsHandler\n{{\n    {Opened}\n\n    {present}\n}}\n");
        Assert.Equal($"using Desk;\nclass Bot : ITicketsHandler\n{{\n    {Opened}\n\n    {present}\n\n    {added}\n}}\n", result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task What_is_offered_for_overlooked_events() => Assert.Equal(
        ["Implement OnLostAsync", "Implement OnStrangeAsync", "Implement OnTicketAsync"],
        await CodeFixRun.OfferedAsync<HandlerClassAnalyzer, ImplementHandlerMethodCodeFixProvider>(Desk.Source, $"using Desk; class Bot : ITicketsHandler {{ {Opened} }}"));

    [Fact]
    public async Task An_interface_that_only_the_base_class_lists_is_listed_again()
    {
        const string Base = $"abstract class BotBase : ITicketsHandler {{ {Opened} {Strange} }}\n";
        FixedSources result = await FixAsync("Implement OnLostAsync", $"using Desk;\n{Base}class Bot : BotBase\n{{\n}}\n");
        Assert.Equal($"using Desk;\n{Base}class Bot : BotBase, ITicketsHandler\n{{\n    {Lost}\n}}\n", result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task All_classes_at_once_also_two_interfaces_of_one()
    {
        AnalysisProject project = AnalysisProject.Of(
            Desk.Source,
            "using Desk;\nclass Bot : IShiftsHandler, ITicketsHandler;\nclass Second : IShiftsHandler;\n",
            "using Desk;\nclass Third : IShiftsHandler;\n");
        FixedSources result = await CodeFixRun.FixAllAsync<HandlerClassAnalyzer, ImplementHandlerMethodCodeFixProvider>(project, "Implement OnShiftAsync");
        Assert.Equal(
            $"using Desk;\nclass Bot : IShiftsHandler, ITicketsHandler\n{{\n    {Shift}\n\n    {Ticket}\n}}\nclass Second : IShiftsHandler\n{{\n    {Shift}\n}}\n",
            result.Texts[1]);
        Assert.Equal($"using Desk;\nclass Third : IShiftsHandler\n{{\n    {Shift}\n}}\n", result.Texts[2]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task All_overlooked_failures_at_once()
    {
        AnalysisProject project = AnalysisProject.Of(
            Desk.Source,
            $"using Desk;\nclass Bot : ITicketsHandler {{ {Opened} {Strange} }}\nclass Second : ITicketsHandler {{ {Opened} {Strange} }}\n");
        FixedSources result = await CodeFixRun.FixAllAsync<HandlerClassAnalyzer, ImplementHandlerMethodCodeFixProvider>(project);
        result.Diagnostics.Expect();
    }

    private static Task<FixedSources> FixAsync(string title, string source) =>
        CodeFixRun.FixAsync<HandlerClassAnalyzer, ImplementHandlerMethodCodeFixProvider>(title, Desk.Source, source);
}
