using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes;

public class HandlerMethodCodeFixTests
{
    private const string ToWater = "Change to the signature of IReadingsHandler.OnWaterAsync";
    private const string Signature = "OnWaterAsync(WaterReading reading, ReadingsContext context, CancellationToken cancellationToken)";

    [Theory]
    [InlineData("public ValueTask OnWatreAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;")]
    [InlineData("public ValueTask OnWaterAsync(WaterReading r, CancellationToken ct = default) => default;", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken ct = default) => default;")]
    [InlineData("public ValueTask OnWaterAsync(ReadingsContext c, WaterReading r, CancellationToken t) => default;", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;")]
    [InlineData("public ValueTask OnWaterAsync(in WaterReading? r) => default;", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken) => default;")]
    [InlineData("public ValueTask OnWaterAsync(string text, CancellationToken ct) => default;", "public ValueTask OnWaterAsync(WaterReading text, ReadingsContext context, CancellationToken ct) => default;")]
    [InlineData("public ValueTask OnWaterAsync<T>(WaterReading r, int a, int b, int c) where T : class => default;", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext a, CancellationToken b) => default;")]
    [InlineData("public ValueTask OnWaterAsync() => default;", $"public ValueTask {Signature} => default;")]
    [InlineData("[Obsolete] ValueTask OnWaterAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;", "[Obsolete] public ValueTask OnWaterAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;")]
    [InlineData("private protected static ValueTask OnWaterAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;")]
    public Task Name_parameters_and_modifiers(string before, string after) => ExpectMember(before, after);

    [Theory]
    [InlineData("public Task OnWater(WaterReading r) => Task.CompletedTask;", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;")]
    [InlineData("public Task OnWater(WaterReading r) => Task.Delay(1);", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken) => new ValueTask(Task.Delay(1));")]
    [InlineData("public Task OnWater(WaterReading r) => throw new InvalidOperationException();", "public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken) => throw new InvalidOperationException();")]
    [InlineData("public async Task OnWater(WaterReading r) => await Task.Delay(1);", "public async ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken) => await Task.Delay(1);")]
    [InlineData("public async void OnWater(WaterReading r) { await Task.Delay(1); }", "public async ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken) { await Task.Delay(1); }")]
    public Task Results(string before, string after) => ExpectMember(before, after);

    [Theory]
    [InlineData("public Task<int> OnWater(WaterReading r) => Task.FromResult(1);", 0)]
    [InlineData("public Task OnWaterAsync(WaterReading r) => Task.CompletedTask; public Task OnWatreAsync(WaterReading r, ReadingsContext c) => Task.CompletedTask;", 1)]
    public async Task A_fix_that_would_not_compile_is_not_offered(string members, int offered) =>
        Assert.Equal(Enumerable.Repeat(ToWater, offered), await CodeFixRun.OfferedAsync<HandlerMethodAnalyzer, HandlerMethodCodeFixProvider>($"using Meters;\nclass Bot : IReadingsHandler {{ {members} }}", Meters.Source));

    [Fact]
    public Task A_body_with_several_results() => ExpectMember(
        """
        // Kept.
            public Task OnWater(WaterReading r)
            {
                Func<Task> inner = () => { return Task.CompletedTask; };
                if (r.Equals(default))
                {
                    return inner(); // Kept as well.
                }

                return Task.CompletedTask;
            }
        """,
        """
        // Kept.
            public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken)
            {
                Func<Task> inner = () => { return Task.CompletedTask; };
                if (r.Equals(default))
                {
                    return new ValueTask(inner()); // Kept as well.
                }

                return ValueTask.CompletedTask;
            }
        """);

    [Fact]
    public Task A_body_without_result() => ExpectMember(
        """
        public void OnWater(WaterReading r)
            {
                if (r.Equals(default))
                {
                    return;
                }

                Console.WriteLine();
            }
        """,
        """
        public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken)
            {
                if (r.Equals(default))
                {
                    return ValueTask.CompletedTask;
                }

                Console.WriteLine();
                return ValueTask.CompletedTask;
            }
        """);

    [Fact]
    public Task A_body_without_result_that_never_ends() => ExpectMember(
        """
        public void OnWater(WaterReading r)
            {
                throw new InvalidOperationException();
            }
        """,
        """
        public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken)
            {
                throw new InvalidOperationException();
            }
        """);

    [Fact]
    public Task An_expression_without_result() => ExpectMember(
        "public void OnWater(WaterReading r) => Console.WriteLine();",
        """
        public ValueTask OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken)
            {
                Console.WriteLine();
                return ValueTask.CompletedTask;
            }
        """);

    [Fact]
    public Task Parameters_on_lines_of_their_own() => ExpectMember(
        """
        public ValueTask OnWatreAsync(
                WaterReading r, // The reading.
                ReadingsContext c,
                CancellationToken t) => default;
        """,
        """
        public ValueTask OnWaterAsync(
                WaterReading r, // The reading.
                ReadingsContext c,
                CancellationToken t) => default;
        """);

    [Fact]
    public async Task A_new_parameter_never_takes_a_name_that_the_body_uses()
    {
        FixedSources result = await FixAsync(ToWater, """
            class Bot(List<int> context) : IReadingsHandler
            {
                public async ValueTask OnWater(WaterReading r, CancellationToken ct) => await Task.Delay(context[0], ct);
            }
            """);
        Assert.Contains("OnWaterAsync(WaterReading r, ReadingsContext context1, CancellationToken ct) => await Task.Delay(context[0], ct);", result.Texts[1], StringComparison.Ordinal);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task References_are_renamed()
    {
        FixedSources result = await FixAsync(
            ToWater,
            """
            public partial class Bot : IReadingsHandler
            {
                public ValueTask OnWatreAsync(WaterReading r, ReadingsContext c, CancellationToken t) => t.CanBeCanceled ? OnWatreAsync(r, c, default) : default;
            }
            """,
            """
            public class BotTests
            {
                /// <summary>Tests <see cref="Bot.OnWatreAsync"/>.</summary>
                public async Task Test() => await new Bot().OnWatreAsync(default, default, default);
            }
            """);
        result.Diagnostics.Expect();
        Assert.Contains("? OnWaterAsync(r, c, default)", result.Texts[1], StringComparison.Ordinal);
        Assert.DoesNotContain("OnWatreAsync", string.Concat(result.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_are_qualified_where_they_are_not_imported()
    {
        FixedSources result = await FixAsync<HandlerMethodCodeFixProvider>(ToWater, "class Bot : Meters.IReadingsHandler { public ValueTask OnWater(Meters.WaterReading r) => default; }");
        Assert.Equal(
            "class Bot : Meters.IReadingsHandler { public ValueTask OnWaterAsync(Meters.WaterReading r, Meters.ReadingsContext context, CancellationToken cancellationToken) => default; }",
            result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Theory]
    [InlineData("class Bot : BotBase\n{", "class Bot : BotBase, IReadingsHandler\n{")]
    [InlineData("class Bot\n    : BotBase, IDisposable\n{", "class Bot\n    : BotBase, IDisposable, IReadingsHandler\n{")]
    [InlineData("partial class Bot : BotBase;\npartial class Bot\n{", "partial class Bot : BotBase;\npartial class Bot : IReadingsHandler\n{")]
    public async Task Interface_of_the_base_class(string before, string after)
    {
        const string Start = "class BotBase : IReadingsHandler { public void Dispose() { } }\n";
        const string Rest = $"\n    public ValueTask {Signature} => default;\n}}";
        FixedSources result = await FixAsync("Implement IReadingsHandler on 'Bot'", Start + before + Rest);
        Assert.Equal($"using Meters;\n{Start}{after}{Rest}", result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task Interface_of_another_field()
    {
        const string Method = "public ValueTask OnAlarmAsync(Alarm alarm, AlarmsContext context, CancellationToken ct) => default;";
        FixedSources result = await FixAsync("Implement IAlarmsHandler on 'Bot'", $"class Bot : IReadingsHandler {{ {Method} }}");
        Assert.Equal($"using Meters;\nclass Bot : IReadingsHandler, IAlarmsHandler {{ {Method} }}", result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task A_hidden_virtual_method()
    {
        const string Base = $"class BotBase : IReadingsHandler {{ public virtual ValueTask {Signature} => default; }}\n";
        FixedSources result = await FixAsync("Override OnWaterAsync of the base class", $"{Base}class Bot : BotBase {{ public new ValueTask {Signature} => default; }}");
        Assert.Equal($"using Meters;\n{Base}class Bot : BotBase {{ public override ValueTask {Signature} => default; }}", result.Texts[1]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task All_signatures_at_once()
    {
        FixedSources result = await CodeFixRun.FixAllAsync<HandlerMethodAnalyzer, HandlerMethodCodeFixProvider>(
            Meters.Source,
            """
            using Meters;
            class Bot : IReadingsHandler
            {
                public ValueTask OnWater(WaterReading r) => default;
                public ValueTask OnElectricity(ElectricityReading r) => default;
            }
            """,
            "using Meters; class Other : IAlarmsHandler { public void OnAlarm(Alarm a) { } }");
        result.Diagnostics.Expect();
        Assert.Contains("OnWaterAsync(WaterReading r, ReadingsContext context, CancellationToken cancellationToken)", result.Texts[1], StringComparison.Ordinal);
        Assert.Contains("OnElectricityAsync(ElectricityReading r, ReadingsContext context, CancellationToken cancellationToken)", result.Texts[1], StringComparison.Ordinal);
        Assert.Contains("OnAlarmAsync(Alarm a, AlarmsContext context, CancellationToken cancellationToken)", result.Texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_interfaces_at_once()
    {
        FixedSources result = await CodeFixRun.FixAllAsync<HandlerMethodAnalyzer, HandlerMethodCodeFixProvider>(
            Meters.Source,
            """
            using Meters;
            class BotBase : IReadingsHandler;
            class Bot : BotBase
            {
                public ValueTask OnWaterAsync(WaterReading r, ReadingsContext c, CancellationToken t) => default;
                public ValueTask OnElectricityAsync(ElectricityReading r, ReadingsContext c, CancellationToken t) => default;
            }
            """);
        result.Diagnostics.Expect();
        Assert.Contains("class Bot : BotBase, IReadingsHandler\n", result.Texts[1], StringComparison.Ordinal);
    }

    private static async Task ExpectMember(string before, string after)
    {
        FixedSources result = await FixAsync(ToWater, $"class Bot : IReadingsHandler\n{{\n    {before}\n}}\n");
        Assert.Equal($"using Meters;\nclass Bot : IReadingsHandler\n{{\n    {after}\n}}\n", result.Texts[1].ReplaceLineEndings("\n"));
        result.Diagnostics.Expect();
    }

    private static Task<FixedSources> FixAsync(string title, params string[] sources) =>
        FixAsync<HandlerMethodCodeFixProvider>(title, [.. sources.Select(static s => $"using Meters;\n{s}")]);

    private static Task<FixedSources> FixAsync<TFix>(string title, params string[] sources)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        CodeFixRun.FixAsync<HandlerMethodAnalyzer, TFix>(title, [Meters.Source, .. sources]);
}
