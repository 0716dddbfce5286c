using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds calls in handler methods that could get the method's token and do not (WAGEN207).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.TokenNotPassed];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        var tasks = new TaskTypes(start.Compilation);
        start.RegisterOperationBlockStartAction(block =>
        {
            if (MethodFacts.HandlerMethod(block.OwningSymbol, symbols, tasks) is { } method)
            {
                block.RegisterOperationAction(call => AnalyzeCall(call, method, tasks), OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IMethodSymbol method, TaskTypes tasks)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.IsImplicit
            || !CanBeCancelled(call, tasks)
            || TokenArgument.FindMissing(call, method.ContainingType, tasks, context.Compilation) is not { } argument
            || !TokenScope.Includes(call, tasks))
        {
            return;
        }

        // A lambda or a local function may have given the name to something else.
        IParameterSymbol token = method.Parameters[method.Parameters.Length - 1];
        if (call.SemanticModel!.LookupSymbols(argument.Place.SourceSpan.Start, name: token.Name).Contains(token, SymbolEqualityComparer.Default))
        {
            context.ReportDiagnostic(Diagnostic.Create(HandlerRules.TokenNotPassed, argument.Place, argument.ToProperties(token.Name), call.TargetMethod.Name, token.Name));
        }
    }

    /// <summary>The token of Task.Run only keeps work from starting, and those who wait for tasks are blocked anyway; a delay ends with its token. Whoever waits for no time at all only asks.</summary>
    private static bool CanBeCancelled(IInvocationOperation call, TaskTypes tasks) =>
        call.TargetMethod is { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction } target
        && (target.Name is nameof(Task.Delay) or "WaitAsync" || !tasks.IsScheduler(target.ContainingType))
        && !tasks.IsToken(target.ContainingType)
        && !(target.Name.StartsWith(nameof(Task.Wait), StringComparison.Ordinal) && BlockingOperation.IsPoll(call));
}
