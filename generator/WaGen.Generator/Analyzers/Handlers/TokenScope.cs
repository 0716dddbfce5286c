using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Decides whether a call in a handler method should end when the method's token says so.</summary>
internal static class TokenScope
{
    /// <summary>False for work that has to be done although, or after, the handler was cancelled, and for code that has a token of its own.</summary>
    public static bool Includes(IInvocationOperation call, TaskTypes tasks)
    {
        if (IsDetached(call) || call.Parent is IInvocationOperation { TargetMethod.Name: "WaitAsync" or "WithCancellation" } || IsConfiguredForCancellation(call))
        {
            return false;
        }

        IOperation child = call;
        for (IOperation? parent = call.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            bool isOutside = parent switch
            {
                ITryOperation attempt => attempt.Finally == child,
                ICatchClauseOperation or INameOfOperation => true,
                ILocalFunctionOperation function => HasOwnToken(function.Symbol, tasks),
                IAnonymousFunctionOperation lambda => HasOwnToken(lambda.Symbol, tasks) || MethodFacts.IsExpressionTree(lambda) || !RunsWithinMethod(lambda),
                _ => false,
            };
            if (isOutside)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasOwnToken(IMethodSymbol function, TaskTypes tasks) => function.IsStatic || function.Parameters.Any(p => tasks.IsToken(p.Type));

    /// <summary>Whether the task is thrown away on purpose: <c>_ = SendAsync()</c>.</summary>
    private static bool IsDetached(IOperation call) => call.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary>Whether the sequence gets its token by <c>WithCancellation</c>, an extension method.</summary>
    private static bool IsConfiguredForCancellation(IOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is IConversionOperation or IArgumentOperation or IInvocationOperation { TargetMethod.Name: nameof(Task.ConfigureAwait) })
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation { TargetMethod.Name: "WithCancellation" or "WaitAsync" };
    }

    /// <summary>Whether a lambda has run when the method returns; one that is kept, queued or started on its own may outlive the token.</summary>
    private static bool RunsWithinMethod(IAnonymousFunctionOperation lambda)
    {
        if (MethodFacts.CalledWith(lambda) is not IInvocationOperation call)
        {
            return false;
        }

        if (call.TargetMethod.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: nameof(System) } })
        {
            return true;
        }

        for (IOperation? current = call.Parent; current is not null and not IBlockOperation; current = current.Parent)
        {
            if (current is IAwaitOperation or IReturnOperation)
            {
                return true;
            }

            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return false;
    }
}
