using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>A method of a handler interface, and what implements it in one type.</summary>
internal sealed class HandlerSlot
{
    private readonly INamedTypeSymbol _interface;

    public HandlerSlot(IMethodSymbol method, INamedTypeSymbol type)
    {
        Method = method;
        _interface = method.ContainingType;
        Implementation = type.FindImplementationForInterfaceMember(method) is IMethodSymbol { ContainingType.TypeKind: not TypeKind.Interface } implementation
            ? implementation
            : null;
    }

    /// <summary>The method of the interface.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>The method of the type or of a base class; <see langword="null"/> when the interface's default is used.</summary>
    public IMethodSymbol? Implementation { get; }

    /// <summary>Name of the interface for messages.</summary>
    public string Interface => Display(_interface);

    /// <summary>The parameter types for messages, in parentheses.</summary>
    public string Parameters => $"({string.Join(", ", Method.Parameters.Select(static p => Display(p.Type)))})";

    public static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public bool HasName(IMethodSymbol method) => string.Equals(method.Name, Method.Name, StringComparison.Ordinal);

    public bool HasSignature(IMethodSymbol method) =>
        !method.IsGenericMethod && SymbolEqualityComparer.Default.Equals(method.ReturnType, Method.ReturnType) && HasParameters(method);

    public bool HasParameters(IMethodSymbol method) =>
        method.Parameters.Length == Method.Parameters.Length
        && method.Parameters.Zip(Method.Parameters, static (a, b) => a.RefKind == b.RefKind && SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(static same => same);

    /// <summary>Whether a type itself, not one of its base classes, implements the method.</summary>
    public bool IsImplementedIn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(Implementation?.ContainingType, type);

    /// <summary>Whether a parameter has the type of one of the interface method's parameters; tokens do not count.</summary>
    public bool SharesType(IMethodSymbol method, HandlerSymbols symbols) => SharedTypes(method).Any(symbols.IsTelling);

    /// <summary>Whether a parameter has a type that belongs to this method and to none of the others.</summary>
    public bool SharesTypeOnlyWith(IMethodSymbol method, HandlerSlot[] others, HandlerSymbols symbols) =>
        SharedTypes(method).Any(t => symbols.IsTelling(t) && !others.Any(o => o.Has(t)));

    public int CountSharedTypes(IMethodSymbol method) => SharedTypes(method).Count();

    private IEnumerable<ITypeSymbol> SharedTypes(IMethodSymbol method) => method.Parameters.Select(static p => NullableValue.Unwrap(p.Type)).Where(Has);

    private bool Has(ITypeSymbol type) => Method.Parameters.Any(p => SymbolEqualityComparer.Default.Equals(p.Type, type));
}
