using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Removes one of several members that exclude each other (WAGEN405): the user says which, so each is offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PayloadChoiceCodeFixProvider))]
[Shared]
public sealed class PayloadChoiceCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [PayloadRules.Choice.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (string name in diagnostic.Properties.TryGetValue(PayloadChoiceAnalyzer.MembersProperty, out string? names) && names is not null ? names.Split(',') : [])
            {
                if (SetMember.Remove(root, place, name, model, context.CancellationToken) is { } changed)
                {
                    string title = $"Remove '{name}'";
                    context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document.WithSyntaxRoot(changed)), title), diagnostic);
                }
            }
        }
    }
}
