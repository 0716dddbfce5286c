using System.Net;
using Microsoft.CodeAnalysis;

namespace WaGen.CodeFixes;

/// <summary>Where a printed type is described: file and pointer from its documentation.</summary>
/// <param name="File">The last part of the file's <c>$id</c>.</param>
/// <param name="Pointer">The pointer in the file, without the number sign.</param>
/// <param name="Namespace">The namespace of the type, which is that of the file.</param>
internal sealed record SchemaLink(string File, string Pointer, string Namespace)
{
    private const string Start = "<seealso href=\"";

    /// <summary>The link of a printed type; null when its documentation is not at hand.</summary>
    public static SchemaLink? Of(INamedTypeSymbol type, CancellationToken cancellationToken) => Texts(type, cancellationToken)
        .Select(text => Parse(text, type))
        .FirstOrDefault(static link => link is not null);

    /// <summary>The comments of a type in source, where they are no documentation when the project parses none, or what is known of one in an assembly.</summary>
    private static IEnumerable<string> Texts(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences.IsEmpty
        ? [type.GetDocumentationCommentXml(cancellationToken: cancellationToken) ?? string.Empty]
        : type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken).GetLeadingTrivia().ToFullString());

    private static SchemaLink? Parse(string text, INamedTypeSymbol type)
    {
        for (int at = text.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            int start = at + Start.Length;
            int end = text.IndexOf('"', start);
            string[] parts = end < 0 ? [] : WebUtility.HtmlDecode(text.Substring(start, end - start)).Split('#');
            if (parts.Length == 2)
            {
                return new SchemaLink(parts[0], parts[1], type.ContainingNamespace.ToDisplayString());
            }
        }

        return null;
    }
}
