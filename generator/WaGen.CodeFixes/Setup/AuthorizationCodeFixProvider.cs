using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Lets the provider reach an endpoint without an account (WAGEN305).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AuthorizationCodeFixProvider))]
[Shared]
public sealed class AuthorizationCodeFixProvider : CodeFixProvider
{
    private const string AllowAnonymous = "AllowAnonymous";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SetupRules.AuthorizationRequired.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is null || diagnostic.AdditionalLocations.Count == 0
                || root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax call)
            {
                continue;
            }

            // Called as a plain static method, neither can be taken out of the chain nor extended.
            if (diagnostic.Properties.ContainsKey(AuthorizationAnalyzer.OwnProperty))
            {
                if (call is { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax or IdentifierNameSyntax } access } && CanRemove(call))
                {
                    Register(context, diagnostic, "Remove RequireAuthorization", "Remove", () => Remove(root, call, access.Expression));
                }
            }
            else
            {
                Register(context, diagnostic, "Allow anonymous requests to this endpoint", AllowAnonymous, () => root.ReplaceNode(call, Allow(call)));
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, string key, Func<SyntaxNode> change) =>
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(change())), key), diagnostic);

    /// <summary>Whether something that is a whole statement is left: a variable alone is none, but then the statement goes as well.</summary>
    private static bool CanRemove(InvocationExpressionSyntax call) =>
        call is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }, Parent: ExpressionStatementSyntax { Parent: not (BlockSyntax or GlobalStatementSyntax) } }
        && call is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax }, Parent: ArrowExpressionClauseSyntax or LambdaExpressionSyntax };

    private static SyntaxNode Remove(SyntaxNode root, InvocationExpressionSyntax call, ExpressionSyntax rest)
    {
        if (rest is IdentifierNameSyntax && call.Parent is ExpressionStatementSyntax statement)
        {
            // Comments above a statement are kept; the line itself goes, with its indentation.
            bool isCommented = statement.GetLeadingTrivia().Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));
            SyntaxRemoveOptions options = isCommented ? SyntaxRemoveOptions.KeepLeadingTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives : SyntaxRemoveOptions.KeepUnbalancedDirectives;
            return root.RemoveNode(statement.Parent is GlobalStatementSyntax global ? global : statement, options)!;
        }

        return root.ReplaceNode(call, rest.WithTrailingTrivia(call.GetTrailingTrivia()));
    }

    /// <summary>The call that maps the endpoint, with <c>.AllowAnonymous()</c> behind it; on a line of its own where the chain has one for each call.</summary>
    private static InvocationExpressionSyntax Allow(InvocationExpressionSyntax call)
    {
        SyntaxToken dot = SyntaxFactory.Token(SyntaxKind.DotToken);
        if (call.Parent is MemberAccessExpressionSyntax next)
        {
            dot = dot.WithLeadingTrivia(next.OperatorToken.LeadingTrivia);
        }

        InvocationExpressionSyntax allowed = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call, dot, SyntaxFactory.IdentifierName(AllowAnonymous)));
        return call.Parent is MemberAccessExpressionSyntax ? allowed.WithTrailingTrivia(call.GetTrailingTrivia()) : allowed;
    }
}
