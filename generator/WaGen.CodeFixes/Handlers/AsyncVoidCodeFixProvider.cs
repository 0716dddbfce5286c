using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Lets an async void method or local function return a task, and awaits it where the caller can (WAGEN205).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidCodeFixProvider))]
[Shared]
public sealed class AsyncVoidCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerRules.AsyncVoid.Id];

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
            if (root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax
                && root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is { } declaration
                && model?.GetDeclaredSymbol(declaration, context.CancellationToken) is IMethodSymbol { IsVirtual: false, IsAbstract: false, PartialDefinitionPart: null } method
                && await VoidCalls.FindAsync(document.Project.Solution, method, context.CancellationToken).ConfigureAwait(false) is { } calls)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Return a task", token => FixAsync(document, declaration, calls, token), nameof(AsyncVoidCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> FixAsync(Document document, SyntaxNode declaration, VoidCalls calls, CancellationToken cancellationToken)
    {
        Solution solution = document.Project.Solution;
        var generator = SyntaxGenerator.GetGenerator(document);
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxNode task = generator.TypeExpression(compilation.GetTypeByMetadataName("System.Threading.Tasks.Task")!, addImport: true);
        foreach (DocumentId id in calls.Documents.Append(document.Id).Distinct())
        {
            SyntaxNode root = (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SyntaxNode changed = root.ReplaceNodes(
                [.. calls.In(id), .. id == document.Id ? [declaration] : Array.Empty<SyntaxNode>()],
                (old, rewritten) => old == declaration ? Return((TypeSyntax)task, rewritten) : AwaitWriter.Await((ExpressionSyntax)rewritten).WithTriviaFrom(rewritten));
            solution = solution.WithDocumentSyntaxRoot(id, changed);
        }

        return solution;
    }

    private static SyntaxNode Return(TypeSyntax task, SyntaxNode declaration) => declaration is MethodDeclarationSyntax method
        ? method.WithReturnType(task.WithTriviaFrom(method.ReturnType))
        : ((LocalFunctionStatementSyntax)declaration).WithReturnType(task.WithTriviaFrom(((LocalFunctionStatementSyntax)declaration).ReturnType));
}
