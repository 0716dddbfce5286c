using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Passes the token of a handler method to a call that lacks one (WAGEN207).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenCodeFixProvider))]
[Shared]
public sealed class TokenCodeFixProvider : DocumentCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerRules.TokenNotPassed.Id];

    private protected override string Title => "Pass the cancellation token";

    private protected override bool CanFix(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Properties.ContainsKey(TokenArgument.TokenProperty) && FindCall(root, diagnostic) is not null;

    private protected override SyntaxNode Fix(Document document, SyntaxNode root, SemanticModel model, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        var calls = diagnostics.ToDictionary(d => FindCall(root, d)!);
        return root.ReplaceNodes(calls.Keys, (old, rewritten) => rewritten.WithArgumentList(AddToken(rewritten.ArgumentList, calls[old].Properties, generator)));
    }

    private static InvocationExpressionSyntax? FindCall(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>();

    private static ArgumentListSyntax AddToken(ArgumentListSyntax list, ImmutableDictionary<string, string?> properties, SyntaxGenerator generator)
    {
        int index = int.Parse(properties[TokenArgument.IndexProperty]!, CultureInfo.InvariantCulture);

        // The generator writes names that are keywords as they have to be.
        ArgumentSyntax token = SyntaxFactory.Argument((ExpressionSyntax)generator.IdentifierName(properties[TokenArgument.TokenProperty]!));
        if (index < 0)
        {
            index = list.Arguments.Count;
            SyntaxToken colon = SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space);
            token = token.WithNameColon(SyntaxFactory.NameColon((IdentifierNameSyntax)generator.IdentifierName(properties[TokenArgument.NameProperty]!), colon));
        }

        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNodeOrTokenList old = list.Arguments.GetWithSeparators();
        SyntaxNodeOrTokenList changed = index switch
        {
            _ when old.Count == 0 => SyntaxFactory.NodeOrTokenList(token),
            _ when index >= list.Arguments.Count => old.AddRange([comma, token]),
            _ => old.InsertRange(2 * index, [token, comma]),
        };
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(changed));
    }
}
