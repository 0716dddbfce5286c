using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Raises body limits to what the provider sends (WAGEN306).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BodyLimitCodeFixProvider))]
[Shared]
public sealed class BodyLimitCodeFixProvider : CodeFixProvider
{
    private const int Kilobyte = 1024;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SetupRules.BodyLimitTooLow.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
                && diagnostic.Properties.TryGetValue(BodyLimitAnalyzer.MinimumProperty, out string? text)
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int minimum))
            {
                string written = Write(minimum);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Set it to {written}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(value, SyntaxFactory.ParseExpression(written).WithTriviaFrom(value)))),
                        nameof(BodyLimitCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    /// <summary>A number of bytes as somebody would write it: 3 * 1024 * 1024.</summary>
    private static string Write(int bytes)
    {
        string factors = "";
        while (bytes > Kilobyte && bytes % Kilobyte == 0)
        {
            bytes /= Kilobyte;
            factors += " * 1024";
        }

        return bytes.ToString(CultureInfo.InvariantCulture) + factors;
    }
}
