using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.CodeFixes;

/// <summary>Finds the configuration of an application among the names that can be used at a place.</summary>
internal static class ConfigurationInScope
{
    private const string Contract = "IConfiguration";
    private const string Property = "Configuration";

    /// <summary>An expression for the configuration; null when there is none.</summary>
    public static string? Find(SemanticModel model, SyntaxNode place)
    {
        ISymbol[] usable = [.. model.LookupSymbols(place.SpanStart).Where(static s => s.Locations.FirstOrDefault() is { IsInSource: true }).Where(s => IsUsable(s, model, place)).OrderBy(static s => s.Locations[0].SourceSpan.Start)];
        return usable.FirstOrDefault(static s => TypeOf(s) is { } type && IsConfiguration(type)) is { } itself ? itself.Name
            : usable.FirstOrDefault(static s => TypeOf(s) is { } type && HasConfiguration(type)) is { } owner ? $"{owner.Name}.{Property}"
            : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    private static bool IsConfiguration(ITypeSymbol type) => IsContract(type) || type.AllInterfaces.Any(IsContract);

    private static bool IsContract(ITypeSymbol type) => type is { Name: Contract, ContainingNamespace: { Name: Property, ContainingNamespace.Name: "Extensions" } };

    private static bool HasConfiguration(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(Property).OfType<IPropertySymbol>().Any(static p => p.DeclaredAccessibility is Accessibility.Public && IsConfiguration(p.Type)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a symbol that is found by name has a value at the place and may be named there.</summary>
    private static bool IsUsable(ISymbol symbol, SemanticModel model, SyntaxNode place)
    {
        return symbol switch
        {
            ILocalSymbol local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null, Parent: VariableDeclarationSyntax { Type: not NullableTypeSyntax } } declarator
                && declarator.Span.End < place.SpanStart
                && IsReachable(declarator, place),
            IParameterSymbol parameter => parameter is { Type.NullableAnnotation: not NullableAnnotation.Annotated, RefKind: not RefKind.Out }
                && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
                && IsReachable(declaration, place)
                && (declaration.Parent?.Parent is not TypeDeclarationSyntax || !IsInStatic(model, place)),
            IFieldSymbol or IPropertySymbol => TypeOf(symbol)?.NullableAnnotation is not NullableAnnotation.Annotated
                && (symbol.IsStatic || (!IsInStatic(model, place) && !IsInInitializer(place))),
            _ => false,
        };
    }

    /// <summary>Static functions cannot use variables around them, and types cannot use those of top-level statements.</summary>
    private static bool IsReachable(SyntaxNode declaration, SyntaxNode place) =>
        declaration.SyntaxTree == place.SyntaxTree && !place.Ancestors().Where(a => !a.Span.Contains(declaration.Span)).Any(IsClosed);

    private static bool IsClosed(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        BaseTypeDeclarationSyntax => true,
        _ => false,
    };

    private static bool IsInStatic(SemanticModel model, SyntaxNode place)
    {
        for (ISymbol? symbol = model.GetEnclosingSymbol(place.SpanStart); symbol is not (null or INamedTypeSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.IsStatic)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInInitializer(SyntaxNode place) =>
        place.Ancestors().Any(static a => a is FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null } or ConstructorInitializerSyntax);
}
