using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Knows what outlives a call: fields and properties of objects, statics, and collections that are found there.</summary>
internal static class LastingPlace
{
    private static readonly HashSet<string> Adders = new(StringComparer.Ordinal)
    {
        "Add",
        "AddFirst",
        "AddLast",
        "AddOrUpdate",
        "AddRange",
        "Append",
        "Enqueue",
        "GetOrAdd",
        "Insert",
        "Post",
        "Prepend",
        "Push",
        "PushRange",
        "SendAsync",
        "Set",
        "SetItem",
        "TryAdd",
        "TryUpdate",
        "TryWrite",
        "WriteAsync",
    };

    /// <summary>How an assignment keeps its value, as words for a message; null when the target is gone after the call.</summary>
    public static string? Describe(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } when Lasts(collection) => $"added to '{NameOf(collection)}'",
        IArrayElementReferenceOperation element when Lasts(element.ArrayReference) => $"added to '{NameOf(element.ArrayReference)}'",
        IFieldReferenceOperation field when Lasts(field) => $"kept in the field '{field.Field.Name}'",
        IPropertyReferenceOperation { Property: { IsIndexer: false } property } reference when Lasts(reference) => $"kept in the property '{property.Name}'",
        _ => null,
    };

    /// <summary>How a call keeps its arguments, as words for a message; null when it does not, or nothing is known about it.</summary>
    public static string? Describe(IInvocationOperation call)
    {
        if (!Adders.Contains(call.TargetMethod.Name)
            || (call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null)) is not { } collection
            || !Lasts(collection)
            || Operations.Unwrap(collection).Type is not { } type
            || !IsCollection(type))
        {
            return null;
        }

        // Adding to an immutable collection or to a sequence keeps nothing until the result is kept.
        bool isChange = !IsImmutable(type) && call.TargetMethod.Name is not ("Append" or "Prepend");
        return isChange || (Consumer(call) is IAssignmentOperation assignment && Describe(assignment.Target) is not null) ? $"added to '{NameOf(collection)}'" : null;
    }

    /// <summary>Whether something is found after the call as well: a member of this object or a static one, or what hangs on it.</summary>
    public static bool Lasts(IOperation place)
    {
        place = Operations.Unwrap(place);
        return place switch
        {
            IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } => true,
            IMemberReferenceOperation { Member.ContainingType.Name: "AsyncLocal" } => false,
            IFieldReferenceOperation { Instance: { } instance } => Lasts(instance),
            IPropertyReferenceOperation { Instance: { } instance } => Lasts(instance),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsReferenceType: true } => true,
            IConditionalAccessInstanceOperation inner => ConditionalAccess(inner) is { } outer && Lasts(outer.Operation),
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter => IsCaptured(parameter),
            ILocalReferenceOperation local => LocalValue.Of(local) is { Parent: IVariableInitializerOperation } value && Operations.Unwrap(value) is IMemberReferenceOperation member && Lasts(member),
            _ => false,
        };
    }

    /// <summary>Whether a <c>finally</c> of the same body empties the field or property, so that it lasts no longer than the call.</summary>
    public static bool IsCleared(IOperation target) =>
        target is IMemberReferenceOperation { Member: var member }
        && Operations.Root(target).Descendants().OfType<ITryOperation>().Any(t => t.Finally is { } end && end.Descendants().Any(o =>
            o is ISimpleAssignmentOperation { Target: IMemberReferenceOperation cleared, Value: var value }
            && SymbolEqualityComparer.Default.Equals(cleared.Member, member)
            && Operations.Unwrap(value) is IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }));

    /// <summary>The operation that takes the result of another one.</summary>
    public static IOperation? Consumer(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IDelegateCreationOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }

    private static string NameOf(IOperation place) => Operations.Unwrap(place) switch
    {
        IConditionalAccessInstanceOperation inner when ConditionalAccess(inner) is { } outer => NameOf(outer.Operation),
        IPropertyReferenceOperation { Property: { Name: "Writer" }, Instance: { } channel } => NameOf(channel),
        IMemberReferenceOperation member => member.Member.Name,
        var other => other.Syntax is ExpressionSyntax expression ? expression.ToString() : string.Empty,
    };

    /// <summary>Whether a parameter of a primary constructor is used in a member, which makes it a field.</summary>
    private static bool IsCaptured(IParameterReferenceOperation parameter) =>
        parameter.Parameter.ContainingType is { IsReferenceType: true }
        && parameter.Parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent is TypeDeclarationSyntax
        && parameter.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax;

    private static IConditionalAccessOperation? ConditionalAccess(IOperation inner)
    {
        for (; inner.Parent is { } parent; inner = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == inner)
            {
                return access;
            }
        }

        return null;
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
        || type.Name is "ChannelWriter" or "IMemoryCache" or "MemoryCache"
        || type.ContainingNamespace?.Name is "Dataflow";

    private static bool IsImmutable(ITypeSymbol type) => type.ContainingNamespace?.Name is "Immutable" && !type.Name.Contains("Builder");
}
