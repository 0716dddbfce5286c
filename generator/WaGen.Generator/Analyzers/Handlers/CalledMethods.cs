using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Collects the methods that the code of one type calls or refers to; a call by itself does not count.</summary>
internal sealed class CalledMethods
{
    private readonly ConcurrentDictionary<ISymbol, bool> _called = new(SymbolEqualityComparer.Default);

    public bool Contains(IMethodSymbol method) => _called.ContainsKey(method);

    /// <summary>For <see cref="OperationKind.Invocation"/> and <see cref="OperationKind.MethodReference"/>.</summary>
    public void Add(OperationAnalysisContext context)
    {
        IMethodSymbol method = context.Operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            var reference => ((IMethodReferenceOperation)reference).Method,
        };
        if (!SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, context.ContainingSymbol))
        {
            _called.TryAdd(method.OriginalDefinition, true);
        }
    }
}
