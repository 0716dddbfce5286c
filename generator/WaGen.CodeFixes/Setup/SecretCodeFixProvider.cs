using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Reads secrets and tokens from the configuration instead of the code (WAGEN302).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SecretCodeFixProvider))]
[Shared]
public sealed class SecretCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SetupRules.SecretInCode.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        SyntaxNode? root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (model is not null
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
                && diagnostic.Properties.TryGetValue(SecretAnalyzer.KeyProperty, out string? key)
                && ConfigurationInScope.Find(model, value) is { } configuration)
            {
                if (diagnostic.Properties.ContainsKey(SecretAnalyzer.ListProperty))
                {
                    key += ":" + IndexOf(value).ToString(CultureInfo.InvariantCulture);
                }

                ExpressionSyntax read = Read(configuration, key!, diagnostic.Properties.ContainsKey(SecretAnalyzer.RequiredProperty));
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Read it from the configuration",
                        _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(value, read.WithTriviaFrom(value)))),
                        nameof(SecretCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static ExpressionSyntax Read(string configuration, string key, bool isRequired)
    {
        string read = $"{configuration}[{SymbolDisplay.FormatLiteral(key, quote: true)}]";
        if (isRequired)
        {
            read += $" ?? throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral($"{key} is not configured.", quote: true)})";
        }

        ExpressionSyntax expression = SyntaxFactory.ParseExpression(read);
        return expression.ReplaceNodes(expression.DescendantNodes().OfType<QualifiedNameSyntax>().Take(1), static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    /// <summary>The place of a value in its list: among the elements of an initializer, or among the calls that add to the same list.</summary>
    private static int IndexOf(ExpressionSyntax value)
    {
        if (value.Parent is InitializerExpressionSyntax initializer)
        {
            return initializer.Expressions.IndexOf(value);
        }

        if (value.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
        {
            return 0;
        }

        string method = call.Expression.ToString();
        SyntaxNode? body = call.Ancestors().FirstOrDefault(static a => a is BlockSyntax or CompilationUnitSyntax);
        return body?.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Count(other => other.SpanStart < call.SpanStart && string.Equals(other.Expression.ToString(), method, StringComparison.Ordinal)) ?? 0;
    }
}
