using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What one compilation knows about handlers.</summary>
internal sealed class HandlerSymbols
{
    private readonly INamedTypeSymbol _webhookHandler;
    private readonly INamedTypeSymbol _valueTask;
    private readonly INamedTypeSymbol _task;
    private readonly INamedTypeSymbol _cancellationToken;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<INamedTypeSymbol>> _fieldsByContract = new(SymbolEqualityComparer.Default);

    private HandlerSymbols(INamedTypeSymbol webhookHandler, INamedTypeSymbol valueTask, INamedTypeSymbol task, INamedTypeSymbol cancellationToken)
    {
        _webhookHandler = webhookHandler;
        _valueTask = valueTask;
        _task = task;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The symbols of a compilation, or <see langword="null"/> when it does not reference WaGen.</summary>
    public static HandlerSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("WaGen.IWebhookHandler") is { } webhookHandler
        && compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask") is { } valueTask
        && compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is { } task
        && compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is { } cancellationToken
            ? new HandlerSymbols(webhookHandler, valueTask, task, cancellationToken)
            : null;

    /// <summary>Whether an interface derives from the root interface of all handlers.</summary>
    public bool IsHandlerInterface(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.AllInterfaces.Contains(_webhookHandler, SymbolEqualityComparer.Default);

    /// <summary>Whether a type is a handler: a class, struct or record that implements a handler interface, itself or by a base class.</summary>
    public bool IsHandlerType(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && type.AllInterfaces.Contains(_webhookHandler, SymbolEqualityComparer.Default);

    /// <summary>The method of a handler interface that a method of a class implements, or overrides what implements it; null when there is none.</summary>
    public IMethodSymbol? FindHandlerMethod(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (FindImplemented(current) is { } implemented)
            {
                return implemented;
            }
        }

        return null;
    }

    /// <summary>The methods of an interface that are called with events: <c>ValueTask OnX(..., CancellationToken)</c>.</summary>
    public IEnumerable<IMethodSymbol> HandlerMethods(INamedTypeSymbol handlerInterface) =>
        handlerInterface.GetMembers().OfType<IMethodSymbol>().Where(IsHandlerMethod);

    /// <summary>Whether a type is a task: what an asynchronous method is likely to return.</summary>
    public bool IsTask(ITypeSymbol type) => Same(type, _valueTask) || Same(type, _task);

    /// <summary>Whether a type says by itself that a method has to do with an event: all parameters of handler methods but the token.</summary>
    public bool IsTelling(ITypeSymbol type) => !Same(type, _cancellationToken);

    /// <summary>The handler interfaces of the contracts that a type takes part in, whether it implements them or not.</summary>
    /// <remarks>They are printed into the namespace of their contract, so only that one and those inside it are searched.</remarks>
    public IEnumerable<INamedTypeSymbol> InterfacesOfSameContract(INamedTypeSymbol type) =>
        type.AllInterfaces
            .Where(i => i.Interfaces.Contains(_webhookHandler, SymbolEqualityComparer.Default))
            .SelectMany(contract => _fieldsByContract.GetOrAdd(contract, FindFields));

    /// <summary>The handler interfaces of a contract, in its namespace and those inside it.</summary>
    public static ImmutableArray<INamedTypeSymbol> FindFields(INamedTypeSymbol contract)
    {
        ImmutableArray<INamedTypeSymbol>.Builder found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var open = new Stack<INamespaceSymbol>([contract.ContainingNamespace]);
        while (open.Count > 0)
        {
            INamespaceSymbol current = open.Pop();
            found.AddRange(current.GetTypeMembers().Where(
                t => t is { TypeKind: TypeKind.Interface, IsGenericType: false } && t.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default)));
            foreach (INamespaceSymbol inner in current.GetNamespaceMembers())
            {
                open.Push(inner);
            }
        }

        return found.ToImmutable();
    }

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    private IMethodSymbol? FindImplemented(IMethodSymbol method) =>
        method.ContainingType is { } type && IsHandlerType(type)
            ? type.AllInterfaces.Where(IsHandlerInterface).SelectMany(HandlerMethods).FirstOrDefault(m => Same(type.FindImplementationForInterfaceMember(m), method))
            : null;

    private bool IsHandlerMethod(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false, IsSealed: false, Parameters.Length: > 1 }
        && (method.IsVirtual || method.IsAbstract)
        && Same(method.ReturnType, _valueTask)
        && Same(method.Parameters[method.Parameters.Length - 1].Type, _cancellationToken);
}
