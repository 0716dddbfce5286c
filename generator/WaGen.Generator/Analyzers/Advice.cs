using Microsoft.CodeAnalysis;
using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Reads the attributes that carry advice from schemas to analyzers, also across assemblies.</summary>
internal static class Advice
{
    private const string AttributeName = "SchemaAdviceAttribute";

    /// <summary>The text of an advice; null when the symbol has none about this topic.</summary>
    public static string? TextOf(ISymbol symbol, AdviceTopic topic)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (SymbolAttributes.IsOfRuntime(attribute, AttributeName)
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is int value
                && attribute.ConstructorArguments[1].Value is string text
                && value == (int)topic)
            {
                return text;
            }
        }

        return null;
    }
}
