using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.Generator.Analyzers;

/// <summary>A class or struct whose objects handle events, and which of the methods it has, inherits or lacks.</summary>
internal sealed class HandlerClass
{
    private readonly HandlerSymbols _symbols;
    private readonly Lazy<ImmutableArray<IMethodSymbol>?> _nearMisses;

    private HandlerClass(INamedTypeSymbol type, HandlerSymbols symbols, CancellationToken cancellationToken)
    {
        Type = type;
        _symbols = symbols;
        _nearMisses = new Lazy<ImmutableArray<IMethodSymbol>?>(() => FindNearMisses(cancellationToken));
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The view of a type as a handler; <see langword="null"/> when it is none, or when its objects are those of derived classes.</summary>
    public static HandlerClass? Of(INamedTypeSymbol type, HandlerSymbols symbols, CancellationToken cancellationToken) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && type is { IsAbstract: false, IsStatic: false } && symbols.IsHandlerType(type)
            ? new HandlerClass(type, symbols, cancellationToken)
            : null;

    /// <summary>Whether the class, a base class or an interface of the user's implements a method of a handler interface.</summary>
    public bool Implements(IMethodSymbol method) =>
        Type.FindImplementationForInterfaceMember(method) is { } implementation
        && !SymbolEqualityComparer.Default.Equals(implementation.ContainingType.OriginalDefinition, method.ContainingType.OriginalDefinition);

    /// <summary>Whether a method of the class was meant to be one of these; WAGEN201 speaks about it then, or the compiler does.</summary>
    public bool Misses(Func<IMethodSymbol, bool> isOneOfThese) => _nearMisses.Value is not { } targets || targets.Any(isOneOfThese);

    /// <summary>The name of the class where somebody writes it.</summary>
    public Location Name() =>
        Type.Locations.FirstOrDefault(static l => l.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) is false) ?? Type.Locations[0];

    /// <summary>The place of an interface in the base list of the class; its name when an alias stands there.</summary>
    public Location InBaseList(INamedTypeSymbol listed, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in Type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { BaseList: { } list })
            {
                foreach (BaseTypeSyntax entry in list.Types)
                {
                    if (string.Equals(SimpleName.In(entry.Type)?.Identifier.ValueText, listed.Name, StringComparison.Ordinal))
                    {
                        return entry.Type.GetLocation();
                    }
                }
            }
        }

        return Name();
    }

    /// <summary>The methods that others were meant to be; null when the compiler cannot tell what a method is.</summary>
    private ImmutableArray<IMethodSymbol>? FindNearMisses(CancellationToken cancellationToken)
    {
        bool hasErrors = Type.GetMembers().OfType<IMethodSymbol>().Any(
            static m => m.ReturnType.TypeKind == TypeKind.Error || m.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Error));
        return hasErrors
            ? null
            : HandlerType.Of(Type, _symbols)?.FindMistakenMethods(cancellationToken).Select(static f => f.Target).ToImmutableArray() ?? [];
    }
}
