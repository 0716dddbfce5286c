using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>What WAGEN201 says about methods that are never called.</summary>
public class HandlerMethodAnalyzerTests
{
    private const string Water = "(WaterReading, ReadingsContext, CancellationToken)";

    [Theory]
    [InlineData("public ValueTask OnWaterAsync(WaterReading reading, CancellationToken ct) => default;")]
    [InlineData("public Task OnWaterAsync(WaterReading reading, ReadingsContext context) => Task.CompletedTask;")]
    [InlineData("public ValueTask OnWaterAsync(ElectricityReading reading, ReadingsContext context, CancellationToken ct) => default;")]
    [InlineData("public ValueTask OnWaterAsync(ReadingsContext context, WaterReading reading, CancellationToken ct) => default;")]
    [InlineData("public ValueTask OnWaterAsync(in WaterReading reading, ReadingsContext context, CancellationToken ct) => default;")]
    [InlineData("public ValueTask OnWaterAsync(WaterReading? reading, ReadingsContext context, CancellationToken ct) => default;")]
    [InlineData("private void OnWaterAsync(string text) { }")]
    [InlineData("public ValueTask OnWaterAsync() => default;")]
    public Task Other_parameters(string member) => ExpectInBot(
        member,
        "OnWaterAsync",
        $"'OnWaterAsync' is never called for an event, because its parameters are not those of 'IReadingsHandler.OnWaterAsync'; change them to '{Water}'");

    [Theory]
    [InlineData("Task", "Task.CompletedTask")]
    [InlineData("ValueTask<int>", "default")]
    public Task Other_result(string type, string result) => ExpectInBot(
        $"public {type} OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => {result};",
        "OnWaterAsync",
        $"'OnWaterAsync' is never called for an event, because it returns '{type}' and 'IReadingsHandler.OnWaterAsync' does not; return 'ValueTask'");

    [Fact]
    public Task A_generic_method() => ExpectInBot(
        "public ValueTask OnWaterAsync<T>(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;",
        "OnWaterAsync",
        $"'OnWaterAsync' is never called for an event, because its parameters are not those of 'IReadingsHandler.OnWaterAsync'; change them to '{Water}'");

    [Theory]
    [InlineData("OnWater")]
    [InlineData("OnwaterAsync")]
    [InlineData("ONWATERASYNC")]
    [InlineData("WaterAsync")]
    [InlineData("OnWatreAsync")]
    [InlineData("OnWatersAsync")]
    [InlineData("OnWaterReadingAsync")]
    [InlineData("OnRainAsync")]
    public Task Other_name_with_the_right_signature(string name) => ExpectInBot(
        $"public ValueTask {name}(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;",
        name,
        $"'{name}' is never called for an event, because 'IReadingsHandler' has no method of this name; rename it to 'OnWaterAsync'");

    [Theory]
    [InlineData("public void OnWater(WaterReading reading) { }", "OnWater")]
    [InlineData("public Task WaterAsync(WaterReading reading) => Task.CompletedTask;", "WaterAsync")]
    [InlineData("public Task OnWater(string text) => Task.CompletedTask;", "OnWater")]
    [InlineData("private async Task OnWtaerAsync(WaterReading reading, CancellationToken ct) => await Task.Delay(1, ct);", "OnWtaerAsync")]
    [InlineData("public Task OnRainAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => Task.CompletedTask;", "OnRainAsync")]
    public Task Other_name_and_signature(string member, string name) => ExpectInBot(
        member,
        name,
        $"'{name}' is never called for an event, because 'IReadingsHandler' has no method of this name; change it to 'OnWaterAsync{Water}'");

    [Theory]
    [InlineData("ValueTask", "it is not public; make it public")]
    [InlineData("internal ValueTask", "it is not public; make it public")]
    [InlineData("protected virtual ValueTask", "it is not public; make it public")]
    [InlineData("public static ValueTask", "it is static; make it a public instance method")]
    public Task Not_a_public_instance_method(string start, string reason) => ExpectInBot(
        $"{start} OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;",
        "OnWaterAsync",
        $"'OnWaterAsync' is never called for an event, because {reason}");

    [Fact]
    public Task A_derived_class_whose_base_implements_the_interface_with_its_default() => Expect(
        """
        class BotBase : IReadingsHandler;
        class Bot : BotBase
        {
            public ValueTask OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;
        }
        """,
        Warning("OnWaterAsync", "'OnWaterAsync' is never called for an event, because the base class implements 'IReadingsHandler' without it and 'Bot' does not list that interface again; add 'IReadingsHandler' to the bases of 'Bot'"));

