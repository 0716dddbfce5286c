using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Decides whether a task has ended where its result is taken, so that nothing waits.</summary>
/// <remarks>It goes by the order of the text and rather believes than accuses: any await of the task further up is enough.</remarks>
internal sealed class CompletedTask(TaskTypes tasks)
{
    private readonly HashSet<ISymbol> _names = new(SymbolEqualityComparer.Default);
    private IOperation _root = null!;
    private bool _isCompleted;

    public bool Is(IOperation task)
    {
        _root = Operations.Root(task);
        Name(task);
        int place = task.Syntax.SpanStart;
        return _isCompleted || (_names.Count > 0 && _root.Descendants().Any(o => o.Syntax.Span.End <= place && Ends(o)));
    }

    /// <summary>Collects the variables and members that hold the task, or the collection that holds it.</summary>
    private void Name(IOperation? task)
    {
        switch (task)
        {
            case IConversionOperation conversion:
                Name(conversion.Operand);
                break;
            case IAwaitOperation:
                // What comes out of an awaited call is a task that Task.WhenAny chose.
                _isCompleted = true;
                break;
            case IInvocationOperation { TargetMethod.Name: nameof(ValueTask.AsTask) or nameof(ValueTask.Preserve) or "ElementAt" or "First" or "Last" or "Single", } call:
                Name(call.Instance ?? call.Arguments[0].Value);
                break;
            case IInvocationOperation { TargetMethod.Name: nameof(Task.FromResult) } call when tasks.IsTask(call.TargetMethod.ContainingType):
                _isCompleted = true;
                break;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput, Parent.Parent.Parent: IRecursivePatternOperation pattern }:
                // The pattern asks first: task is { IsCompletedSuccessfully: true, Result: var result }.
                _isCompleted = AsksForEnd(pattern);
                break;
            case IArrayElementReferenceOperation element:
                Name(element.ArrayReference);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element:
                Name(element.Instance);
                break;
            case IMemberReferenceOperation member:
                _names.Add(member.Member);
                break;
            case ILocalReferenceOperation local when _names.Add(local.Local):
                NameSource(local.Local);
                break;
            case IParameterReferenceOperation parameter when _names.Add(parameter.Parameter):
                NameSource(parameter.Parameter);
                break;
        }
    }

    /// <summary>A variable of a loop comes from its collection, another one perhaps from a collection or from Task.WhenAny.</summary>
    private void NameSource(ILocalSymbol local)
    {
        foreach (IVariableDeclaratorOperation declarator in _root.Descendants().OfType<IVariableDeclaratorOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                continue;
            }

            if (declarator.Parent is IForEachLoopOperation loop)
            {
                NameAll(loop.Collection);
            }
            else
            {
                Name(declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value);
            }
        }
    }

    /// <summary>The parameter of a lambda comes from what the lambda is given to: <c>tasks.Select(t => t.Result)</c>.</summary>
    private void NameSource(IParameterSymbol parameter)
    {
        IAnonymousFunctionOperation? lambda = _root.Descendants()
            .OfType<IAnonymousFunctionOperation>()
            .FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.Symbol, parameter.ContainingSymbol));
        if (lambda is null || MethodFacts.CalledWith(lambda) is not IInvocationOperation call)
        {
            return;
        }

        if (call.TargetMethod.Name.StartsWith("ContinueW", StringComparison.Ordinal))
        {
            _isCompleted = true;
            return;
        }

        NameAll(call.Instance);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            NameAll(argument.Value);
        }
    }

    private void NameAll(IOperation? collection)
    {
        foreach (IOperation operation in collection?.DescendantsAndSelf() ?? [])
        {
            if (Symbol(operation) is { } symbol)
            {
                _names.Add(symbol);
            }
        }
    }

    private bool Ends(IOperation operation) => operation switch
    {
        IAwaitOperation => Mentions(operation),
        IInvocationOperation { TargetMethod.Name: nameof(Task.Wait) or nameof(Task.WaitAll) or nameof(Task.WaitAny) } call => tasks.IsTask(call.TargetMethod.ContainingType) && Mentions(call),
        IPropertyReferenceOperation property => AsksForEnd(property.Property) && property.Instance is { } instance && Mentions(instance),
        IIsPatternOperation pattern => Mentions(pattern.Value) && AsksForEnd(pattern.Pattern),
        ISwitchExpressionOperation choice => Mentions(choice.Value) && choice.Arms.Any(a => AsksForEnd(a.Pattern)),
        _ => false,
    };

    private bool AsksForEnd(IPatternOperation pattern) =>
        pattern.DescendantsAndSelf().OfType<IPropertySubpatternOperation>().Any(p => p.Member is IPropertyReferenceOperation property && AsksForEnd(property.Property));

    private bool AsksForEnd(IPropertySymbol property) =>
        property.Name is nameof(Task.IsCompleted) or "IsCompletedSuccessfully" or nameof(Task.IsFaulted) or nameof(Task.IsCanceled) or nameof(Task.Status)
        && tasks.IsTask(property.ContainingType);

    private bool Mentions(IOperation operation) => operation.DescendantsAndSelf().Any(o => Symbol(o) is { } symbol && _names.Contains(symbol));

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}
