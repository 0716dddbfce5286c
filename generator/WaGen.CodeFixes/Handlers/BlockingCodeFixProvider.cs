using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Awaits what blocks; makes the method asynchronous where it returns a task without result (WAGEN206).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockingCodeFixProvider))]
[Shared]
public sealed class BlockingCodeFixProvider : DocumentCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerRules.Blocks.Id];

    private protected override string Title => "Await instead of blocking";

    private protected override bool CanFix(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Find(root, model, diagnostic, cancellationToken) is not null;

    private protected override SyntaxNode Fix(Document document, SyntaxNode root, SemanticModel model, IReadOnlyList<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        var calls = diagnostics.Select(d => Find(root, model, d, cancellationToken)!).ToDictionary(static c => (SyntaxNode)c.Expression);
        var methods = new HashSet<SyntaxNode>(calls.Values.Select(static c => c.ToMakeAsync).OfType<MethodDeclarationSyntax>());
        return root.ReplaceNodes(
            calls.Keys.Concat(methods),
            (old, rewritten) => calls.TryGetValue(old, out BlockingCall? call)
                ? call.Await((ExpressionSyntax)rewritten, generator)
                : new AsyncMethodRewriter(generator).MakeAsync((MethodDeclarationSyntax)rewritten));
    }

    private static BlockingCall? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is IdentifierNameSyntax name ? BlockingCall.Of(name, model, cancellationToken) : null;
}
