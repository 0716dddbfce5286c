using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.CodeFixes;

/// <summary>Writes <c>await</c> before expressions.</summary>
internal static class AwaitWriter
{
    /// <summary>The expression that awaits a task, without the trivia around it.</summary>
    public static AwaitExpressionSyntax Await(ExpressionSyntax task) =>
        SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());
}
