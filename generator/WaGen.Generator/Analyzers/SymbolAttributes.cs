using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What attributes say about symbols.</summary>
internal static class SymbolAttributes
{
    private const string Tool = "WaGen";

    /// <summary>Whether this generator has printed a type. Asked at every cursor position, so without iterators.</summary>
    public static bool IsPrinted(ITypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
                && !attribute.ConstructorArguments.IsDefaultOrEmpty
                && attribute.ConstructorArguments[0].Value is Tool)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether somebody has called a symbol obsolete.</summary>
    public static bool IsObsolete(ISymbol symbol) =>
        symbol.GetAttributes().Any(static a => a.AttributeClass is { Name: nameof(ObsoleteAttribute), ContainingNamespace.Name: nameof(System) });

    /// <summary>Whether an attribute is the one of this name that the runtime has for analyzers.</summary>
    public static bool IsOfRuntime(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "Runtime", ContainingNamespace.Name: "WaGen" } } type
        && string.Equals(type.Name, name, StringComparison.Ordinal);
}
