using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>A value for a member of a payload that is made.</summary>
/// <param name="Path">The member.</param>
/// <param name="Expression">The C# expression of the value.</param>
/// <param name="IsOptional">Whether the value may be null, and the member left out.</param>
/// <param name="IsFlag">Whether the expression is true or false and says whether the object is there.</param>
internal sealed record InitializerValue(PayloadPath Path, string Expression, bool IsOptional, bool IsFlag = false);

/// <summary>Object initializers that set members inside of each other.</summary>
internal static class InitializerText
{
    /// <summary>The initializer with braces.</summary>
    public static string Of(IReadOnlyList<InitializerValue> values) => Of(values, 0);

    private static string Of(IReadOnlyList<InitializerValue> values, int depth)
    {
        IEnumerable<string> members = values
            .GroupBy(v => v.Path.Steps[depth].Member.ClrName, StringComparer.Ordinal)
            .Select(g => $"{g.Key} = {Value([.. g], depth)}");
        return $"{{ {string.Join(", ", members)} }}";
    }

    private static string Value(List<InitializerValue> values, int depth)
    {
        InitializerValue first = values[0];
        MemberModel member = first.Path.Steps[depth].Member;
        if (first.Path.Steps.Length == depth + 1)
        {
            return first.IsFlag ? $"{first.Expression} ? new() : null"
                : first.IsOptional && PayloadMemberEmitter.IsNeverNull(member) ? first.Expression + "!"
                : first.Expression;
        }

        string made = $"new() {Of(values, depth + 1)}";
        return member.IsRequired || !values.TrueForAll(static v => v.IsOptional)
            ? made
            : $"{string.Join(" && ", values.Select(static v => v.IsFlag ? "!" + v.Expression : v.Expression + " is null"))} ? null : {made}";
    }
}
