using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Selection;

namespace WaGen.Generator.Analyzers;

/// <summary>The members of host packages that the code of one application can name.</summary>
internal sealed class SetupMembers
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _knowsRuntime = new(SymbolEqualityComparer.Default);

    private SetupMembers()
    {
    }

    /// <summary>The members, or <see langword="null"/> when the set-up of the project is not looked at.</summary>
    /// <remarks>Only an application sets endpoints up; projects with tests are executables as well.</remarks>
    public static SetupMembers? Of(Compilation compilation, AnalyzerOptions options) =>
        ProjectKind.IsApplication(compilation) && !ProjectKind.IsTest(options) && HandlerSymbols.Of(compilation) is not null
            ? new SetupMembers()
            : null;

    /// <summary>The part of a member of a host package; null for all other members.</summary>
    public SetupPart? PartOf(ISymbol member) => IsFromHost(member) ? SetupPart.Of(member) : null;

    /// <summary>Whether a method maps an endpoint to a route.</summary>
    public bool IsEndpoint(IMethodSymbol method) => PartOf(method) is { Kind: SetupKind.Endpoint };

    /// <summary>Has every call looked at that maps an endpoint to a route.</summary>
    public void RegisterEndpointAction(CompilationStartAnalysisContext start, Action<OperationAnalysisContext, IInvocationOperation> action) => start.RegisterOperationAction(
        operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (IsEndpoint(call.TargetMethod))
            {
                action(operation, call);
            }
        },
        OperationKind.Invocation);

    /// <summary>Whether an assembly refers to the runtime, as every host package does.</summary>
    public bool KnowsRuntime(IAssemblySymbol assembly) => _knowsRuntime.GetOrAdd(assembly, TargetFacts.KnowsRuntime);

    // Reading attributes is dear, and only an assembly that knows the runtime can carry them.
    private bool IsFromHost(ISymbol member) =>
        member.ContainingAssembly is { } assembly and not ISourceAssemblySymbol && KnowsRuntime(assembly);
}
