using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Adds the case for values that the schema does not list (WAGEN214).</summary>
/// <remarks>
/// A statement gets the unknown member, which does nothing, as before. An expression gets an arm for everything else: without it
/// the compiler would go on about absent and undefined values.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownValueCodeFixProvider))]
[Shared]
public sealed class UnknownValueCodeFixProvider : CodeFixProvider
{
    private const string Title = "Add the case for unknown values";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ViewRules.UnknownValueOverlooked.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        SyntaxNode? root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            Func<CancellationToken, Task<Document>>? fix = root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent switch
            {
                SwitchStatementSyntax statement => token => AddSectionAsync(document, statement, token),
                SwitchExpressionSyntax expression => token => AddArmAsync(document, expression, token),
                _ => null,
            };
            if (fix is not null)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, fix, nameof(UnknownValueCodeFixProvider)), diagnostic);
            }
        }
    }

    private static async Task<Document> AddSectionAsync(Document document, SwitchStatementSyntax statement, CancellationToken cancellationToken)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        ITypeSymbol type = NullableValue.Unwrap(model.GetTypeInfo(statement.Expression, cancellationToken).Type!);
        var generator = SyntaxGenerator.GetGenerator(document);
        SyntaxNode unknown = generator.MemberAccessExpression(generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation), UnknownValueAnalyzer.Unknown);
        SwitchSectionSyntax section = SyntaxFactory.SwitchSection(
            [SyntaxFactory.CaseSwitchLabel((ExpressionSyntax)unknown)],
            [SyntaxFactory.BreakStatement()]).WithAdditionalAnnotations(Formatter.Annotation);
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNode(statement, statement.AddSections(section)));
    }

    private static async Task<Document> AddArmAsync(Document document, SwitchExpressionSyntax expression, CancellationToken cancellationToken)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        SwitchExpressionArmSyntax arm = SyntaxFactory.SwitchExpressionArm(
            SyntaxFactory.DiscardPattern().WithTrailingTrivia(SyntaxFactory.Space),
            null,
            SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
            Nothing(model, expression, cancellationToken));
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNode(expression, expression.WithArms(Append(expression.Arms, arm))));
    }

    /// <summary>The value that says least: nothing where the type has one, else an exception, as it was thrown before.</summary>
    private static ExpressionSyntax Nothing(SemanticModel model, SwitchExpressionSyntax expression, CancellationToken cancellationToken)
    {
        TypeInfo info = model.GetTypeInfo(expression, cancellationToken);
        return (info.ConvertedType ?? info.Type) switch
        {
            null or { IsValueType: true } => SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression),
            { SpecialType: SpecialType.System_String } => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(string.Empty)),
            INamedTypeSymbol { Name: nameof(Task), IsGenericType: false } =>
                SyntaxFactory.ParseExpression("System.Threading.Tasks.Task.CompletedTask").WithAdditionalAnnotations(Simplifier.Annotation),
            _ => SyntaxFactory.ThrowExpression(SyntaxFactory.ObjectCreationExpression(
                SyntaxFactory.ParseTypeName("System.InvalidOperationException").WithAdditionalAnnotations(Simplifier.Annotation),
                SyntaxFactory.ArgumentList(),
                null)).NormalizeWhitespace(),
        };
    }

    /// <summary>Adds an arm in the line style of the last one; comments stay where they are.</summary>
    private static SeparatedSyntaxList<SwitchExpressionArmSyntax> Append(SeparatedSyntaxList<SwitchExpressionArmSyntax> arms, SwitchExpressionArmSyntax arm)
    {
        if (arms.Count == 0)
        {
            return arms.Add(arm);
        }

        SwitchExpressionArmSyntax last = arms[arms.Count - 1];
        SyntaxTriviaList indent = SyntaxFactory.TriviaList(last.GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        var nodes = arms.GetWithSeparators().ToList();
        if (arms.SeparatorCount == arms.Count)
        {
            SyntaxToken comma = arms.GetSeparator(arms.Count - 1);
            SyntaxTriviaList end = SyntaxFactory.TriviaList(comma.TrailingTrivia.Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)));
            nodes.Add(arm.WithLeadingTrivia(indent));
            nodes.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(end));
        }
        else
        {
            SyntaxTriviaList trailing = last.GetTrailingTrivia();
            bool endsLine = trailing.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
            nodes[nodes.Count - 1] = last.WithoutTrailingTrivia();
            nodes.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(endsLine ? trailing : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
            nodes.Add(arm.WithLeadingTrivia(endsLine ? indent : default).WithTrailingTrivia(endsLine ? trailing.Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) : trailing));
        }

        return SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(nodes);
    }
}
