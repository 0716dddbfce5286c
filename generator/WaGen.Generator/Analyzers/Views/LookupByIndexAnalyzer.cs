using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds elements that are taken by their position from a list that a member beside it searches (WAGEN216).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LookupByIndexAnalyzer : ProjectAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the expression to use instead.</summary>
    internal const string LookupProperty = "Lookup";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ViewRules.LookupByIndex];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        var lookups = new AdviceCache(AdviceTopic.Lookup);
        start.RegisterOperationAction(c => Analyze(c, lookups), OperationKind.PropertyReference, OperationKind.ImplicitIndexerReference, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, AdviceCache lookups)
    {
        IOperation access = context.Operation;
        if (ListOf(access) is { } list
            && PropertyOf(list) is { Instance: { } receiver } property
            && lookups.TextOf(property.Property) is { } name
            && Receiver.TextOf(receiver) is { } expression
            && property.Property.ContainingType.GetMembers(name).FirstOrDefault() is IPropertySymbol sibling
            && SymbolEqualityComparer.Default.Equals(sibling.Type, access.Type))
        {
            string lookup = $"{expression}.{name}";
            context.ReportDiagnostic(Diagnostic.Create(
                ViewRules.LookupByIndex,
                access.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(LookupProperty, lookup),
                access.Syntax.ToString(),
                lookup));
        }
    }

    /// <summary>The list that an element is taken from by a position that is known in advance.</summary>
    private static IOperation? ListOf(IOperation access) => access switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } indexer when IsConstant(indexer.Arguments[0].Value) => indexer.Instance,
        IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } } indexer when IsConstant(fromEnd) => indexer.Instance,
        IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" } call when OtherArguments(call) is 0 => Source(call),
        IInvocationOperation { TargetMethod.Name: "ElementAt" or "ElementAtOrDefault" } call when OtherArguments(call) is 1 && IsConstant(call.Arguments[call.Arguments.Length - 1].Value) => Source(call),
        _ => null,
    };

    private static bool IsConstant(IOperation index) => index.ConstantValue.HasValue;

    private static int OtherArguments(IInvocationOperation call) => call.Arguments.Length - (call.Instance is null ? 1 : 0);

    private static IOperation? Source(IInvocationOperation call) => call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null);

    /// <summary>The property that a list was read from, directly or through a local.</summary>
    private static IPropertyReferenceOperation? PropertyOf(IOperation list)
    {
        list = Operations.Unwrap(list);
        if (list is ILocalReferenceOperation { Type.Name: "ViewList" } local && LocalValue.Of(local) is { } value)
        {
            // What the local was read from has to mean the same where the element is taken.
            return Operations.Unwrap(value) is IPropertyReferenceOperation { Instance: IParameterReferenceOperation or ILocalReferenceOperation } property ? property : null;
        }

        return list as IPropertyReferenceOperation;
    }
}
