using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Tells whether a member gets a value.</summary>
internal static class Presence
{
    /// <summary>Whether a member gets none for certain: it is not mentioned, or null stands there.</summary>
    public static bool IsAbsent(WrittenMember? member) => member switch
    {
        null or { IsLeftOut: true } => true,
        { IsFlag: true } => member.Value.ConstantValue is { HasValue: true, Value: false },
        _ => PossibleValues.Of(member.Value).All(IsNull),
    };

    /// <summary>Whether a member gets one for certain; a variable that may be null says nothing.</summary>
    public static bool IsSet(WrittenMember? member) => member switch
    {
        null or { IsLeftOut: true } => false,
        { IsFlag: true } => member.Value.ConstantValue is { HasValue: true, Value: true },
        _ => PossibleValues.Of(member.Value).All(IsSomething),
    };

    private static bool IsNull(IOperation value) =>
        value is { ConstantValue: { HasValue: true, Value: null } }
        || (value is IDefaultValueOperation && (value.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }));

    private static bool IsSomething(IOperation value) => value switch
    {
        _ when IsNull(value) => false,
        { ConstantValue.HasValue: true } => true,
        IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IInterpolatedStringOperation or IWithOperation => true,
        _ => value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState is NullableFlowState.NotNull,
    };
}
