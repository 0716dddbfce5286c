using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace WaGen.CodeFixes;

/// <summary>Lets a body that returns nothing or a task return a <see cref="ValueTask"/>.</summary>
internal sealed class TaskBody(SemanticModel model, MethodDeclarationSyntax declaration)
{
    private const string Completed = "ValueTask.CompletedTask";

    /// <summary>The declaration with its body changed; asynchronous bodies and those with other results are left as they are.</summary>
    public MethodDeclarationSyntax ReturnValueTask(IMethodSymbol method)
    {
        if (method.IsAsync)
        {
            return declaration;
        }

        if (method.ReturnsVoid)
        {
            return ReturnCompleted();
        }

        return method.ReturnType is INamedTypeSymbol { Name: nameof(Task), IsGenericType: false } ? WrapResults() : declaration;
    }

    private MethodDeclarationSyntax ReturnCompleted()
    {
        if (declaration.ExpressionBody is { } arrow)
        {
            StatementSyntax[] statements = [SyntaxFactory.ExpressionStatement(arrow.Expression), ReturnStatement()];
            return declaration
                .WithExpressionBody(null)
                .WithSemicolonToken(default)
                .WithParameterList(declaration.ParameterList.WithoutTrailingTrivia())
                .WithBody(SyntaxFactory.Block(statements).WithTrailingTrivia(declaration.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        }

        if (declaration.Body is not { } body)
        {
            return declaration;
        }

        BlockSyntax changed = body.ReplaceNodes(Results(body), static (old, _) => old.WithReturnKeyword(old.ReturnKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithExpression(SyntaxFactory.ParseExpression(Completed)));
        bool reachesEnd = body.Statements.Count == 0 || model.AnalyzeControlFlow(body.Statements.First(), body.Statements.Last()) is { EndPointIsReachable: true };
        return declaration.WithBody(reachesEnd ? changed.AddStatements(ReturnStatement()) : changed);
    }

    private MethodDeclarationSyntax WrapResults()
    {
        if (declaration.ExpressionBody is { } arrow)
        {
            return declaration.WithExpressionBody(arrow.WithExpression(Wrap(arrow.Expression)));
        }

        return declaration.Body is { } body
            ? declaration.WithBody(body.ReplaceNodes(Results(body), static (old, _) => old.Expression is null ? old : old.WithExpression(Wrap(old.Expression))))
            : declaration;
    }

    private static IEnumerable<ReturnStatementSyntax> Results(BlockSyntax body) =>
        body.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>();

    private static ExpressionSyntax Wrap(ExpressionSyntax expression)
    {
        if (expression is ThrowExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression })
        {
            return expression;
        }

        ExpressionSyntax result = expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Task.CompletedTask) }
            ? SyntaxFactory.ParseExpression(Completed)
            : SyntaxFactory.ParseExpression($"new ValueTask({expression.WithoutTrivia().ToFullString()})");
        return result.WithTriviaFrom(expression);
    }

    private static StatementSyntax ReturnStatement() =>
        SyntaxFactory.ParseStatement($"return {Completed};").WithAdditionalAnnotations(Formatter.Annotation);
}
