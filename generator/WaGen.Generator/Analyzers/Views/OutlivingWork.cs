using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Knows what work goes on after the call that began it.</summary>
internal static class OutlivingWork
{
    /// <summary>Whether a call runs its delegates whenever it likes, and nobody waits for it.</summary>
    public static bool Outlives(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType: { Name: "ThreadPool" } owner, Name: "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" } => IsThreading(owner),
        { ContainingType: { Name: "Task" or "TaskFactory" } owner, Name: "Run" or "StartNew" or "ContinueWith" } => IsThreading(owner) && IsLeftAlone(call),
        _ => false,
    };

    /// <summary>Whether a new object runs its delegate later: a thread or a timer whose end is not waited for here.</summary>
    public static bool Outlives(IObjectCreationOperation creation) =>
        creation.Type is INamedTypeSymbol { Name: "Thread" or "Timer" } type
        && IsThreading(type)
        && !creation.Syntax.Ancestors().Any(a => a is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } || (a is UsingStatementSyntax use && !use.Statement.Span.Contains(creation.Syntax.Span)))
        && !IsEnded(creation);

    /// <summary>Whether a call returns a task that is thrown away or put somewhere for later.</summary>
    public static bool IsLeftAlone(IInvocationOperation call) =>
        IsTask(call.Type) && LastingPlace.Consumer(call) switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            IAssignmentOperation assignment => LastingPlace.Describe(assignment.Target) is not null,
            IInvocationOperation { TargetMethod.Name: "ContinueWith" or "WaitAsync" or "AsTask" } next => IsLeftAlone(next),
            IArgumentOperation { Parent: IInvocationOperation outer } => LastingPlace.Describe(outer) is not null,
            _ => false,
        };

    /// <summary>The functions that stand among the arguments of a call: lambdas, and local functions that are handed over by name.</summary>
    public static IEnumerable<IOperation> FunctionsIn(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Select(static a => FunctionOf(a.Value)).OfType<IOperation>();

    /// <summary>The lambda or local function that a delegate is made of.</summary>
    public static IOperation? FunctionOf(IOperation value)
    {
        value = Operations.Unwrap(value);
        return (value as IDelegateCreationOperation)?.Target switch
        {
            IAnonymousFunctionOperation lambda => lambda,
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => LocalFunction(value, local),
            _ => value as IAnonymousFunctionOperation,
        };
    }

    /// <summary>The declaration of a local function.</summary>
    public static IOperation? LocalFunction(IOperation use, IMethodSymbol function) =>
        Operations.Root(use).Descendants().FirstOrDefault(o => o is ILocalFunctionOperation local && SymbolEqualityComparer.Default.Equals(local.Symbol, function.OriginalDefinition));

    /// <summary>Whether the method waits for its thread, or stops its timer.</summary>
    private static bool IsEnded(IObjectCreationOperation creation) =>
        LastingPlace.Consumer(creation) is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
        && Operations.Root(creation).Descendants().Any(o =>
            o is IInvocationOperation { TargetMethod.Name: "Join" or "Dispose" or "DisposeAsync", Instance: ILocalReferenceOperation reference }
            && SymbolEqualityComparer.Default.Equals(reference.Local, local));

    private static bool IsThreading(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Threading" } or { Name: "Tasks", ContainingNamespace.Name: "Threading" };

    private static bool IsTask(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };
}
