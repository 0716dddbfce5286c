using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What one compilation knows about payloads, their limits and their rules.</summary>
internal sealed class PayloadSymbols
{
    private const string LimitAttribute = "PayloadLimitAttribute";

    /// <summary>How deep payloads are looked for inside the one that a shorthand makes. Deeper ones it takes as a whole.</summary>
    private const int Depth = 4;

    private readonly IAssemblySymbol _own;
    private readonly INamedTypeSymbol _payload;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, PayloadLimit?> _limits = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<PayloadRule>> _rules = new(SymbolEqualityComparer.Default);

    private PayloadSymbols(IAssemblySymbol own, INamedTypeSymbol payload)
    {
        _own = own;
        _payload = payload;
    }

    /// <summary>The symbols of a compilation, or <see langword="null"/> when it does not reference WaGen, or one that knows no payloads.</summary>
    public static PayloadSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("WaGen.Payload") is { } payload && compilation.GetTypeByMetadataName("WaGen.Runtime." + LimitAttribute) is not null
            ? new PayloadSymbols(compilation.Assembly, payload)
            : null;

    /// <summary>The limits of a property or a parameter; null when it has none. Asked about every argument, so most answers come from its assembly.</summary>
    public PayloadLimit? LimitOf(ISymbol symbol) => MayHoldPayloads(symbol.ContainingAssembly) ? _limits.GetOrAdd(symbol.OriginalDefinition, FindLimit) : null;

    /// <summary>Whether a type is a payload.</summary>
    public bool IsPayload(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, _payload))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method is a shorthand: printed, and its parameters go into members of the payload that it makes.</summary>
    public bool IsShorthand(IMethodSymbol method) =>
        method is { IsStatic: true, MethodKind: MethodKind.Ordinary, IsExtensionMethod: false, ReturnType: INamedTypeSymbol }
        && MayHoldPayloads(method.ContainingAssembly)
        && IsPayload(method.ReturnType)
        && IsPayload(method.ContainingType)
        && SymbolAttributes.IsPrinted(method.ContainingType);

    /// <summary>The rules of a payload and of those inside it that are no elements of lists.</summary>
    public ImmutableArray<PayloadRule> RulesWithin(INamedTypeSymbol payload) =>
        _rules.GetOrAdd(payload, type => [.. FindRules(type, [], certain: true)]);

    /// <summary>The property that a payload has, itself or from a base.</summary>
    public static IPropertySymbol? Property(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>Whether an assembly is the one that is compiled, or references the runtime as everything does that holds printed code.</summary>
    private bool MayHoldPayloads(IAssemblySymbol? assembly) =>
        assembly is not null
        && _assemblies.GetOrAdd(assembly, a =>
            SymbolEqualityComparer.Default.Equals(a, _own)
            || a.Modules.Any(m => m.ReferencedAssemblies.Any(r => string.Equals(r.Name, _payload.ContainingAssembly.Identity.Name, StringComparison.Ordinal))));

    private static PayloadLimit? FindLimit(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(static a => SymbolAttributes.IsOfRuntime(a, LimitAttribute)) is { } attribute ? new PayloadLimit(attribute) : null;

    private IEnumerable<PayloadRule> FindRules(INamedTypeSymbol payload, ImmutableArray<string> prefix, bool certain)
    {
        for (INamedTypeSymbol? type = payload; type is not null; type = type.BaseType)
        {
            foreach (AttributeData attribute in type.GetAttributes())
            {
                if (PayloadRule.Of(attribute, payload.Name) is { } rule)
                {
                    yield return rule with { Prefix = prefix, IsCertain = certain };
                }
            }

            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (prefix.Length < Depth && property.Type is INamedTypeSymbol inner && IsPayload(inner))
                {
                    foreach (PayloadRule rule in FindRules(inner, prefix.Add(property.Name), certain && property.IsRequired))
                    {
                        yield return rule;
                    }
                }
            }
        }
    }
}
