using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>Where WAGEN201 says nothing.</summary>
public class HandlerMethodSilenceTests
{
    private const string Signature = "(WaterReading reading, ReadingsContext context, CancellationToken ct)";

    [Theory]
    [InlineData($"public ValueTask OnWaterAsync{Signature} => default;")]
    [InlineData($"public virtual async ValueTask OnWaterAsync{Signature} => await Task.Delay(1, ct);")]
    [InlineData($"ValueTask IReadingsHandler.OnWaterAsync{Signature} => default;")]
    [InlineData($"ValueTask IReadingsHandler.OnWaterAsync{Signature} => default; public ValueTask OnWaterAsync{Signature} => default;")]
    [InlineData("public ValueTask OnReadingAsync(Reading reading, ReadingsContext context, CancellationToken ct) => default;")]
    public Task An_implementation(string members) => ExpectNothingInBot(members);

    [Theory]
    [InlineData("public ValueTask OnWaterAsync(WaterReading reading) => default;")]
    [InlineData("public static void OnWaterAsync(string text) { }")]
    [InlineData("public void OnWater(WaterReading reading) { }")]
    public Task An_overload_or_namesake_of_an_implementation(string member) =>
        ExpectNothingInBot($"public ValueTask OnWaterAsync{Signature} => default; {member}");

    [Theory]
    [InlineData("public Task SendAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("public string Water(WaterReading reading) => \"\";")]
    [InlineData("public void Water(WaterReading reading) { }")]
    [InlineData("public Task WaterAsync(string text) => Task.CompletedTask;")]
    [InlineData("public void OnWater(string text) { }")]
    [InlineData("public void Online(WaterReading reading) { }")]
    [InlineData("public Task OnTimerAsync(CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("public Task OnWatreAsync(string text, CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("protected Task OnRainAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("public Func<WaterReading, Task> OnWater { get; } = _ => Task.CompletedTask;")]
    [InlineData("public event Action<WaterReading> OnWater = _ => { };")]
    [InlineData("public void Run() { void OnWater(WaterReading reading) { } OnWater(default); }")]
    public Task An_unrelated_member(string member) => ExpectNothingInBot(member);

    [Theory]
    [InlineData("OnWater(reading)")]
    [InlineData("new[] { reading }.ToList().ForEach(OnWater)")]
    public Task A_private_helper_that_its_type_calls(string call) => ExpectNothingInBot(
        $"public void Run(WaterReading reading) => {call}; private void OnWater(WaterReading reading) {{ }}");

    [Fact]
    public async Task A_private_method_that_only_calls_itself_is_no_helper() =>
        (await AnalyzeAsync("class Bot : IReadingsHandler { private void OnWater(WaterReading reading) => OnWater(reading); }"))
            .Expect(new ExpectedDiagnostic("WAGEN201", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, "OnWater"));

    [Fact]
    public Task An_override() => ExpectNothing($$"""
        class BotBase : IReadingsHandler
        {
            public virtual ValueTask OnWaterAsync{{Signature}} => default;
        }
        class Bot : BotBase
        {
            public override ValueTask OnWaterAsync{{Signature}} => default;
        }
        """);

    [Fact]
    public Task A_derived_class_that_lists_the_interface_again() => ExpectNothing($$"""
        class BotBase : IReadingsHandler;
        class Bot : BotBase, IReadingsHandler
        {
            public ValueTask OnWaterAsync{{Signature}} => default;
        }
        """);

    [Fact]
    public Task An_inherited_method_that_becomes_the_implementation() => ExpectNothing($$"""
        class BotBase
        {
            public ValueTask OnWaterAsync{{Signature}} => default;
        }
        class Bot : BotBase, IReadingsHandler;
        """);

    [Theory]
    [InlineData("protected abstract Task OnWaterAsync(WaterReading reading, CancellationToken ct);")]
    [InlineData("protected virtual Task OnWater(WaterReading reading, CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("internal ValueTask OnWaterAsync(WaterReading reading, CancellationToken ct) => default;")]
    public Task A_part_of_a_template_that_the_class_calls(string method)
    {
        string call = method.Contains("OnWaterAsync", StringComparison.Ordinal) ? "OnWaterAsync" : "OnWater";
        return ExpectNothing($$"""
            abstract class BotBase : IReadingsHandler
            {
                async ValueTask IReadingsHandler.OnReadingAsync(Reading reading, ReadingsContext context, CancellationToken ct) => await {{call}}(default(WaterReading), ct);
                {{method}}
            }
            """);
    }

    [Fact]
    public Task A_method_of_an_interface_of_ones_own() => ExpectNothing("""
        interface IRain { Task OnRainAsync(WaterReading reading, ReadingsContext context, CancellationToken ct); void OnWater(WaterReading reading); }
        class Bot : IReadingsHandler, IRain
        {
            public Task OnRainAsync(WaterReading reading, ReadingsContext context, CancellationToken ct) => Task.CompletedTask;
            void IRain.OnWater(WaterReading reading) { }
        }
        """);

    [Fact]
    public Task A_type_that_handles_nothing() => ExpectNothing("class Bot { public void OnWater(WaterReading reading) { } }");

    [Fact]
    public Task Generated_code() => ExpectNothing("// <auto-generated/>\nclass Bot : IReadingsHandler { public void OnWater(WaterReading reading) { } }");

    [Fact]
    public Task A_pragma() => ExpectNothing("""
        class Bot : IReadingsHandler
        {
        #pragma warning disable WAGEN201
            public void OnWater(WaterReading reading) { }
        #pragma warning restore WAGEN201
        }
        """);

    [Fact]
    public async Task A_method_with_an_unknown_type_is_left_to_the_compiler() =>
        (await AnalyzeAsync("class Bot : IReadingsHandler { public void OnWater(WaterRaeding reading, ReadingsContext context) { } }"))
            .Expect(new ExpectedDiagnostic("CS0246", Microsoft.CodeAnalysis.DiagnosticSeverity.Error, "WaterRaeding"));

    private static Task ExpectNothingInBot(string members) => ExpectNothing($"class Bot : IReadingsHandler {{ {members} }}");

    private static async Task ExpectNothing(string source) => (await AnalyzeAsync(source)).Expect();

    private static Task<ReportedDiagnostics> AnalyzeAsync(string source) =>
        AnalyzerRun.AnalyzeAsync<HandlerMethodAnalyzer>(Meters.Source, source.StartsWith("//", StringComparison.Ordinal) ? source.Replace("\n", "\nusing Meters;\n", StringComparison.Ordinal) : $"using Meters;\n{source}");
}
