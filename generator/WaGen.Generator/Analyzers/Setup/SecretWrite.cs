using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>A place where a secret or a token gets its value: an assignment, an element of an initializer or a call of <c>Add</c>.</summary>
/// <param name="Property">The property of the options.</param>
/// <param name="Part">What the property holds.</param>
/// <param name="Options">The options that the property belongs to; null in an object initializer.</param>
/// <param name="Name">The name of the value in a dictionary.</param>
/// <param name="Value">The value.</param>
/// <param name="Target">What takes the value: the property, an element of it, or a parameter.</param>
internal sealed record SecretWrite(IPropertySymbol Property, SetupPart Part, IOperation? Options, IOperation? Name, IOperation Value, ITypeSymbol? Target)
{
    /// <summary>Whether the property holds several values.</summary>
    public bool IsElement { get; private init; }

    /// <summary>Reads an assignment or a call; null when it is about something else.</summary>
    public static SecretWrite? Of(IOperation operation, SetupMembers members) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => OfProperty(target, assignment, members) ?? OfElement(target, assignment, members),
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "Insert", Instance: { } instance, Arguments: { Length: > 0 } arguments } =>
            Of(Collection(instance), members) is { } collection
                ? collection.WithElement(arguments.Length > 1 ? arguments[0].Value : null, arguments[arguments.Length - 1].Value, arguments[arguments.Length - 1].Parameter?.Type)
                : null,
        _ => null,
    };

    private static SecretWrite? OfProperty(IPropertyReferenceOperation target, ISimpleAssignmentOperation assignment, SetupMembers members) =>
        Of(target, members) is { } write ? write with { Value = assignment.Value, Target = target.Property.Type } : null;

    private static SecretWrite? OfElement(IPropertyReferenceOperation target, ISimpleAssignmentOperation assignment, SetupMembers members) =>
        target is { Property.IsIndexer: true, Instance: { } instance, Arguments.Length: 1 } && Of(Collection(instance), members) is { } collection
            ? collection.WithElement(target.Arguments[0].Value, assignment.Value, target.Property.Type)
            : null;

    private static SecretWrite? Of(IPropertyReferenceOperation? reference, SetupMembers members) =>
        reference is not null && members.PartOf(reference.Property) is { Kind: SetupKind.Secret or SetupKind.VerifyToken } part
            ? new SecretWrite(reference.Property, part, Implicit(reference.Instance) ? null : reference.Instance, null, reference, null)
            : null;

    /// <summary>The property whose collection is changed, also in <c>Secrets = { ["a"] = b }</c>, where it stands before the braces.</summary>
    private static IPropertyReferenceOperation? Collection(IOperation instance)
    {
        if (Implicit(instance))
        {
            IOperation? parent = instance.Parent;
            while (parent is not (null or IObjectOrCollectionInitializerOperation))
            {
                parent = parent.Parent;
            }

            return (parent?.Parent as IMemberInitializerOperation)?.InitializedMember as IPropertyReferenceOperation;
        }

        return Operations.Unwrap(instance) as IPropertyReferenceOperation;
    }

    private static bool Implicit(IOperation? instance) => instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver };

    private SecretWrite WithElement(IOperation? name, IOperation value, ITypeSymbol? target) => this with { Name = name, Value = value, Target = target, IsElement = true };
}
