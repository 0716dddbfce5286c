using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What a schema says about several members of a payload together, read from the attribute that printed payloads carry.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Members">The names of the members, or the steps of one path.</param>
/// <param name="Maximum">The most elements; 0 without a limit.</param>
/// <param name="Owner">The name of the payload.</param>
internal sealed record PayloadRule(PayloadRuleKind Kind, ImmutableArray<string> Members, int Maximum, string Owner)
{
    private const string AttributeName = "PayloadRuleAttribute";

    /// <summary>Where the payload is, as steps from the one that the code writes; empty for that one itself.</summary>
    public ImmutableArray<string> Prefix { get; init; } = [];

    /// <summary>Whether the payload is there in any case.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>Whether the rule is about which members are set.</summary>
    public bool IsChoice => Kind is PayloadRuleKind.ExactlyOne or PayloadRuleKind.AtLeastOne or PayloadRuleKind.AtMostOne;

    /// <summary>Reads an attribute; null for another one, and for kinds that only the runtime checks.</summary>
    public static PayloadRule? Of(AttributeData attribute, string owner)
    {
        if (!SymbolAttributes.IsOfRuntime(attribute, AttributeName)
            || attribute.ConstructorArguments.Length != 2
            || attribute.ConstructorArguments[0] is not { Kind: TypedConstantKind.Primitive, Value: string text }
            || attribute.ConstructorArguments[1] is not { Kind: TypedConstantKind.Array, Values: { IsDefaultOrEmpty: false } values }
            || KindOf(text) is not { } kind)
        {
            return null;
        }

        int maximum = attribute.NamedArguments.FirstOrDefault(static a => a.Key is nameof(Maximum)).Value is { Kind: TypedConstantKind.Primitive, Value: int number } ? number : 0;
        return new PayloadRule(kind, [.. values.Select(static v => v.Value as string ?? string.Empty)], maximum, owner);
    }

    private static PayloadRuleKind? KindOf(string text) => text switch
    {
        "exactlyOne" => PayloadRuleKind.ExactlyOne,
        "atLeastOne" => PayloadRuleKind.AtLeastOne,
        "atMostOne" => PayloadRuleKind.AtMostOne,
        "count" => PayloadRuleKind.Count,
        "unique" => PayloadRuleKind.Unique,
        _ => null,
    };
}
