using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Tells whether a payload is used as it is, so that what it lacks stays missing.</summary>
/// <remarks>
/// A payload can be a template that gets its last members by <c>with</c>, here or in another method: one that is returned, kept in a field or given to somebody's
/// method says nothing. An answer to a conversation gets its address from there.
/// </remarks>
internal static class FinalUse
{
    private const string Conversation = "IConversation";

    /// <summary>Whether an expression goes into another payload or into an operation, directly or by a local variable that does nothing else.</summary>
    public static bool Is(IOperation value, PayloadSymbols symbols)
    {
        IOperation? parent = value.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation
            or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: var type }, Parent: IObjectOrCollectionInitializerOperation } => symbols.IsPayload(type),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => SymbolAttributes.IsPrinted(method.ContainingType) && !IsAnswer(method),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsFinal(local, value, symbols),
            _ => false,
        };
    }

    private static bool IsFinal(ILocalSymbol local, IOperation value, PayloadSymbols symbols)
    {
        ILocalReferenceOperation[] uses = [.. Operations.Root(value).Descendants().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local))];
        return uses.Length > 0 && Array.TrueForAll(uses, u => u.Parent is not IVariableInitializerOperation && Is(u, symbols));
    }

    private static bool IsAnswer(IMethodSymbol method) =>
        method.OriginalDefinition.Parameters.FirstOrDefault()?.Type is ITypeParameterSymbol receiver && receiver.ConstraintTypes.Any(static c => c.Name is Conversation);
}
