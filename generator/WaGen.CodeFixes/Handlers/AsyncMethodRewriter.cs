using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace WaGen.CodeFixes;

/// <summary>Makes a method asynchronous that returns tasks without result: it awaits what it returned.</summary>
internal sealed class AsyncMethodRewriter(SyntaxGenerator generator) : CSharpSyntaxRewriter
{
    private static readonly SyntaxAnnotation Several = new();
    private StatementSyntax? _last;
    private bool _wrapsTasks;

    public MethodDeclarationSyntax MakeAsync(MethodDeclarationSyntax method)
    {
        _wrapsTasks = method.ReturnType.GetLastToken().ValueText == nameof(ValueTask);
        _last = method.Body?.Statements.LastOrDefault();
        MethodDeclarationSyntax changed = method.ExpressionBody is { } arrow
            ? method.WithExpressionBody(arrow.WithExpression(AwaitUnlessThrown(arrow.Expression)))
            : method.WithBody((BlockSyntax)Visit(method.Body)!);
        return (MethodDeclarationSyntax)generator.WithModifiers(changed, generator.GetModifiers(changed).WithAsync(true));
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => node;

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => node;

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var changed = (BlockSyntax)base.VisitBlock(node)!;
        return changed.WithStatements(Flatten(changed.Statements));
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        var changed = (SwitchSectionSyntax)base.VisitSwitchSection(node)!;
        return changed.WithStatements(Flatten(changed.Statements));
    }

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        StatementSyntax end = SyntaxFactory.ReturnStatement();
        if (node.Expression is not { } result)
        {
            return node;
        }

        if (IsCompleted(result))
        {
            return node == _last && !HasComment(node)
                ? SyntaxFactory.Block().WithAdditionalAnnotations(Several)
                : end.WithTriviaFrom(node);
        }

        StatementSyntax awaited = SyntaxFactory.ExpressionStatement(AwaitUnlessThrown(result));
        return node == _last
            ? awaited.WithTriviaFrom(node)
            : SyntaxFactory.Block(
                    awaited.WithLeadingTrivia(node.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed),
                    end.WithTrailingTrivia(node.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation))
                .WithAdditionalAnnotations(Several, Formatter.Annotation);
    }

    /// <summary>The statements of a block in place of it, where several statements can stand.</summary>
    private static SyntaxList<StatementSyntax> Flatten(SyntaxList<StatementSyntax> statements) =>
        [.. statements.SelectMany(static s => s is BlockSyntax block && block.HasAnnotation(Several) ? block.Statements : [s])];

    private static bool HasComment(SyntaxNode node) => node.GetLeadingTrivia().Concat(node.GetTrailingTrivia()).Any(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static bool IsCompleted(ExpressionSyntax result) => result is
        LiteralExpressionSyntax or DefaultExpressionSyntax
        or BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } }
        or MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Task.CompletedTask) };

    private ExpressionSyntax AwaitUnlessThrown(ExpressionSyntax result)
    {
        if (result is ThrowExpressionSyntax)
        {
            return result;
        }

        // A task that was only wrapped is awaited itself.
        ExpressionSyntax task = _wrapsTasks && result is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } wrapped } ? wrapped[0].Expression : result;
        ExpressionSyntax operand = task is ConditionalExpressionSyntax or SwitchExpressionSyntax or BinaryExpressionSyntax or LambdaExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(task.WithoutTrivia())
            : task;
        return AwaitWriter.Await(operand).WithTriviaFrom(result);
    }
}
