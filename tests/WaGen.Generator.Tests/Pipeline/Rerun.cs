using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;
using WaGen.Generator.Selection;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>What the pipeline did again after a change. Expectations list names without the part that all of them share.</summary>
internal sealed class Rerun(GeneratorRun run)
{
    private const string Prefix = "wagen.dev.schemas.";

    /// <summary>Fails unless exactly these schema files were parsed, the models of exactly these changed, and exactly these files were printed.</summary>
    /// <param name="parsed">Files that were read, whether or not anything came of it.</param>
    /// <param name="changed">Files whose model is another one.</param>
    /// <param name="printed">Printed files: schemas as <c>common.text</c>, <c>contract</c> and <c>usings</c>.</param>
    public void Expect(string[] parsed, string[] changed, string[] printed)
    {
        Assert.Equal(parsed.Order(StringComparer.Ordinal), Names(Outputs(Steps.Files).Where(static o => o.Reason is not IncrementalStepRunReason.Cached)));
        Assert.Equal(changed.Order(StringComparer.Ordinal), Names(Outputs(Steps.Models).Where(IsNew)));
        Assert.Equal(printed.Order(StringComparer.Ordinal), Names(Printed()));
        IEnumerable<string> linked = Names(Outputs(Steps.Linked).Concat(Outputs(Steps.Contracts)).Where(IsNew));
        Assert.Equal(printed.Where(static p => p is not "usings").Order(StringComparer.Ordinal), linked);
    }

    /// <summary>What was handed to the outputs that ran.</summary>
    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Printed() =>
        from step in run.Result.TrackedOutputSteps.SelectMany(static o => o.Value)
        where step.Outputs.Any(static o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed))
        from input in step.Inputs
        let output = input.Source.Outputs[input.OutputIndex]
        where output.Value is not (DiagnosticInfo or Printable { Schema: null })
        select output;

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        run.Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps) ? steps.SelectMany(static s => s.Outputs) : [];

    private static bool IsNew((object Value, IncrementalStepRunReason Reason) output) =>
        output is { Reason: IncrementalStepRunReason.New or IncrementalStepRunReason.Modified, Value: not (PathModel { Model: null } or Printable { Schema: null }) };

    private static IEnumerable<string> Names(IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) =>
        outputs.Select(static o => NameOf(o.Value)).Order(StringComparer.Ordinal);

    private static string NameOf(object value) => value switch
    {
        SchemaFile { Model: { } model } => NameOf(model),
        SchemaFile file => file.Path,
        PathModel { Model: { } model } => NameOf(model),
        Printable { Schema: { } printable } => NameOf(printable.Schema),
        PrintableContract => "contract",
        GlobalUsings => "usings",
        SchemaModel schema => schema.HintName.Replace(Prefix, string.Empty, StringComparison.Ordinal),
        _ => value.ToString()!,
    };
}
