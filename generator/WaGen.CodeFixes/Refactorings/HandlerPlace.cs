using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.CodeFixes;

/// <summary>What a cursor position may have to do with handlers.</summary>
internal enum HandlerPlaceKind
{
    /// <summary>Nothing.</summary>
    Other,

    /// <summary>Where types are declared, outside of all of them.</summary>
    Outside,

    /// <summary>The name of a class, record or struct with a base list.</summary>
    Class,

    /// <summary>A name that may be the one of a handler interface.</summary>
    Name,

    /// <summary>A simple name among type arguments, which may not exist yet.</summary>
    TypeArgument,
}

/// <summary>A cursor position, judged by syntax alone.</summary>
/// <param name="Kind">What it may be.</param>
/// <param name="Node">The name or declaration.</param>
/// <param name="Declaration">The type whose base list the name stands in.</param>
/// <param name="Namespace">The namespace; empty outside of all.</param>
internal sealed record HandlerPlace(HandlerPlaceKind Kind, SyntaxNode? Node, TypeDeclarationSyntax? Declaration, string Namespace)
{
    public static HandlerPlace At(SyntaxNode root, int position)
    {
        SyntaxToken token = root.FindToken(position);
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0 && root.FindToken(position - 1) is var before && before.IsKind(SyntaxKind.IdentifierToken) && before.Span.End == position)
        {
            token = before;
        }

        string space = NamespaceAt(root, token.Parent, position);
        return token.Span.IntersectsWith(position) && token.IsKind(SyntaxKind.IdentifierToken)
            ? token.Parent switch
            {
                TypeDeclarationSyntax { BaseList: not null } and not InterfaceDeclarationSyntax => new(HandlerPlaceKind.Class, token.Parent, null, space),
                IdentifierNameSyntax { Parent: TypeArgumentListSyntax } argument when !MayBeInterface(token) => new(HandlerPlaceKind.TypeArgument, argument, null, space),
                SimpleNameSyntax name when MayBeInterface(token) => new(HandlerPlaceKind.Name, name, DeclarationOf(name), space),
                NameSyntax name when name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() is { } around && around.Name.Span.Contains(name.Span) => new(HandlerPlaceKind.Outside, null, null, space),
                _ => new(HandlerPlaceKind.Other, null, null, space),
            }
            : new(IsOutside(root, token, position) ? HandlerPlaceKind.Outside : HandlerPlaceKind.Other, null, null, space);
    }

    private static bool MayBeInterface(SyntaxToken name) => name.ValueText.EndsWith("Handler", StringComparison.Ordinal) && name.ValueText.StartsWith("I", StringComparison.Ordinal);

    /// <summary>The class whose base list names an interface by itself, not as part of another type.</summary>
    private static TypeDeclarationSyntax? DeclarationOf(SimpleNameSyntax name)
    {
        SyntaxNode outermost = name;
        while (outermost.Parent is NameSyntax qualified)
        {
            outermost = qualified;
        }

        return outermost.Parent is BaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type and not InterfaceDeclarationSyntax } ? type : null;
    }

    /// <summary>Whether a position in white space is where a type could be declared.</summary>
    private static bool IsOutside(SyntaxNode root, SyntaxToken token, int position)
    {
        if (token.Span.Contains(position) && token.Span.Start != position)
        {
            return false;
        }

        // Between two declarations the position belongs to none of them, although the tokens do.
        SyntaxNode? around = token.Parent?.AncestorsAndSelf().FirstOrDefault(n => n is CompilationUnitSyntax || (n.Span.Start < position && position < n.Span.End));
        return around is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
            && !((CompilationUnitSyntax)root).Members.Any(static m => m is GlobalStatementSyntax)
            && root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().All(u => u.Span.End < position);
    }

    private static string NamespaceAt(SyntaxNode root, SyntaxNode? node, int position)
    {
        IEnumerable<BaseNamespaceDeclarationSyntax> around = (node?.AncestorsAndSelf() ?? [])
            .OfType<BaseNamespaceDeclarationSyntax>()
            .Where(n => n is FileScopedNamespaceDeclarationSyntax || n.Span.Contains(position));
        string space = string.Join(".", around.Reverse().Select(static n => n.Name.ToString()));
        return space.Length > 0 ? space : ((CompilationUnitSyntax)root).Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? string.Empty;
    }
}
