using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>Looks through <c>T?</c> of value types, which is another type than <c>T</c>.</summary>
internal static class NullableValue
{
    /// <summary>The type inside a nullable value type; other types as they are.</summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
