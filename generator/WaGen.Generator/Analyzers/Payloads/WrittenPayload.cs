using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>A payload whose members are written in place: by <c>new</c> or <c>with</c> and an initializer, or by a shorthand.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="Type">The payload that it makes.</param>
/// <param name="Initializer">What stands between the braces; null without them, and for a shorthand.</param>
internal sealed record WrittenPayload(IOperation Operation, INamedTypeSymbol Type, IObjectOrCollectionInitializerOperation? Initializer)
{
    /// <summary>Whether parameters of a shorthand stand for members, also for those of payloads inside.</summary>
    public bool IsShorthand => Operation is IInvocationOperation;

    /// <summary>The payload that an expression makes; null when it makes none, or not in place.</summary>
    public static WrittenPayload? Of(IOperation operation, PayloadSymbols symbols) => operation switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation when symbols.IsPayload(type) => new WrittenPayload(creation, type, creation.Initializer),
        IWithOperation { Type: INamedTypeSymbol type } copy when symbols.IsPayload(type) => new WrittenPayload(copy, type, copy.Initializer),
        IInvocationOperation { TargetMethod: { ReturnType: INamedTypeSymbol type } method } when symbols.IsShorthand(method) => new WrittenPayload(operation, type, null),
        _ => null,
    };

    /// <summary>What stands for the first steps of a path, as few as possible; null when nothing does.</summary>
    /// <param name="path">The names of members, each of the one before.</param>
    /// <param name="start">The step that is a member of this payload.</param>
    public WrittenMember? Find(ImmutableArray<string> path, int start) => Operation is IInvocationOperation call ? FindArgument(call, path, start) : FindAssignment(path, start);

    private WrittenMember? FindAssignment(ImmutableArray<string> path, int start)
    {
        foreach (ISimpleAssignmentOperation assignment in (Initializer?.Initializers ?? []).OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name } && string.Equals(name, path[start], StringComparison.Ordinal))
            {
                return new WrittenMember(name, assignment.Target.Syntax, assignment.Value, start + 1);
            }
        }

        return null;
    }

    /// <summary>A parameter stands for the last step of a path that has its name and its type, or for an object that is there or not.</summary>
    private WrittenMember? FindArgument(IInvocationOperation call, ImmutableArray<string> path, int start)
    {
        ITypeSymbol? type = Type;
        for (int i = start; i < path.Length && PayloadSymbols.Property(type, path[i]) is { } property; i++)
        {
            type = property.Type;
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Parameter is { } parameter && string.Equals(parameter.Name, path[i], StringComparison.OrdinalIgnoreCase))
                {
                    bool isWhole = SymbolEqualityComparer.Default.Equals(NullableValue.Unwrap(parameter.Type), NullableValue.Unwrap(type));
                    if (isWhole || parameter.Type.SpecialType is SpecialType.System_Boolean)
                    {
                        return new WrittenMember(path[i], argument.Syntax, argument.Value, i + 1) { IsLeftOut = argument.ArgumentKind is ArgumentKind.DefaultValue, IsFlag = !isWhole };
                    }
                }
            }
        }

        return null;
    }
}
