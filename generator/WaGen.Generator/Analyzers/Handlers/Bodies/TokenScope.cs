using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Decides whether a call in a handler method should end when the method's token says so.</summary>
internal static class TokenScope
{
    /// <summary>False for work that has to be done although, or after, the handler was cancelled, and for code that has a token of its own.</summary>
    public static bool Includes(IInvocationOperation call, TaskTypes tasks)
    {
        if (IsDetached(call, tasks) || GetsTokenLater(call))
        {
            return false;
        }

        IOperation child = call;
        for (IOperation? parent = call.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            bool isOutside = parent switch
            {
                ITryOperation attempt => attempt.Finally == child,
                ICatchClauseOperation => true,
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

    /// <summary>Whether a task is thrown away: <c>_ = SendAsync()</c>, <c>SendAsync().Forget()</c>. What is started like that may outlive the token.</summary>
    private static bool IsDetached(IInvocationOperation call, TaskTypes tasks)
    {
        if (!tasks.IsTask(call.Type))
        {
            return false;
        }

        IOperation current = call;
        while (CalledOn(current) is { } next)
        {
            if (next.TargetMethod.Name is nameof(Task.Wait) or "GetAwaiter")
            {
                return false;
            }

            current = next;
        }

        return current.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    /// <summary>The call that has an operation as its receiver, also as an extension method.</summary>
    private static IInvocationOperation? CalledOn(IOperation receiver)
    {
        IOperation? parent = receiver.Parent;
        while (parent is IConversionOperation or IArgumentOperation { Parameter: { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } })
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation call && (call.Instance == receiver || call.TargetMethod.IsExtensionMethod) ? call : null;
    }

    /// <summary>Whether a task or a sequence gets its token later in the chain of calls.</summary>
    private static bool GetsTokenLater(IOperation call)
    {
        for (IInvocationOperation? next = CalledOn(call); next is not null; next = CalledOn(next))
        {
            if (next.TargetMethod.Name is "WaitAsync" or "WithCancellation")
            {
                return true;
            }
        }

        return false;
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
