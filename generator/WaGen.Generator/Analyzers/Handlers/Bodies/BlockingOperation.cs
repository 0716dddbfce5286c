using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>An operation that waits for something else with a thread in hand.</summary>
/// <param name="Task">The task that is waited for; null without one or with several.</param>
/// <param name="Name">How the operation is called in messages.</param>
/// <param name="Instead">What to await, for messages.</param>
/// <param name="Place">The name in the code.</param>
internal sealed record BlockingOperation(IOperation? Task, string Name, string Instead, Location Place)
{
    private const string TheTask = "the task";

    /// <summary>The view of an operation as one that blocks; null when it does not.</summary>
    public static BlockingOperation? Of(IOperation operation, TaskTypes tasks) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: nameof(Task<int>.Result), Instance: { } task } result when tasks.IsTask(result.Property.ContainingType) =>
            new BlockingOperation(task, nameof(Task<int>.Result), TheTask, PlaceOf(result.Syntax)),
        IInvocationOperation call => OfCall(call, tasks),
        _ => null,
    };

    private static BlockingOperation? OfCall(IInvocationOperation call, TaskTypes tasks)
    {
        switch (call.TargetMethod.Name)
        {
            case nameof(System.Threading.Tasks.Task.Wait) when call.Instance is { } task && tasks.IsTask(call.TargetMethod.ContainingType) && !IsPoll(call):
                return new BlockingOperation(task, "Wait()", TheTask, PlaceOf(call.Syntax));

            case "GetResult" when call.Instance is IInvocationOperation { TargetMethod.Name: "GetAwaiter" } awaiter && Awaited(awaiter, tasks) is { } task:
                return new BlockingOperation(task, "GetAwaiter().GetResult()", TheTask, PlaceOf(call.Syntax));

            case nameof(System.Threading.Tasks.Task.WaitAll) when tasks.IsTask(call.TargetMethod.ContainingType) && !IsPoll(call):
                return new BlockingOperation(null, "Task.WaitAll()", "'Task.WhenAll()'", PlaceOf(call.Syntax));

            case nameof(System.Threading.Tasks.Task.WaitAny) when tasks.IsTask(call.TargetMethod.ContainingType) && !IsPoll(call):
                return new BlockingOperation(null, "Task.WaitAny()", "'Task.WhenAny()'", PlaceOf(call.Syntax));

            case nameof(Thread.Sleep) when tasks.IsThread(call.TargetMethod.ContainingType) && !IsPoll(call):
                return new BlockingOperation(null, "Thread.Sleep()", "'Task.Delay()'", PlaceOf(call.Syntax));

            default:
                return null;
        }
    }

    /// <summary>The task behind <c>task.GetAwaiter()</c> and <c>task.ConfigureAwait(false).GetAwaiter()</c>.</summary>
    private static IOperation? Awaited(IInvocationOperation awaiter, TaskTypes tasks)
    {
        IOperation? task = awaiter.Instance is IInvocationOperation { TargetMethod.Name: nameof(System.Threading.Tasks.Task.ConfigureAwait) } configured ? configured.Instance : awaiter.Instance;
        return tasks.IsTask(task?.Type) ? task : null;
    }

    /// <summary>Whether the time to wait is zero: <c>Wait(0)</c> asks whether a task has ended, <c>Sleep(0)</c> lets others go first.</summary>
    public static bool IsPoll(IInvocationOperation call) => call.Arguments.Any(static a => a.Value switch
    {
        { ConstantValue: { HasValue: true, Value: 0 } } => true,
        IFieldReferenceOperation { Field: { Name: nameof(TimeSpan.Zero), ContainingType.Name: nameof(TimeSpan) } } => true,
        _ => false,
    });

    private static Location PlaceOf(SyntaxNode node) => (SimpleName.In(node) ?? node).GetLocation();
}
