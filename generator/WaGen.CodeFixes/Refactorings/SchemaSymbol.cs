using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>Finds printed types and members in code, and their parts of a schema.</summary>
internal static class SchemaSymbol
{
    private const string Handler = "On";
    private const string HandlerEnd = "Async";
    private const string Variant = "TryGet";

    /// <summary>What stands behind the name of a member for another way to read it.</summary>
    private static readonly string[] Companions = ["WireNameUtf8", "Utf8", "Equals", "Text"];

    /// <summary>The printed type or member that is used or declared at a position, or implemented there; null when there is none.</summary>
    public static async Task<ISymbol?> AtAsync(Document document, int position, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || Identifier(root, position) is not { Parent: { } node })
        {
            return null;
        }

        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (model is null)
        {
            return null;
        }

        SymbolInfo used = model.GetSymbolInfo(node, cancellationToken);
        ISymbol? symbol = model.GetDeclaredSymbol(node, cancellationToken) ?? used.Symbol ?? used.CandidateSymbols.FirstOrDefault();
        return symbol is not null && IsPrinted(symbol) ? symbol : symbol is IMethodSymbol method ? Implemented(method) : null;
    }

    /// <summary>The printed type that a printed symbol is, or is a member of.</summary>
    public static INamedTypeSymbol TypeOf(ISymbol symbol) => symbol as INamedTypeSymbol ?? symbol.ContainingType;

    /// <summary>The printed type that a property or method gives; it tells what the member is when the type that has the member does not.</summary>
    public static INamedTypeSymbol? ResultOf(ISymbol symbol)
    {
        ITypeSymbol? result = symbol switch
        {
            IPropertySymbol property => property.Type,
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.ReturnType,
            _ => null,
        };
        return result is INamedTypeSymbol type && !SymbolEqualityComparer.Default.Equals(type, symbol.ContainingType) && SymbolAttributes.IsPrinted(type) ? type : null;
    }

    /// <summary>The part of a schema that a symbol was printed from; null for a member that the schema does not have and that leads to another type.</summary>
    /// <param name="map">The schema.</param>
    /// <param name="type">The part that the type of the symbol was printed from.</param>
    /// <param name="symbol">The symbol.</param>
    public static SchemaSpot? Find(SchemaMap map, SchemaSpot type, ISymbol symbol) => symbol switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => SchemaMap.Value(type, symbol.Name) ?? type,
        IMethodSymbol { ContainingType.TypeKind: TypeKind.Interface } when Middle(symbol.Name, Handler, HandlerEnd) is { } handler => map.Event(handler) ?? type,
        IMethodSymbol when Middle(symbol.Name, Variant, string.Empty) is { } variant => map.Variant(type, variant) ?? type,
        IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } => Member(map, type, symbol),
        _ => type,
    };

    private static SchemaSpot? Member(SchemaMap map, SchemaSpot type, ISymbol symbol)
    {
        foreach (string name in Names(symbol.Name))
        {
            if (((type.Pointer.Length == 0 ? map.Lookup(name) : null) ?? map.Member(type, name)) is { } found)
            {
                return found;
            }
        }

        return ResultOf(symbol) is null ? type : null;
    }

    /// <summary>The names of the member that a property or method may read.</summary>
    private static IEnumerable<string> Names(string name)
    {
        yield return name;
        foreach (string? member in Companions.Select(c => Middle(name, string.Empty, c)).Append(Middle(name, "Parse", string.Empty)))
        {
            if (member is not null)
            {
                yield return member;
            }
        }
    }

    private static string? Middle(string name, string start, string end) =>
        name.Length > start.Length + end.Length && name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal)
            ? name.Substring(start.Length, name.Length - start.Length - end.Length)
            : null;

    private static SyntaxToken? Identifier(SyntaxNode root, int position)
    {
        SyntaxToken token = root.FindToken(position);
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0)
        {
            // Behind the last letter of a name the cursor still is on it.
            token = root.FindToken(position - 1);
        }

        return token.IsKind(SyntaxKind.IdentifierToken) && token.Span.IntersectsWith(position) ? token : null;
    }

    private static bool IsPrinted(ISymbol symbol) => symbol is INamedTypeSymbol or { ContainingType: not null } && symbol is not ITypeParameterSymbol && SymbolAttributes.IsPrinted(TypeOf(symbol));

    /// <summary>The printed handler method that a method of a class implements.</summary>
    private static ISymbol? Implemented(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type || Middle(Simple(method.Name), Handler, HandlerEnd) is null)
        {
            return null;
        }

        return type.AllInterfaces
            .Where(SymbolAttributes.IsPrinted)
            .SelectMany(i => i.GetMembers(Simple(method.Name)))
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m), method));
    }

    /// <summary>The name of a method; that of an explicit implementation has its interface in front.</summary>
    private static string Simple(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
