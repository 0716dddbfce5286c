using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Remembers the advice about one topic per symbol, so that attributes are read once for all uses.</summary>
internal sealed class AdviceCache(AdviceTopic topic)
{
    private readonly ConcurrentDictionary<ISymbol, string?> _texts = new(SymbolEqualityComparer.Default);

    /// <summary>The text of the advice; null when the symbol has none.</summary>
    public string? TextOf(ISymbol symbol) => _texts.GetOrAdd(symbol.OriginalDefinition, s => Advice.TextOf(s, topic));
}
