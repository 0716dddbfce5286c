using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Asks the member that is a key before the one that may be absent (WAGEN213).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreliableKeyCodeFixProvider))]
[Shared]
public sealed class UnreliableKeyCodeFixProvider : ReplacementCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.UnreliableKey.Id];

    private protected override string Property => UnreliableKeyAnalyzer.BetterProperty;

    private protected override string TitleFor(ExpressionSyntax underlined, string text) => $"Use '{text}', and '{underlined}' only without it";

    /// <summary>The key, with a substitute that was there already: that comes last then, <c>better ?? key ?? ""</c>.</summary>
    private protected override ExpressionSyntax? Find(ExpressionSyntax underlined) =>
        underlined.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == underlined ? coalesce : underlined;

    private protected override ExpressionSyntax Write(ExpressionSyntax old, string text)
    {
        ExpressionSyntax chain = SyntaxFactory.BinaryExpression(
            SyntaxKind.CoalesceExpression,
            SyntaxFactory.ParseExpression(text).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithTrailingTrivia(SyntaxFactory.Space),
            old.WithoutTrivia());
        return old.Parent is PostfixUnaryExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(chain) : chain;
    }
}
