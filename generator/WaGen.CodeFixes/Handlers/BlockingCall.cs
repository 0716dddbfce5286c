using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>An expression that blocks, where it can be awaited instead.</summary>
internal sealed class BlockingCall
{
    private readonly INamedTypeSymbol _task;
    private readonly string? _token;

    private BlockingCall(ExpressionSyntax expression, FunctionBody function, INamedTypeSymbol task, string? token)
    {
        Expression = expression;
        ToMakeAsync = function.ToMakeAsync;
        _task = task;
        _token = token;
    }

    /// <summary>What is replaced.</summary>
    public ExpressionSyntax Expression { get; }

    /// <summary>The method around it when that is not asynchronous yet.</summary>
    public MethodDeclarationSyntax? ToMakeAsync { get; }

    /// <summary>The call with this name; null when it cannot be awaited, or not with the same meaning.</summary>
    public static BlockingCall? Of(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax member = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        ExpressionSyntax? expression = name.Identifier.ValueText == nameof(Task<int>.Result) ? member as MemberAccessExpressionSyntax : member.Parent as InvocationExpressionSyntax;
        return expression is not null
            && model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is { } task
            && HasCounterpart(expression, task, model, cancellationToken)
            && FunctionBody.Around(expression, model, cancellationToken) is { } function
                ? new BlockingCall(expression, function, task, function.FindToken(model, cancellationToken))
                : null;
    }

    /// <summary>The awaiting expression; its operand comes from a version of the expression in which other calls may be replaced already.</summary>
    public ExpressionSyntax Await(ExpressionSyntax rewritten, SyntaxGenerator generator)
    {
        AwaitExpressionSyntax await = AwaitWriter.Await(Operand(rewritten, generator));
        ExpressionSyntax result = NeedsParentheses() ? SyntaxFactory.ParenthesizedExpression(await) : await;
        return result.WithTriviaFrom(rewritten);
    }

    private static string? NameOf(ExpressionSyntax call) => SimpleName.In(call)?.Identifier.ValueText;

    private static bool HasCounterpart(ExpressionSyntax expression, INamedTypeSymbol task, SemanticModel model, CancellationToken cancellationToken)
    {
        IParameterSymbol[] parameters = [.. (model.GetSymbolInfo(expression, cancellationToken).Symbol as IMethodSymbol)?.Parameters ?? []];
        return NameOf(expression) switch
        {
            nameof(Task<int>.Result) => true,
            "GetResult" => expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } } },

            // With a time limit, these say whether it was kept.
            nameof(Task.Wait) => expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax }
                && (parameters.Length == 0 || (parameters.Length == 1 && parameters[0].Type.Name == nameof(CancellationToken) && !task.GetMembers("WaitAsync").IsEmpty)),
            nameof(Task.WaitAll) => parameters.Length == 1,
            nameof(Task.WaitAny) => parameters.Length == 1 && expression.Parent is ExpressionStatementSyntax,
            nameof(Thread.Sleep) => true,
            _ => false,
        };
    }

    private ExpressionSyntax Operand(ExpressionSyntax rewritten, SyntaxGenerator generator)
    {
        if (rewritten is MemberAccessExpressionSyntax result)
        {
            return result.Expression;
        }

        var call = (InvocationExpressionSyntax)rewritten;
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        switch (NameOf(call))
        {
            case nameof(Task.Wait):
                var wait = (MemberAccessExpressionSyntax)call.Expression;
                return arguments.Count == 0 ? wait.Expression : call.WithExpression(wait.WithName(SyntaxFactory.IdentifierName("WaitAsync")));
            case "GetResult":
                var awaiter = (InvocationExpressionSyntax)((MemberAccessExpressionSyntax)call.Expression).Expression;
                return ((MemberAccessExpressionSyntax)awaiter.Expression).Expression;
            case nameof(Task.WaitAll):
                return call.WithExpression(TaskMember(generator, nameof(Task.WhenAll)));
            case nameof(Task.WaitAny):
                return call.WithExpression(TaskMember(generator, nameof(Task.WhenAny)));
            default:
                SyntaxNode time = arguments[0].Expression.WithoutTrivia();
                return (ExpressionSyntax)generator.InvocationExpression(
                    TaskMember(generator, nameof(Task.Delay)),
                    _token is null ? [time] : [time, generator.IdentifierName(_token)]);
        }
    }

    private ExpressionSyntax TaskMember(SyntaxGenerator generator, string name) =>
        (ExpressionSyntax)generator.MemberAccessExpression(generator.TypeExpression(_task, addImport: true), name);

    /// <summary>Whether something binds more tightly than await.</summary>
    private bool NeedsParentheses() => Expression.Parent switch
    {
        MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax => true,
        ElementAccessExpressionSyntax access => access.Expression == Expression,
        InvocationExpressionSyntax call => call.Expression == Expression,
        _ => false,
    };
}
