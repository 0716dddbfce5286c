using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Removes the clause that forgets every exception, and the try statement when nothing else is left of it (WAGEN208).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwallowedExceptionCodeFixProvider))]
[Shared]
public sealed class SwallowedExceptionCodeFixProvider : DocumentCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerRules.ExceptionSwallowed.Id];

    private protected override string Title => "Let exceptions through";

    private protected override bool CanFix(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        FindClause(root, diagnostic) is { Parent: TryStatementSyntax { Parent: BlockSyntax } };

    private protected override SyntaxNode Fix(Document document, SyntaxNode root, SemanticModel model, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var bodies = diagnostics.Select(d => FindClause(root, d)!).ToDictionary(static c => (BlockSyntax)c.Parent!.Parent!);
        return root.ReplaceNodes(bodies.Keys, (old, _) => Rewrite(old, bodies[old], model));
    }

    private static CatchClauseSyntax? FindClause(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindToken(diagnostic.Location.SourceSpan.Start).Parent as CatchClauseSyntax;

    private static BlockSyntax Rewrite(BlockSyntax body, CatchClauseSyntax clause, SemanticModel model)
    {
        var attempt = (TryStatementSyntax)clause.Parent!;
        int index = body.Statements.IndexOf(attempt);
        SyntaxList<CatchClauseSyntax> others = attempt.Catches.Remove(clause);
        StatementSyntax[] instead = others.Count == 0 && attempt.Finally is null ? Unwrap(attempt) : [attempt.WithCatches(others)];

        // Without the clause, nothing may get to the return behind the statement any more.
        bool goesOn = EndsReachably(attempt.Block, model) || attempt.Catches.Any(c => c != clause && EndsReachably(c.Block, model));
        IEnumerable<StatementSyntax> after = body.Statements.Skip(index + 1).Where(s => goesOn || s is LocalFunctionStatementSyntax);
        return body.WithStatements([.. body.Statements.Take(index), .. instead, .. after]);
    }

    private static bool EndsReachably(BlockSyntax block, SemanticModel model) => model.AnalyzeControlFlow(block) is { EndPointIsReachable: true };

    private static StatementSyntax[] Unwrap(TryStatementSyntax attempt)
    {
        StatementSyntax[] statements = [.. attempt.Block.Statements.Select(static s => s.WithAdditionalAnnotations(Formatter.Annotation))];
        if (statements.Length > 0)
        {
            // Comments before the statement and at the end of its block stay, the rest is layout.
            statements[0] = statements[0].WithLeadingTrivia(attempt.GetLeadingTrivia().AddRange(statements[0].GetLeadingTrivia()));
            SyntaxTriviaList end = attempt.Block.CloseBraceToken.LeadingTrivia;
            if (end.Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)))
            {
                int last = statements.Length - 1;
                statements[last] = statements[last].WithTrailingTrivia(statements[last].GetTrailingTrivia().AddRange(end));
            }
        }

        return statements;
    }
}
