using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>A class or struct that handles events, and the judgement of its methods.</summary>
internal sealed class HandlerType
{
    private readonly INamedTypeSymbol _type;
    private readonly HandlerSymbols _symbols;
    private readonly ImmutableArray<HandlerSlot> _slots;

    private HandlerType(INamedTypeSymbol type, HandlerSymbols symbols, ImmutableArray<HandlerSlot> slots)
    {
        _type = type;
        _symbols = symbols;
        _slots = slots;
    }

    /// <summary>The view of a type as a handler, or <see langword="null"/> when it implements no handler interface.</summary>
    public static HandlerType? Of(INamedTypeSymbol type, HandlerSymbols symbols)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return null;
        }

        ImmutableArray<INamedTypeSymbol> interfaces = [.. type.AllInterfaces.Where(symbols.IsHandlerInterface)];
        return interfaces.IsEmpty
            ? null
            : new HandlerType(type, symbols, [.. interfaces.SelectMany(symbols.HandlerMethods).Select(m => new HandlerSlot(m, type))]);
    }

    /// <summary>The declared methods that look like handler methods and are not called as such.</summary>
    public ImmutableArray<HandlerMethodFinding> FindMistakenMethods(CancellationToken cancellationToken)
    {
        ImmutableArray<HandlerMethodFinding>.Builder findings = ImmutableArray.CreateBuilder<HandlerMethodFinding>();
        HashSet<ISymbol>? implementations = null;
        foreach (IMethodSymbol method in _type.GetMembers().OfType<IMethodSymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (method is not { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false, IsOverride: false } || HasErrors(method))
            {
                continue;
            }

            implementations ??= FindImplementations();
            if (!implementations.Contains(method) && Judge(method) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings.ToImmutable();
    }

    private static bool HasErrors(IMethodSymbol method) =>
        method.ReturnType.TypeKind == TypeKind.Error || method.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Error);

    private HashSet<ISymbol> FindImplementations()
    {
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (ISymbol member in _type.AllInterfaces.SelectMany(static i => i.GetMembers()))
        {
            if (_type.FindImplementationForInterfaceMember(member) is { } implementation)
            {
                found.Add(implementation);
            }
        }

        return found;
    }

    private HandlerMethodFinding? Judge(IMethodSymbol method)
    {
        if (FindOfOtherInterface(method) is { } finding)
        {
            return finding;
        }

        return _slots.Any(s => s.HasName(method)) ? FindSame(method) ?? FindSameName(method) : FindSimilar(method);
    }

    /// <summary>Name and parameters are right, and still the method is not the one that is called.</summary>
    private HandlerMethodFinding? FindSame(IMethodSymbol method)
    {
        HandlerSlot? slot = _slots.FirstOrDefault(s => s.HasName(method) && s.HasSignature(method));
        if (slot is null || slot.IsImplementedIn(_type))
        {
            return null;
        }

        if (method.DeclaredAccessibility != Accessibility.Public || method.IsStatic)
        {
            string problem = method.IsStatic ? "it is static" : "it is not public";
            string wayOut = method.IsStatic ? "make it a public instance method" : "make it public";
            return new HandlerMethodFinding(method, slot.Method, HandlerMethodFix.Signature, problem, wayOut);
        }

        string list = $"add '{slot.Interface}' to the bases of '{_type.Name}'";
        if (slot.Implementation is not { } hidden)
        {
            return new HandlerMethodFinding(method, slot.Method, HandlerMethodFix.Interface, $"the base class implements '{slot.Interface}' without it and '{_type.Name}' does not list that interface again", list);
        }

        string hides = $"it hides '{hidden.ContainingType.Name}.{hidden.Name}'";
        return (hidden.IsVirtual || hidden.IsOverride || hidden.IsAbstract) && !hidden.IsSealed
            ? new HandlerMethodFinding(method, slot.Method, HandlerMethodFix.Override, $"{hides}, which implements '{slot.Interface}'", "override that method")
            : new HandlerMethodFinding(method, slot.Method, HandlerMethodFix.Interface, $"{hides}, which implements '{slot.Interface}' as long as '{_type.Name}' does not list that interface again", list);
    }

    /// <summary>Name and parameters are those of another field's interface, which the type does not implement.</summary>
    private HandlerMethodFinding? FindOfOtherInterface(IMethodSymbol method)
    {
        foreach (INamedTypeSymbol other in _symbols.InterfacesOfSameContract(_type))
        {
            if (_type.AllInterfaces.Contains(other, SymbolEqualityComparer.Default))
            {
                continue;
            }

            foreach (IMethodSymbol target in _symbols.HandlerMethods(other))
            {
                var slot = new HandlerSlot(target, _type);
                if (slot.HasName(method) && slot.HasParameters(method))
                {
                    return new HandlerMethodFinding(
                        method,
                        target,
                        HandlerMethodFix.Interface,
                        $"'{_type.Name}' does not implement '{slot.Interface}'",
                        $"add '{slot.Interface}' to the bases of '{_type.Name}'");
                }
            }
        }

        return null;
    }

    /// <summary>The name is right and the signature is not.</summary>
    private HandlerMethodFinding? FindSameName(IMethodSymbol method)
    {
        HandlerSlot[] named = [.. _slots.Where(s => s.HasName(method))];
        HandlerSlot[] implemented = [.. named.Where(static s => s.Implementation is not null)];
        HandlerSlot? slot = named
            .Where(s => implemented.Length == 0 || s.SharesTypeOnlyWith(method, implemented, _symbols))
            .OrderByDescending(s => s.CountSharedTypes(method))
            .FirstOrDefault();
        if (slot is null)
        {
            return null;
        }

        bool onlyReturn = slot.HasParameters(method) && !method.IsGenericMethod;
        return new HandlerMethodFinding(
            method,
            slot.Method,
            HandlerMethodFix.Signature,
            onlyReturn
                ? $"it returns '{HandlerSlot.Display(method.ReturnType)}' and '{slot.Interface}.{slot.Method.Name}' does not"
                : $"its parameters are not those of '{slot.Interface}.{slot.Method.Name}'",
            onlyReturn ? $"return '{HandlerSlot.Display(slot.Method.ReturnType)}'" : $"change them to '{slot.Parameters}'");
    }

    /// <summary>The name is nearly right, and parameters or return type speak for a handler method.</summary>
    private HandlerMethodFinding? FindSimilar(IMethodSymbol method)
    {
        HandlerSlot? slot = _slots
            .Where(s => s.Implementation is null && !s.HasName(method) && Resembles(method, s))
            .OrderByDescending(s => HandlerMethodName.AreAlike(s.Method.Name, method.Name))
            .ThenByDescending(s => s.CountSharedTypes(method))
            .ThenBy(s => HandlerMethodName.Distance(s.Method.Name, method.Name))
            .FirstOrDefault();
        if (slot is null)
        {
            return null;
        }

        string wayOut = slot.HasSignature(method) ? $"rename it to '{slot.Method.Name}'" : $"change it to '{slot.Method.Name}{slot.Parameters}'";
        return new HandlerMethodFinding(method, slot.Method, HandlerMethodFix.Signature, $"'{slot.Interface}' has no method of this name", wayOut);
    }

    private bool Resembles(IMethodSymbol method, HandlerSlot slot)
    {
        bool hasTask = _symbols.IsTask(method.ReturnType);
        bool hasPrefix = HandlerMethodName.HasPrefix(method.Name);
        if (HandlerMethodName.AreAlike(method.Name, slot.Method.Name))
        {
            // Without the prefix, a name such as Text or Status is common; then both the result and a parameter must speak for it.
            bool hasEvent = _slots.Any(s => s.SharesType(method, _symbols));
            return hasPrefix ? hasTask || hasEvent : hasTask && hasEvent;
        }

        if (!hasPrefix)
        {
            return false;
        }

        // Whatever it is called, a public OnX with exactly these parameters was written to be called.
        return HandlerMethodName.AreClose(method.Name, slot.Method.Name)
            ? slot.SharesType(method, _symbols)
            : hasTask && method.DeclaredAccessibility == Accessibility.Public && slot.HasParameters(method);
    }
}
