using System.Buffers;
using System.Text;

namespace WaGen.Client;

/// <summary>Asks for a member with arguments of its own: <c>fields=member.start(1).names(["a"])</c>.</summary>
internal static class FieldExpansion
{
    /// <summary>The query parameter that names the members of an answer.</summary>
    public const string Fields = "fields";

    private static readonly SearchValues<char> Brackets = SearchValues.Create("(){}");

    /// <summary>What is asked for; null when the operation has no such member.</summary>
    /// <exception cref="ArgumentException">An argument is missing, or could end its own brackets.</exception>
    public static string? Of(ApiOperation operation, ApiArguments arguments)
    {
        if (operation.Expansion is not { } member)
        {
            return null;
        }

        var text = new StringBuilder(member);
        foreach (ApiParameter parameter in operation.Parameters.Where(static p => p.Place == ApiParameterPlace.Expansion))
        {
            if (ApiAddress.ArgumentOf(operation, arguments, parameter) is not { } value)
            {
                continue;
            }

            if (value.AsSpan().ContainsAny(Brackets))
            {
                throw new ArgumentException($"The argument '{parameter.Name}' of {operation.Name} holds a bracket, which would end it early.", parameter.Name);
            }

            text.Append('.').Append(parameter.Name).Append('(').Append(value).Append(')');
        }

        return text.ToString();
    }
}
