using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds code in the methods of handler types that keeps a thread waiting (WAGEN206).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.Blocks];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        var tasks = new TaskTypes(start.Compilation);
        start.RegisterSymbolStartAction(type => AnalyzeType(type, symbols, tasks), SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolStartAnalysisContext context, HandlerSymbols symbols, TaskTypes tasks)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (symbols.IsHandlerType(type))
        {
            context.RegisterOperationAction(operation => AnalyzeOperation(operation, type, tasks), OperationKind.PropertyReference, OperationKind.Invocation);
        }
    }

    private static void AnalyzeOperation(OperationAnalysisContext context, INamedTypeSymbol type, TaskTypes tasks)
    {
        if (BlockingOperation.Of(context.Operation, tasks) is { } blocking
            && context.ContainingSymbol is IMethodSymbol method
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
            && CanAwait(method, tasks)
            && !IsElsewhere(context.Operation, tasks)
            && (blocking.Task is null || !new CompletedTask(tasks).Is(blocking.Task)))
        {
            context.ReportDiagnostic(Diagnostic.Create(HandlerRules.Blocks, blocking.Place, blocking.Name, blocking.Instead));
        }
    }

    /// <summary>Constructors, accessors and methods that dispose have no way to await, nor has a method whose result somebody else prescribes.</summary>
    private static bool CanAwait(IMethodSymbol method, TaskTypes tasks) =>
        method is { IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && method.Name is not nameof(IDisposable.Dispose)
        && (tasks.IsTask(method.ReturnType) || !MethodFacts.IsPrescribed(method));

    /// <summary>Whether code is no code, or runs on a thread that was made to wait.</summary>
    private static bool IsElsewhere(IOperation operation, TaskTypes tasks)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is INameOfOperation
                || (current is IAnonymousFunctionOperation lambda && (MethodFacts.IsExpressionTree(lambda) || HasThreadOfItsOwn(lambda, tasks))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasThreadOfItsOwn(IAnonymousFunctionOperation lambda, TaskTypes tasks) => MethodFacts.CalledWith(lambda) switch
    {
        IObjectCreationOperation creation => tasks.IsThread(creation.Type),
        IInvocationOperation call => call.Arguments.Any(static a => a.Value.DescendantsAndSelf().Any(static o => o is IFieldReferenceOperation { Field.Name: nameof(TaskCreationOptions.LongRunning) })),
        _ => false,
    };
}
