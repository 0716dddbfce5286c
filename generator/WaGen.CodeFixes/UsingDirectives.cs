using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.CodeFixes;

/// <summary>Adds using directives for extension methods, which cannot be written with their namespace as types can.</summary>
internal static class UsingDirectives
{
    /// <summary>The file with a namespace in sight.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string space)
    {
        if (root.Usings.Any(u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && string.Equals(u.Name?.ToString(), space, StringComparison.Ordinal)))
        {
            return root;
        }

        UsingDirectiveSyntax directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space)).NormalizeWhitespace();
        if (root.Usings.Count > 0)
        {
            return root.AddUsings(directive.WithTrailingTrivia(root.Usings.Last().GetTrailingTrivia()));
        }

        // What stands above the first declaration, such as a licence, stays at the top.
        SyntaxTriviaList top = root.GetLeadingTrivia();
        return root.WithoutLeadingTrivia().AddUsings(directive.WithLeadingTrivia(top).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed));
    }
}
