using Microsoft.CodeAnalysis;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Emit;
using WaGen.Generator.Model;
using WaGen.Generator.Schema;
using WaGen.Generator.Selection;

namespace WaGen.Generator;

/// <summary>Prints handlers, views and contracts from schema files.</summary>
/// <remarks>
/// One item a schema file: read, then linked with the names that other files offer, then printed. Models and diagnostics part
/// right after reading, because positions change with every edit and models do not. Every step hands on a class, and two values that are combined
/// become one at once: for each struct that crosses the pipeline, and a pair of a pair is one more, the compiler's whole machinery is compiled anew
/// when a process runs the generator for the first time.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class WebhookGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<GeneratorOptions> options = context.AnalyzerConfigOptionsProvider.Select(GeneratorOptions.Read).WithTrackingName(Steps.Options);
        IncrementalValueProvider<TargetFacts> target = context.CompilationProvider.Select(TargetFacts.Read).WithTrackingName(Steps.Target);
        IncrementalValueProvider<ProjectFacts> project = options
            .Combine(target)
            .Select(static (x, _) => new ProjectFacts(x.Left, x.Right));

        // A project may name a file twice; printing it twice would stop the generator.
        IncrementalValuesProvider<SchemaFile> files = context.AdditionalTextsProvider
            .Collect()
            .SelectMany(static (texts, _) => texts.GroupBy(static t => t.Path, StringComparer.Ordinal).Select(static g => g.First()))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static x => SchemaSource.IsSchema(x.Left, x.Right))
            .Select(static (x, _) => SchemaSource.Create(x.Left, x.Right))
            .WithTrackingName(Steps.Schemas)
            .Select(static (source, cancellationToken) => SchemaFileReader.Read(source.Text, source.IsShipped, cancellationToken))
            .WithTrackingName(Steps.Files);

        // Files that are not printed stay in the pipeline without a model. The compiler loses track of other files when some are filtered out that were not before:
        // after the next edit, printed code would be gone.
        IncrementalValuesProvider<PathModel> models = files
            .Select(static (f, _) => new PathModel(f.Path, f.Model))
            .WithTrackingName(Steps.Models);

        IncrementalValueProvider<SchemaSet> set = files
            .Collect()
            .Select(static (f, _) => new SchemaSet(f.ToEquatableArray()));

        IncrementalValueProvider<SchemaLinker> linker = set
            .Select(static (s, _) => s.Linker())
            .WithTrackingName(Steps.Exports);

        IncrementalValueProvider<FileSelection> selection = set
            .Select(static (s, _) => s.Names())
            .Combine(project)
            .Select(static (x, _) => FileSelection.Choose(x.Left.Files, x.Right.Options, x.Right.Target))
            .WithTrackingName(Steps.Selection);

        IncrementalValuesProvider<PathModel> selected = models
            .Combine(selection)
            .Select(static (x, _) => x.Right.Contains(x.Left.Path) ? x.Left : x.Left.WithoutModel());

        IncrementalValueProvider<ContractSet> contracts = selected
            .Select(static (m, _) => ContractPart.Of(m))
            .Collect()
            .Select(static (parts, _) => ContractPart.Join(parts));

        IncrementalValueProvider<PrintNames> printNames = contracts
            .Combine(options)
            .Select(static (x, _) => PrintNames.Of(x.Left.Contracts, x.Right));

        IncrementalValueProvider<ApiScopes> apis = context.CompilationProvider
            .Combine(selection)
            .Select(static (x, _) => ApiScopes.Of(x.Left, x.Right))
            .WithTrackingName(Steps.Apis);

        IncrementalValueProvider<OperationParts> operationParts = selected
            .Select(static (m, _) => OperationPart.Of(m))
            .Collect()
            .Select(static (parts, _) => new OperationParts(parts.Where(static p => p.Group is not null).ToEquatableArray()));

        IncrementalValueProvider<OperationLists> operations = operationParts
            .Combine(apis)
            .Select(static (x, _) => OperationLists.Of(x.Left, x.Right));

        IncrementalValueProvider<ReplyParts> replies = operationParts
            .Select(static (parts, _) => ReplyParts.Of(parts));

        IncrementalValueProvider<PrintScope> scope = linker
            .Combine(printNames)
            .Select(static (x, _) => new PrintScope(x.Left, x.Right))
            .Combine(apis)
            .Select(static (x, _) => x.Left with { Apis = x.Right })
            .Combine(replies)
            .Select(static (x, _) => x.Left with { Replies = x.Right });

        IncrementalValuesProvider<Printable> printables = selected
            .Combine(scope)
            .Select(static (x, _) => Printable.Of(x.Left, x.Right))
            .WithTrackingName(Steps.Linked);

        IncrementalValuesProvider<PrintableContract> printableContracts = contracts
            .Combine(printNames)
            .SelectMany(static (x, _) => x.Left.Contracts.Select(c => new PrintableContract(c, x.Right.For(c.Id))))
            .WithTrackingName(Steps.Contracts);

        IncrementalValuesProvider<PrintableOperations> printableOperations = operations
            .Combine(options)
            .SelectMany(static (x, _) => x.Left.Lists.Select(l => new PrintableOperations(l, x.Right.Accessibility, x.Right.Mark)))
            .WithTrackingName(Steps.Operations);

        IncrementalValueProvider<GlobalUsings> usings = contracts
            .Combine(operations)
            .Select(static (x, _) => PrintedNamespaces.Of(x.Left, x.Right))
            .Combine(project)
            .Select(static (x, _) => GlobalUsings.Of(x.Left, x.Right.Options, x.Right.Target));

        IncrementalValuesProvider<DiagnosticInfo> crossProblems = set
            .Combine(project)
            .SelectMany(static (x, _) => CrossChecks.Find(x.Left, x.Right))
            .WithTrackingName(Steps.Diagnostics);

        // Without such a use, which is the rule, nothing goes on to the compilation, and no edit makes anything run again.
        IncrementalValuesProvider<LeftOutUse> leftOutUses = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => HandlerMention.IsCandidate(node), static (x, _) => HandlerMention.Of(x.Node))
            .Combine(selection)
            .Select(static (x, _) => LeftOutUse.Of(x.Left, x.Right))
            .Where(static use => use is not null)
            .Select(static (use, _) => use!);

        context.RegisterSourceOutput(printables, static (output, p) => p.AddTo(output));
        context.RegisterSourceOutput(printableContracts, static (output, p) => output.AddSource($"{p.Contract.Namespace}.{p.Contract.Envelope.Name}Contract.g.cs", ContractEmitter.Emit(p.Contract, p.Context)));
        context.RegisterSourceOutput(printableOperations, static (output, p) => p.AddTo(output));
        context.RegisterSourceOutput(usings, static (output, u) => u.AddTo(output));
        context.RegisterSourceOutput(files.SelectMany(static (f, _) => f.Problems), static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
        context.RegisterSourceOutput(crossProblems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
        context.RegisterSourceOutput(leftOutUses.Combine(context.CompilationProvider), static (output, x) =>
        {
            if (x.Left.ToDiagnostic(x.Right, output.CancellationToken) is { } problem)
            {
                output.ReportDiagnostic(problem);
            }
        });
    }
}
