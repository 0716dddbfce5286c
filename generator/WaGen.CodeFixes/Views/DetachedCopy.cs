using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace WaGen.CodeFixes;

/// <summary>Writes the code that makes a copy of a view.</summary>
internal static class DetachedCopy
{
    private const string Detach = "Detach";
    private const string Namespace = "WaGen";

    /// <summary>The expression with <c>.Detach()</c> behind it.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax view)
    {
        bool isPrimary = view is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax;
        ExpressionSyntax receiver = isPrimary ? view.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(view.WithoutTrivia());
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(Detach))).WithTriviaFrom(view);
    }

    /// <summary>Whether the method is an extension that is not in sight yet. Events have it themselves.</summary>
    public static bool NeedsUsing(SemanticModel model, ExpressionSyntax view, CancellationToken cancellationToken) =>
        model.GetTypeInfo(view, cancellationToken).Type is { } type
        && model.LookupSymbols(view.SpanStart, type as INamedTypeSymbol, Detach, includeReducedExtensionMethods: true).IsEmpty;

    /// <summary>Adds the using that brings the extension into sight.</summary>
    public static CompilationUnitSyntax AddUsing(CompilationUnitSyntax root) => UsingDirectives.Add(root, Namespace);

    /// <summary>The statement before which a copy can be made for a function; null when there is none.</summary>
    public static StatementSyntax? StatementOf(AnonymousFunctionExpressionSyntax function)
    {
        StatementSyntax? statement = function.Parent?.FirstAncestorOrSelf<StatementSyntax>();
        SyntaxNode? boundary = function.Ancestors().FirstOrDefault(static a => a is ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax);

        // A lambda inside an expression body, or inside another lambda without a block, has no statement of its own.
        return statement?.Parent is BlockSyntax or SwitchSectionSyntax or IfStatementSyntax or ElseClauseSyntax or ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax
            && (boundary is null || boundary.Span.Contains(statement.Span))
            ? statement
            : null;
    }

    /// <summary>Whether a pattern in the statement itself makes the variable, so that there is nothing to copy before it.</summary>
    public static bool Declares(StatementSyntax statement, ExpressionSyntax variable) => statement
        .DescendantNodes()
        .OfType<SingleVariableDesignationSyntax>()
        .Any(d => string.Equals(d.Identifier.ValueText, variable.ToString(), StringComparison.Ordinal));

    /// <summary>Makes the copy before the statement, and lets the function use it.</summary>
    public static SyntaxNode MakeBefore(SyntaxNode root, SemanticModel model, ExpressionSyntax view, AnonymousFunctionExpressionSyntax function, CancellationToken cancellationToken)
    {
        StatementSyntax statement = StatementOf(function)!;
        ISymbol? symbol = model.GetSymbolInfo(view, cancellationToken).Symbol;
        string name = FreeName(statement, view.ToString());
        IEnumerable<IdentifierNameSyntax> uses = function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(i =>
            string.Equals(i.Identifier.ValueText, symbol?.Name, StringComparison.Ordinal)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(i, cancellationToken).Symbol, symbol));
        StatementSyntax changed = statement.ReplaceNodes(uses, (_, use) => use.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(use.Identifier)));

        // Comments above the statement stay above both.
        StatementSyntax copy = SyntaxFactory.ParseStatement($"var {name} = {Of(view.WithoutTrivia())};")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        changed = changed.WithLeadingTrivia(statement.GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        if (statement.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            return root.ReplaceNode(statement, [copy, changed]);
        }

        BlockSyntax block = SyntaxFactory.Block(copy, changed).WithTrailingTrivia(statement.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        return root.ReplaceNode(statement, block);
    }

    private static string FreeName(StatementSyntax statement, string view)
    {
        SyntaxNode body = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? statement.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(body.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
        string wanted = "detached" + char.ToUpperInvariant(view[0]) + view.Substring(1);
        string name = wanted;
        for (int i = 2; taken.Contains(name); i++)
        {
            name = FormattableString.Invariant($"{wanted}{i}");
        }

        return name;
    }
}
