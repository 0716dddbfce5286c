using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>Remembers one kind of advice per symbol, so that attributes are read once for all uses.</summary>
internal sealed class AdviceCache(AdviceKind kind)
{
    private readonly ConcurrentDictionary<ISymbol, string?> _texts = new(SymbolEqualityComparer.Default);

    /// <summary>The text of the advice; null when the symbol has none.</summary>
    public string? TextOf(ISymbol symbol) => _texts.GetOrAdd(symbol.OriginalDefinition, s => Advice.TextOf(s, kind));
}
