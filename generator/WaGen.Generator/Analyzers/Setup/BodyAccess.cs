using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.Generator.Analyzers;

/// <summary>What a piece of middleware does with the body of every request before the next one sees it.</summary>
/// <remarks>
/// Decided by names alone, because the class of a middleware may stand in a file whose meaning an analyzer does not have. Whatever
/// looks as if it chose its requests or put the body back is taken as doing so rightly.
/// </remarks>
internal static class BodyAccess
{
    private const string Request = "Request";
    private const string Body = "Body";

    private static readonly HashSet<string> ReadingMembers = new(StringComparer.Ordinal) { Body, "BodyReader", "Form", "ReadFormAsync", "ReadFromJsonAsync" };
    private static readonly HashSet<string> HarmlessMembers = new(StringComparer.Ordinal) { "CanRead", "CanSeek", "Length", "Position", "Seek" };
    private static readonly HashSet<string> Decoders = new(StringComparer.Ordinal) { "GZipStream", "BrotliStream", "DeflateStream", "ZLibStream", "CryptoStream" };

    // What a middleware asks of a request to see whether it is its own. The length of the body is none of it: deliveries have one as well.
    private static readonly HashSet<string> Distinctions = new(StringComparer.Ordinal)
    {
        "Path", "PathBase", "Method", "Host", "Headers", "Query", "QueryString", "RouteValues", "Cookies", "ContentType", "HasFormContentType", "HasJsonContentType",
        "GetEndpoint", "GetTypedHeaders", "User", "Connection", "Items", "Features", "WebSockets", "IsHttps", "Scheme", "Protocol",
    };

    /// <summary>What happens to the body, as the message says it; null when nothing does, or when it cannot be told.</summary>
    public static string? Describe(SyntaxNode function, CancellationToken cancellationToken)
    {
        if (Choose(function))
        {
            return null;
        }

        bool restores = false;
        bool rewinds = false;
        SyntaxNode? read = null;
        foreach (SimpleNameSyntax name in function.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string text = name.Identifier.ValueText;
            rewinds |= text is "Seek" || (text is "Position" && AssignedValue(name) is not null) || (text is "AdvanceTo" && ConsumesNothing(name));
            if (!ReadingMembers.Contains(text) || !IsOfRequest(name))
            {
                continue;
            }

            if (text is Body && AssignedValue(name) is { } value)
            {
                if (value is ObjectCreationExpressionSyntax { Type: var type } && Decoders.Contains((type is QualifiedNameSyntax { Right: var right } ? right : type).ToString()))
                {
                    return "replaces the body";
                }

                restores = true;
            }
            else if (!IsHarmless(name))
            {
                read ??= name;
            }
        }

        return read is null || restores || rewinds || IsAfterNext(read, function) ? null : "reads the body";
    }

    /// <summary>Whether a function does something for some requests only.</summary>
    private static bool Choose(SyntaxNode function)
    {
        HashSet<string> contexts = [.. function.DescendantNodesAndSelf().SelectMany(Parameters)];
        SyntaxNode[] conditions = [.. function.DescendantNodes().Select(Condition).OfType<SyntaxNode>()];
        return conditions.Length > 0
            && (function.DescendantNodes().OfType<SimpleNameSyntax>().Any(static n => Distinctions.Contains(n.Identifier.ValueText))
                || conditions.SelectMany(static c => c.DescendantNodesAndSelf()).OfType<ArgumentSyntax>().Any(a => a.Expression is IdentifierNameSyntax name && contexts.Contains(name.Identifier.ValueText)));
    }

    private static IEnumerable<string> Parameters(SyntaxNode node) => node switch
    {
        SimpleLambdaExpressionSyntax lambda => [lambda.Parameter.Identifier.ValueText],
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.Select(static p => p.Identifier.ValueText),
        MethodDeclarationSyntax method => method.ParameterList.Parameters.Select(static p => p.Identifier.ValueText),
        LocalFunctionStatementSyntax method => method.ParameterList.Parameters.Select(static p => p.Identifier.ValueText),
        _ => [],
    };

    private static SyntaxNode? Condition(SyntaxNode node) => node switch
    {
        IfStatementSyntax choice => choice.Condition,
        ConditionalExpressionSyntax choice => choice.Condition,
        SwitchStatementSyntax choice => choice.Expression,
        SwitchExpressionSyntax choice => choice.GoverningExpression,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } choice => choice.Left,
        _ => null,
    };

    /// <summary>Whether a member is one of <c>context.Request</c> or of a variable called <c>request</c>, and not of a response.</summary>
    private static bool IsOfRequest(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name && access.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: Request } => true,
        IdentifierNameSyntax { Identifier.ValueText: var variable } => variable.EndsWith(Request, StringComparison.OrdinalIgnoreCase) || variable is "req",
        _ => false,
    };

    private static ExpressionSyntax? AssignedValue(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access && assignment.Left == access ? assignment.Right : null;

    /// <summary>Whether a reader only looked: <c>reader.AdvanceTo(buffer.Start, buffer.End)</c>.</summary>
    private static bool ConsumesNothing(SimpleNameSyntax name) =>
        name.Parent?.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
        && arguments[0].Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Start" };

    private static bool IsHarmless(SimpleNameSyntax name) =>
        name.Parent?.Parent is MemberAccessExpressionSyntax outer && HarmlessMembers.Contains(outer.Name.Identifier.ValueText);

    /// <summary>Whether the rest of the pipeline has run when something happens.</summary>
    private static bool IsAfterNext(SyntaxNode read, SyntaxNode function) => function.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Any(c => c.Span.End < read.SpanStart && CalledName(c.Expression).TrimStart('_').Equals("next", StringComparison.OrdinalIgnoreCase));

    private static string CalledName(ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        _ => "",
    };
}
