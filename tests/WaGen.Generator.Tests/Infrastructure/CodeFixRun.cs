using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Applies code fixes to sources.</summary>
internal static class CodeFixRun
{
    /// <summary>Applies the only fix of the first diagnostic of the analyzer; its title must be the given one.</summary>
    /// <returns>The sources after the fix, and what the compiler and the analyzer then say about them.</returns>
    public static async Task<FixedSources> FixAsync<TAnalyzer, TFix>(string title, params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        Project project = TestCompiler.CreateProject(workspace, sources);
        Diagnostic diagnostic = (await FixableAsync<TAnalyzer, TFix>(project)).First();
        CodeAction action = Assert.Single(await ActionsAsync<TFix>(project, diagnostic));
        Assert.Equal(title, action.Title);
        return await ApplyAsync<TAnalyzer>(project, action);
    }

    /// <summary>The titles of all fixes that are offered, in the order of the diagnostics.</summary>
    public static async Task<IReadOnlyList<string>> OfferedAsync<TAnalyzer, TFix>(params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        Project project = TestCompiler.CreateProject(workspace, sources);
        List<string> titles = [];
        foreach (Diagnostic diagnostic in await FixableAsync<TAnalyzer, TFix>(project))
        {
            titles.AddRange((await ActionsAsync<TFix>(project, diagnostic)).Select(static a => a.Title));
        }

        return titles;
    }

    /// <summary>Applies the fix of the first diagnostic to all that share its equivalence key.</summary>
    public static async Task<FixedSources> FixAllAsync<TAnalyzer, TFix>(params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        Project project = TestCompiler.CreateProject(workspace, sources);
        ImmutableArray<Diagnostic> diagnostics = await FixableAsync<TAnalyzer, TFix>(project);
        CodeAction first = Assert.Single(await ActionsAsync<TFix>(project, diagnostics[0]));
        var fix = new TFix();
        var context = new FixAllContext(
            project.GetDocument(diagnostics[0].Location.SourceTree)!,
            fix,
            FixAllScope.Project,
            first.EquivalenceKey!,
            fix.FixableDiagnosticIds,
            new KnownDiagnostics(diagnostics),
            CancellationToken.None);
        CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        return await ApplyAsync<TAnalyzer>(project, action);
    }

    private static async Task<ImmutableArray<Diagnostic>> FixableAsync<TAnalyzer, TFix>(Project project)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        ImmutableArray<string> ids = new TFix().FixableDiagnosticIds;
        Compilation compilation = (await project.GetCompilationAsync())!;
        IReadOnlyList<Diagnostic> all = await AnalyzerRun.DiagnosticsAsync<TAnalyzer>(compilation);
        return [.. all.Where(d => ids.Contains(d.Id)).OrderBy(static d => d.Location.SourceSpan.Start)];
    }

    private static async Task<List<CodeAction>> ActionsAsync<TFix>(Project project, Diagnostic diagnostic)
        where TFix : CodeFixProvider, new()
    {
        List<CodeAction> actions = [];
        Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
        var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await new TFix().RegisterCodeFixesAsync(context);
        return actions;
    }

    private static async Task<FixedSources> ApplyAsync<TAnalyzer>(Project project, CodeAction action)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Project changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        List<string> texts = [];
        foreach (Document document in changed.Documents.Where(static d => d.Name.StartsWith("Source", StringComparison.Ordinal)))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        Compilation compilation = (await changed.GetCompilationAsync())!;
        return new FixedSources(texts, new ReportedDiagnostics(await AnalyzerRun.DiagnosticsAsync<TAnalyzer>(compilation)));
    }

    /// <summary>Hands a batch the diagnostics that the test has found already.</summary>
    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
