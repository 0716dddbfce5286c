using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>A printed member that is turned into a string, and how to compare it without.</summary>
internal sealed class ComparedMember
{
    private const string EqualsSuffix = "Equals";
    private const string TextSuffix = "Text";
    private const string Utf8Suffix = "Utf8";

    private readonly string _receiver;
    private readonly string _name;
    private readonly INamedTypeSymbol? _enumeration;

    private ComparedMember(string receiver, string name, INamedTypeSymbol? enumeration)
    {
        _receiver = receiver;
        _name = name;
        _enumeration = enumeration;
    }

    /// <summary>The member that an expression makes a string of: by <c>ToString()</c>, or by decoding its bytes.</summary>
    public static ComparedMember? Of(IOperation text) => text switch
    {
        IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod: { Name: nameof(ToString), Parameters.Length: 0 }, Instance: IConditionalAccessInstanceOperation } } access =>
            OfValue(access.Operation),
        IInvocationOperation { TargetMethod: { Name: nameof(ToString), Parameters.Length: 0 }, Instance: { } value } => OfValue(value),
        IInvocationOperation { TargetMethod: { Name: "GetString", ContainingType: { Name: "Encoding" or "UTF8Encoding" } }, Arguments: { Length: 1 } arguments, Instance: { } encoding }
            when IsUtf8(encoding) => OfBytes(arguments[0].Value),
        _ => null,
    };

    /// <summary>The comparison without a string, as C#; null when there is none that is better.</summary>
    public string? Comparison(IOperation other, SemanticModel model, bool negated)
    {
        string? constant = other.ConstantValue is { HasValue: true, Value: string value } ? value : null;
        if (other.ConstantValue.HasValue && string.IsNullOrEmpty(constant))
        {
            return null;
        }

        if (_enumeration is null)
        {
            // A string that is not known in advance would have to be encoded first.
            return constant is null ? null : $"{(negated ? "!" : "")}{_receiver}.{_name}{EqualsSuffix}({SymbolDisplay.FormatLiteral(constant, quote: true)}u8)";
        }

        if (constant is null)
        {
            // A variable may hold the name that the member has in C#, which is not what was received.
            return null;
        }

        string operation = negated ? "!=" : "==";
        if (!_enumeration.GetMembers(constant).Any(static m => m is IFieldSymbol))
        {
            return $"{_receiver}.{_name}{TextSuffix} {operation} {other.Syntax}";
        }

        return $"{_receiver}.{_name} {operation} {_enumeration.ToMinimalDisplayString(model, other.Syntax.SpanStart)}.{constant}";
    }

    private static ComparedMember? OfValue(IOperation value)
    {
        value = Operations.Unwrap(value);
        if (value is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } inner })
        {
            value = Operations.Unwrap(inner);
        }

        if (value is not IPropertyReferenceOperation { Property: { } property } reference || Receiver.TextOf(reference.Instance) is not { } receiver || !SymbolAttributes.IsPrinted(property.ContainingType))
        {
            return null;
        }

        if (property.Type.SpecialType == SpecialType.System_String)
        {
            return HasEquals(property.ContainingType, property.Name) ? new ComparedMember(receiver, property.Name, null) : null;
        }

        return NullableValue.Unwrap(property.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration
            && property.ContainingType.GetMembers(property.Name + TextSuffix).Any(static m => m is IPropertySymbol)
            ? new ComparedMember(receiver, property.Name, enumeration)
            : null;
    }

    private static ComparedMember? OfBytes(IOperation bytes)
    {
        if (Operations.Unwrap(bytes) is not IPropertyReferenceOperation { Property: { } property } reference
            || !property.Name.EndsWith(Utf8Suffix, StringComparison.Ordinal)
            || Receiver.TextOf(reference.Instance) is not { } receiver
            || !SymbolAttributes.IsPrinted(property.ContainingType))
        {
            return null;
        }

        string name = property.Name.Substring(0, property.Name.Length - Utf8Suffix.Length);
        return HasEquals(property.ContainingType, name) ? new ComparedMember(receiver, name, null) : null;
    }

    private static bool HasEquals(INamedTypeSymbol type, string name) => type.GetMembers(name + EqualsSuffix).Any(static m => m is IMethodSymbol { Parameters.Length: 1 });

    private static bool IsUtf8(IOperation encoding) => encoding switch
    {
        IPropertyReferenceOperation { Property: { Name: "UTF8", IsStatic: true } } => true,
        _ => encoding.Type?.Name is "UTF8Encoding",
    };
}
