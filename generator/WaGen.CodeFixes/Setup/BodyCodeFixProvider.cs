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

/// <summary>Keeps the route of an endpoint out of middleware that touches the body (WAGEN304).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BodyCodeFixProvider))]
[Shared]
public sealed class BodyCodeFixProvider : CodeFixProvider
{
    private static readonly string[] BranchNames = ["branch", "pipeline", "others"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SetupRules.BodyTouched.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // Only a statement that is one call on the application can be put into a branch as it is.
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is
                { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } access } call
                && access.Name.Span.Contains(diagnostic.Location.SourceSpan)
                && diagnostic.Properties.TryGetValue(BodyAnalyzer.RoutesProperty, out string? text)
                && text?.Split('\n') is { } routes)
            {
                string title = $"Keep {string.Join(" and ", routes.Select(static r => $"'{r}'"))} out of this middleware";
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(call, Branch(call, access, routes)))), nameof(BodyCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static InvocationExpressionSyntax Branch(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string[] routes)
    {
        HashSet<string> taken = [.. call.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText)];
        string branch = Array.Find(BranchNames, n => !taken.Contains(n)) ?? "notWebhooks";
        string condition = string.Join(" && ", routes.Select(static r => $"!context.Request.Path.StartsWithSegments({SymbolDisplay.FormatLiteral(r, quote: true)})"));
        ExpressionSyntax predicate = SyntaxFactory.ParseExpression($"context => {condition}");
        InvocationExpressionSyntax moved = call.WithExpression(access.WithExpression(SyntaxFactory.IdentifierName(branch))).WithoutTrivia();
        SimpleLambdaExpressionSyntax inner = ((SimpleLambdaExpressionSyntax)SyntaxFactory.ParseExpression($"{branch} => x")).WithExpressionBody(moved);
        SeparatedSyntaxList<ArgumentSyntax> arguments = SyntaxFactory.SeparatedList(
            [SyntaxFactory.Argument(predicate), SyntaxFactory.Argument(inner)],
            [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        return SyntaxFactory.InvocationExpression(
            access.WithName(SyntaxFactory.IdentifierName("UseWhen")),
            SyntaxFactory.ArgumentList(arguments)).WithTriviaFrom(call);
    }
}
