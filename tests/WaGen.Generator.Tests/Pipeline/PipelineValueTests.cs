using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Tests.Emit.Operations;
using WaGen.Generator.Tests.Emit.Parcels;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>What the steps of the pipeline hand on: values, nothing that keeps a compilation alive.</summary>
public sealed class PipelineValueTests
{
    private static readonly string[] Inputs =
    [
        .. typeof(WellKnownGeneratorInputs).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static f => (string)f.GetValue(null)!),
    ];

    // Diagnostics is a step per diagnostic, so it needs a mistake.
    private static readonly ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> TrackedSteps = GeneratorRun.Tracked("class Program;")
        .WithProperty("WaGenFields", "colour")
        .WithProperty("WaGenApiGroups", "all")
        .With(GeneratorRun.WebhookSchemas().Concat(PostApi.Schemas()), isShipped: true)
        .Result.TrackedSteps;

    public static TheoryData<string> AllSteps => [.. typeof(Steps).GetFields().Select(static f => (string)f.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void Every_named_step_is_tracked(string step)
    {
        Assert.Contains(step, TrackedSteps.Keys);
        Assert.NotEmpty(TrackedSteps[step].SelectMany(static s => s.Outputs));
    }

    [Fact]
    public void The_same_input_twice_gives_equal_values_with_equal_hash_codes()
    {
        var first = Values(GeneratorRun.Tracked("class Program;").With(GeneratorRun.WebhookSchemas().Concat(ParcelsProvider.Schemas()), isShipped: true)).ToList();
        var second = Values(GeneratorRun.Tracked("class Program;").With(GeneratorRun.WebhookSchemas().Concat(ParcelsProvider.Schemas()), isShipped: true)).ToList();

        Assert.True(first.Count > 50, $"only {first.Count} values");
        Assert.Equal(first.Count, second.Count);
        Assert.All(first.Zip(second), static p =>
        {
            Assert.NotSame(p.First, p.Second);
            Assert.Equal(p.First, p.Second);
            Assert.Equal(p.First.GetHashCode(), p.Second.GetHashCode());
        });

        static IEnumerable<object> Values(GeneratorRun run) =>
            from step in run.Result.TrackedSteps
            where typeof(Steps).GetFields().Any(f => string.Equals((string)f.GetValue(null)!, step.Key, StringComparison.Ordinal)) && step.Key is not Steps.Schemas
            orderby step.Key
            from output in step.Value.SelectMany(static s => s.Outputs)
            select output.Value;
    }

    [Fact]
    public void No_step_holds_anything_of_the_compiler()
    {
        GeneratorRun run = Edits.Shipped.Replace("webhooks/partner_solutions.json", "\"type\": \"object\",", "\"type\": \"object\", \"colour\": 1,");
        var walk = new Walk();
        foreach (IncrementalGeneratorRunStep step in StepsBefore(run.Result.TrackedOutputSteps.SelectMany(static o => o.Value)))
        {
            foreach ((object value, _) in step.Outputs)
            {
                walk.Visit(value, step.Name ?? "a step without name");
            }
        }

        Assert.True(walk.Visited > 1_000, $"only {walk.Visited} objects were looked at");
    }

    /// <summary>All steps between the outputs and the compiler's own, which alone hold what the compiler gives.</summary>
    private static HashSet<IncrementalGeneratorRunStep> StepsBefore(IEnumerable<IncrementalGeneratorRunStep> outputs)
    {
        var found = new HashSet<IncrementalGeneratorRunStep>();
        var open = new Stack<IncrementalGeneratorRunStep>(outputs.SelectMany(static o => o.Inputs).Select(static i => i.Source));
        while (open.TryPop(out IncrementalGeneratorRunStep? step))
        {
            if (!Inputs.Contains(step.Name) && step.Name is not Steps.Schemas && !IsPairWithCompilation(step) && found.Add(step))
            {
                foreach ((IncrementalGeneratorRunStep source, _) in step.Inputs)
                {
                    open.Push(source);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a step only hands the compilation on together with something. It lives as long as the compiler's own step, and no longer.</summary>
    private static bool IsPairWithCompilation(IncrementalGeneratorRunStep step) =>
        step.Name is null && step.Inputs.Any(static i => i.Source.Name is WellKnownGeneratorInputs.Compilation);

    /// <summary>Follows all fields of all objects.</summary>
    private sealed class Walk
    {
        private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

        public int Visited { get; private set; }

        public void Visit(object? root, string step)
        {
            var open = new Stack<object?>([root]);
            while (open.TryPop(out object? node))
            {
                if (node is null or string or Type || node.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!node.GetType().IsValueType && !_seen.Add(node)))
                {
                    continue;
                }

                Visited++;
                if (node is ISymbol or Compilation or SyntaxNode or SyntaxTree or SemanticModel or Location or IOperation or Diagnostic or SourceText or AdditionalText)
                {
                    Assert.Fail($"{node.GetType().Name} is held by {step}");
                }

                foreach (object? child in node is Array array ? array : Fields(node))
                {
                    open.Push(child);
                }
            }
        }

        private static IEnumerable Fields(object node)
        {
            for (Type? type = node.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    yield return field.GetValue(node);
                }
            }
        }
    }
}
