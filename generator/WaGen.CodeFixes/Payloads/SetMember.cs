using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.CodeFixes;

/// <summary>Takes a member out of an initializer, or an argument out of a call.</summary>
internal static class SetMember
{
    /// <summary>The root without a member; null when it cannot be left out.</summary>
    /// <param name="root">The root of the file.</param>
    /// <param name="place">Something in a member beside it.</param>
    /// <param name="name">The name of the property, or of the parameter in any case.</param>
    /// <param name="model">Tells which parameter an argument is for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static SyntaxNode? Remove(SyntaxNode root, SyntaxNode place, string name, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (place.Ancestors().FirstOrDefault(static a => a is InitializerExpressionSyntax or ArgumentListSyntax))
        {
            case InitializerExpressionSyntax { Expressions: var members } initializer:
                int index = members.IndexOf(m => m is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } && string.Equals(left.Identifier.ValueText, name, StringComparison.Ordinal));
                return index < 0 ? null : root.ReplaceNode(initializer, initializer.WithExpressions(Without(members, index)));
            case ArgumentListSyntax { Arguments: var arguments } list:
                int position = arguments.IndexOf(a => model.GetOperation(a, cancellationToken) is IArgumentOperation { Parameter: { IsOptional: true } p } && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

                // What comes after it must not move to another parameter.
                return position < 0 || arguments.Skip(position + 1).Any(static a => a.NameColon is null) ? null : root.ReplaceNode(list, list.WithArguments(Without(arguments, position)));
            default:
                return null;
        }
    }

    /// <summary>Removes an element with its comma. The last one gives its line break to the one before, as the brace comes after it.</summary>
    private static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> list, int index)
        where T : SyntaxNode
    {
        bool endsList = list.SeparatorCount == index;
        SyntaxTriviaList end = list[index].GetTrailingTrivia();
        list = list.RemoveAt(index);
        return endsList && list.Count > 0 ? list.Replace(list[list.Count - 1], list[list.Count - 1].WithTrailingTrivia(end)) : list;
    }
}
