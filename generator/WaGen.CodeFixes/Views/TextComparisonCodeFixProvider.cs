using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Compares a member as it was received, without making a string (WAGEN212).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TextComparisonCodeFixProvider))]
[Shared]
public sealed class TextComparisonCodeFixProvider : ReplacementCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.TextForComparison.Id];

    private protected override string Property => TextComparisonAnalyzer.ComparisonProperty;

    private protected override string TitleFor(ExpressionSyntax underlined, string text) => $"Compare with '{text}'";

    /// <summary>The whole comparison around the text.</summary>
    private protected override ExpressionSyntax? Find(ExpressionSyntax underlined) => WithoutWrapping(underlined) switch
    {
        { Parent: BinaryExpressionSyntax binary } => binary,
        { Parent: IsPatternExpressionSyntax test } => test,
        { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => call,
        { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } } => call,
        _ => null,
    };

    private protected override ExpressionSyntax Write(ExpressionSyntax old, string text)
    {
        ExpressionSyntax changed = SyntaxFactory.ParseExpression(text);

        // A call has become an operator, which binds less tightly than what may stand around it.
        bool isLoose = changed is BinaryExpressionSyntax && old is not (BinaryExpressionSyntax or IsPatternExpressionSyntax);
        return isLoose && old.Parent is PrefixUnaryExpressionSyntax or MemberAccessExpressionSyntax or BinaryExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(changed)
            : changed;
    }

    private static SyntaxNode WithoutWrapping(SyntaxNode text) =>
        text.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } ? WithoutWrapping(text.Parent) : text;
}
