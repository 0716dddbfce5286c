using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds dictionaries, sets and groups whose key is a member that may be absent, although another one beside it never is (WAGEN213).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreliableKeyAnalyzer : ProjectAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the expression to ask first.</summary>
    internal const string BetterProperty = "Better";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ViewRules.UnreliableKey];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        var keys = new AdviceCache(AdviceTopic.Key);
        start.RegisterOperationAction(c => Analyze(c, keys), OperationKind.Argument);
    }

    private static void Analyze(OperationAnalysisContext context, AdviceCache keys)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { } parameter)
        {
            return;
        }

        IOperation? key = KeyParameter.TakesKey(parameter) ? argument.Value : KeyParameter.TakesKeySelector(parameter) ? ResultOf(argument.Value) : null;
        if (key is null || KeyParameter.IsLookup(argument, context.CancellationToken))
        {
            return;
        }

        key = WithoutSubstitute(key);
        if (PropertyOf(key) is { Instance: { } receiver } property
            && keys.TextOf(property.Property) is { } name
            && Receiver.TextOf(receiver) is { } expression
            && property.Property.ContainingType.GetMembers(name).Any(static m => m is IPropertySymbol))
        {
            string better = $"{expression}.{name}";
            context.ReportDiagnostic(Diagnostic.Create(
                ViewRules.UnreliableKey,
                key.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(BetterProperty, better),
                property.Syntax.ToString(),
                better));
        }
    }

    /// <summary>What a lambda that consists of one expression returns.</summary>
    private static IOperation? ResultOf(IOperation argument) =>
        Operations.Unwrap(argument) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: { Length: 1 } operations } }
            ? (operations[0] as IReturnOperation)?.ReturnedValue
            : null;

    /// <summary>The key without what stands in for it: <c>?? ""</c> gives everybody without the member one and the same key.</summary>
    private static IOperation WithoutSubstitute(IOperation key)
    {
        key = Operations.Unwrap(key);
        return key is ICoalesceOperation { WhenNull: { ConstantValue.HasValue: true } } coalesce ? Operations.Unwrap(coalesce.Value) : key;
    }

    private static IPropertyReferenceOperation? PropertyOf(IOperation key)
    {
        if (key is ILocalReferenceOperation { Type.SpecialType: SpecialType.System_String } local && LocalValue.Of(local) is { Parent: IVariableInitializerOperation } value)
        {
            // What the local was read from has to mean the same where the key is used.
            return WithoutSubstitute(value) is IPropertyReferenceOperation { Instance: var instance } property && IsStable(instance) ? property : null;
        }

        return key as IPropertyReferenceOperation;
    }

    private static bool IsStable(IOperation? receiver)
    {
        while (receiver is IPropertyReferenceOperation { Property.IsIndexer: false } property)
        {
            receiver = property.Instance;
        }

        return receiver is IParameterReferenceOperation or ILocalReferenceOperation;
    }
}
