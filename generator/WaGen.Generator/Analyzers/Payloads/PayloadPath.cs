using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>Follows a path through payloads and lists that are written in place.</summary>
/// <param name="steps">The names of members, each of the one before; lists are gone through by themselves.</param>
/// <param name="symbols">What the compilation knows.</param>
internal sealed class PayloadPath(ImmutableArray<string> steps, PayloadSymbols symbols)
{
    /// <summary>What the path leads to, in the order of the code. What is not written in place is left out, so there may be more.</summary>
    /// <param name="value">Where the path goes on.</param>
    /// <param name="step">The step to take next.</param>
    public IEnumerable<IOperation> Ends(IOperation value, int step)
    {
        value = PossibleValues.Unwrap(value);
        if (ListElements.Of(value) is { } list)
        {
            return list.Elements.SelectMany(e => Ends(e, step));
        }

        if (value.ConstantValue is { HasValue: true, Value: null } || ListElements.IsMany(value.Type))
        {
            return [];
        }

        if (step == steps.Length)
        {
            return [value];
        }

        if (WrittenPayload.Of(value, symbols)?.Find(steps, step) is { } member)
        {
            return member.IsLeftOut || member.IsFlag ? [] : Ends(member.Value, member.Next);
        }

        // Of anything else the type may tell that the last member is there.
        return step == steps.Length - 1 && PayloadSymbols.Property(value.Type, steps[step]) is { IsRequired: true } property && !ListElements.IsMany(property.Type)
            ? [value]
            : [];
    }
}
