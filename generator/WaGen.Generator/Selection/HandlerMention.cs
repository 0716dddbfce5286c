using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Selection;

/// <summary>A name such as <c>ICallsHandler</c> in the base list of a class.</summary>
/// <remarks>Taken from the syntax alone, because a compilation changes with every edit: whether the name means anything is asked only when it is that of a field left out.</remarks>
internal sealed record HandlerMention
{
    private const string Prefix = "I";
    private const string Suffix = "Handler";

    /// <summary>The name, without its namespace.</summary>
    public required string Name { get; init; }

    /// <summary>The class.</summary>
    public required string TypeName { get; init; }

    public required string FilePath { get; init; }

    /// <summary>The place of the name with its namespace.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether a node may be such a name. Asked of every node of an edited file.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is SimpleBaseTypeSyntax { Parent.Parent: ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax } entry
        && NameOf(entry.Type) is { } name
        && name.StartsWith(Prefix, StringComparison.Ordinal)
        && name.EndsWith(Suffix, StringComparison.Ordinal);

    public static HandlerMention Of(SyntaxNode node)
    {
        var entry = (SimpleBaseTypeSyntax)node;
        return new HandlerMention
        {
            Name = NameOf(entry.Type)!,
            TypeName = ((TypeDeclarationSyntax)entry.Parent!.Parent!).Identifier.ValueText,
            FilePath = node.SyntaxTree.FilePath,
            Span = entry.Type.Span,
        };
    }

    /// <summary>The place in a compilation when nothing in it has this name; null otherwise.</summary>
    public Location? FindUnresolved(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (string.Equals(tree.FilePath, FilePath, StringComparison.Ordinal)
                && tree.GetRoot(cancellationToken) is { } root
                && root.FullSpan.Contains(Span)
                && root.FindNode(Span, getInnermostNodeForTie: true) is TypeSyntax type
                && string.Equals(NameOf(type), Name, StringComparison.Ordinal)
                && compilation.GetSemanticModel(tree).GetTypeInfo(type, cancellationToken).Type is IErrorTypeSymbol { CandidateSymbols.IsEmpty: true })
            {
                return Location.Create(tree, Span);
            }
        }

        return null;
    }

    private static string? NameOf(TypeSyntax type) => type switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax { Right: IdentifierNameSyntax name } => name.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
