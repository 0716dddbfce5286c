using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>The handler class and the interface that a diagnostic is about, found again by their names.</summary>
internal sealed class HandlerTarget
{
    private readonly HandlerSymbols _symbols;

    private HandlerTarget(INamedTypeSymbol type, INamedTypeSymbol handled, HandlerSymbols symbols)
    {
        Type = type;
        Interface = handled;
        _symbols = symbols;
    }

    public INamedTypeSymbol Type { get; }

    public INamedTypeSymbol Interface { get; }

    /// <summary>The groups of the interface and of those that it joins.</summary>
    public ImmutableArray<EventGroup> Groups() =>
        [.. Interface.AllInterfaces.Insert(0, Interface).Where(_symbols.IsHandlerInterface).SelectMany(i => EventGroup.Of(i, _symbols))];

    public static HandlerTarget? Of(Diagnostic diagnostic, Compilation compilation)
    {
        if (HandlerSymbols.Of(compilation) is { } symbols
            && Property(diagnostic, HandlerClassFinding.TypeProperty) is { Length: > 0 } typeId
            && DocumentationCommentId.GetFirstSymbolForDeclarationId(typeId, compilation) is INamedTypeSymbol type
            && type.AllInterfaces.FirstOrDefault(i => Property(diagnostic, HandlerClassFinding.InterfaceProperty) is { } id && Has(i, id)) is { } handled)
        {
            return new HandlerTarget(type, handled, symbols);
        }

        return null;
    }

    /// <summary>The names of the methods that mend the diagnostic; empty when any method does.</summary>
    public static string[] Methods(Diagnostic diagnostic) =>
        Property(diagnostic, HandlerClassFinding.MethodsProperty)?.Split([' '], StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static bool Has(INamedTypeSymbol type, string id) => string.Equals(type.OriginalDefinition.GetDocumentationCommentId(), id, StringComparison.Ordinal);

    private static string? Property(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out string? value) ? value : null;
}