    [Fact]
    public Task A_derived_class_that_hides_an_implementation() => Expect(
        """
        class BotBase : IReadingsHandler
        {
            public ValueTask OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;
        }
        class Bot : BotBase
        {
            public new ValueTask OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;
        }
        """,
        Warning("OnWaterAsync", "'OnWaterAsync' is never called for an event, because it hides 'BotBase.OnWaterAsync', which implements 'IReadingsHandler' as long as 'Bot' does not list that interface again; add 'IReadingsHandler' to the bases of 'Bot'"));

    [Fact]
    public Task A_derived_class_that_hides_a_virtual_implementation() => Expect(
        """
        abstract class BotBase : IReadingsHandler
        {
            public abstract ValueTask OnElectricityAsync(ElectricityReading reading, ReadingsContext context, CancellationToken ct);
            public virtual ValueTask OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;
        }
        class Middle : BotBase
        {
            public override ValueTask OnElectricityAsync(ElectricityReading reading, ReadingsContext context, CancellationToken ct) => default;
        }
        class Bot : Middle
        {
            public new ValueTask OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => default;
        }
        """,
        Warning("OnWaterAsync", "'OnWaterAsync' is never called for an event, because it hides 'BotBase.OnWaterAsync', which implements 'IReadingsHandler'; override that method"));

    [Fact]
    public Task A_method_of_another_field() => ExpectInBot(
        "public ValueTask OnAlarmAsync(Alarm alarm, AlarmsContext context, CancellationToken ct) => default;",
        "OnAlarmAsync",
        "'OnAlarmAsync' is never called for an event, because 'Bot' does not implement 'IAlarmsHandler'; add 'IAlarmsHandler' to the bases of 'Bot'");

    [Fact]
    public Task A_method_of_a_field_when_only_the_contract_is_implemented() => Expect(
        "class Bot : IMeterHandler { public ValueTask OnAlarmAsync(Alarm alarm, AlarmsContext context, CancellationToken ct) => default; }",
        Warning("OnAlarmAsync", "'OnAlarmAsync' is never called for an event, because 'Bot' does not implement 'IAlarmsHandler'; add 'IAlarmsHandler' to the bases of 'Bot'"));

    [Fact]
    public Task A_name_that_two_interfaces_have_and_one_is_implemented() => Expect(
        """
        class Bot : IReadingsHandler, IAlarmsHandler
        {
            public ValueTask OnErrorAsync(Reading reading, ReadingsContext context, CancellationToken ct) => default;
            public ValueTask OnErrorAsync(Alarm alarm, CancellationToken ct) => default;
            public ValueTask OnErrorAsync(Exception exception, CancellationToken ct) => default;
        }
        """,
        Warning("OnErrorAsync", "'OnErrorAsync' is never called for an event, because its parameters are not those of 'IAlarmsHandler.OnErrorAsync'; change them to '(Alarm, AlarmsContext, CancellationToken)'"));

    [Theory]
    [InlineData("struct Bot : IReadingsHandler { public void OnWater(WaterReading reading) { } }")]
    [InlineData("record Bot(int Number) : IReadingsHandler { public void OnWater(WaterReading reading) { } }")]
    [InlineData("record struct Bot(int Number) : IReadingsHandler { public void OnWater(WaterReading reading) { } }")]
    [InlineData("class Bot<T> : IReadingsHandler { public void OnWater(WaterReading reading) { } }")]
    [InlineData("class Outer { class Bot : IReadingsHandler { public void OnWater(WaterReading reading) { } } }")]
    [InlineData("partial class Bot : IReadingsHandler; partial class Bot { public void OnWater(WaterReading reading) { } }")]
    [InlineData("interface IOwn : IReadingsHandler; class Bot : IOwn { public void OnWater(WaterReading reading) { } }")]
    [InlineData("class Bot<T> : IOwn<T> { public void OnWater(WaterReading reading) { } } interface IOwn<T> : IReadingsHandler;")]
    [InlineData("class Base : IReadingsHandler; class Bot : Base { public void OnWater(WaterReading reading) { } }")]
    public Task Every_kind_of_type(string source) => Expect(source, new ExpectedDiagnostic("WAGEN201", DiagnosticSeverity.Warning, "OnWater"));

    private static Task ExpectInBot(string member, string name, string message) =>
        Expect($"class Bot : IReadingsHandler {{ {member} }}", Warning(name, message));

    private static async Task Expect(string source, params ExpectedDiagnostic[] expected) =>
        (await AnalyzerRun.AnalyzeAsync<HandlerMethodAnalyzer>(Meters.Source, $"using Meters;\n{source}")).Expect(expected);

    private static ExpectedDiagnostic Warning(string name, string message) => new("WAGEN201", DiagnosticSeverity.Warning, name, message);
}
