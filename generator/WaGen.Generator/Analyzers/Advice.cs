using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What a schema advises about a printed symbol; the same names as <c>WaGen.Runtime.SchemaAdvice</c>.</summary>
internal enum AdviceKind
{
    Deprecated,
    Key,
    Lookup,
    Failure,
    Fallback,
}

/// <summary>Reads the attributes that carry advice from schemas to analyzers, also across assemblies.</summary>
internal static class Advice
{
    private const string AttributeName = "SchemaAdviceAttribute";

    /// <summary>The text of an advice; null when the symbol has none of this kind.</summary>
    public static string? TextOf(ISymbol symbol, AdviceKind kind)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (SymbolAttributes.IsOfRuntime(attribute, AttributeName)
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is int value
                && attribute.ConstructorArguments[1].Value is string text
                && value == (int)kind)
            {
                return text;
            }
        }

        return null;
    }
}
