using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Applies code fixes to sources.</summary>
internal static class CodeFixRun
{
    /// <summary>Applies the fix with this title to the first diagnostic of the analyzer.</summary>
    /// <returns>The sources after the fix, and what the compiler and the analyzer then say about them.</returns>
    public static Task<FixedSources> FixAsync<TAnalyzer, TFix>(string title, params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() =>
        FixAsync<TAnalyzer, TFix>(title, AnalysisProject.Of(sources));

    /// <inheritdoc cref="FixAsync{TAnalyzer, TFix}(string, string[])"/>
    public static async Task<FixedSources> FixAsync<TAnalyzer, TFix>(string title, AnalysisProject source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        Project project = source.Open(workspace);
        Diagnostic diagnostic = (await FixableAsync<TAnalyzer, TFix>(source, project)).First();
        CodeAction action = Assert.Single(Flatten(await ActionsAsync<TFix>(project, diagnostic)), a => string.Equals(a.Title, title, StringComparison.Ordinal));
        return await ApplyAsync<TAnalyzer>(source, project, action);
    }

    /// <summary>The titles of all fixes that are offered, in the order of the diagnostics.</summary>
    public static Task<IReadOnlyList<string>> OfferedAsync<TAnalyzer, TFix>(params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() =>
        OfferedAsync<TAnalyzer, TFix>(AnalysisProject.Of(sources));

    /// <inheritdoc cref="OfferedAsync{TAnalyzer, TFix}(string[])"/>
    public static async Task<IReadOnlyList<string>> OfferedAsync<TAnalyzer, TFix>(AnalysisProject source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        Project project = source.Open(workspace);
        List<string> titles = [];
        foreach (Diagnostic diagnostic in await FixableAsync<TAnalyzer, TFix>(source, project))
        {
            titles.AddRange((await ActionsAsync<TFix>(project, diagnostic)).Select(static a => a.Title));
        }

        return titles;
    }

    /// <summary>Applies the fix of the first diagnostic, the only one or the one with a title, to all that share its equivalence key.</summary>
    public static Task<FixedSources> FixAllAsync<TAnalyzer, TFix>(params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() =>
        FixAllAsync<TAnalyzer, TFix>(AnalysisProject.Of(sources));

    /// <inheritdoc cref="FixAllAsync{TAnalyzer, TFix}(string[])"/>
    public static async Task<FixedSources> FixAllAsync<TAnalyzer, TFix>(AnalysisProject source, string? title = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        Project project = source.Open(workspace);
        ImmutableArray<Diagnostic> diagnostics = await FixableAsync<TAnalyzer, TFix>(source, project);
        CodeAction first = Assert.Single(Flatten(await ActionsAsync<TFix>(project, diagnostics[0])), a => title is null || string.Equals(a.Title, title, StringComparison.Ordinal));
        var fix = new TFix();
        var known = new KnownDiagnostics(diagnostics);
        FixAllContext context = project.GetDocument(diagnostics[0].Location.SourceTree) is { } document
            ? new FixAllContext(document, fix, FixAllScope.Project, first.EquivalenceKey!, fix.FixableDiagnosticIds, known, CancellationToken.None)
            : new FixAllContext(project, fix, FixAllScope.Project, first.EquivalenceKey!, fix.FixableDiagnosticIds, known, CancellationToken.None);
        CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        return await ApplyAsync<TAnalyzer>(source, project, action);
    }

    /// <summary>The actions with those of lists.</summary>
    private static IEnumerable<CodeAction> Flatten(IEnumerable<CodeAction> actions) => actions.SelectMany(static a => a.NestedActions.IsEmpty ? [a] : a.NestedActions);

    private static async Task<ImmutableArray<Diagnostic>> FixableAsync<TAnalyzer, TFix>(AnalysisProject source, Project project)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        ImmutableArray<string> ids = new TFix().FixableDiagnosticIds;
        Compilation compilation = (await project.GetCompilationAsync())!;
        IReadOnlyList<Diagnostic> all = await source.DiagnosticsAsync(compilation, new TAnalyzer());
        return [.. all.Where(d => ids.Contains(d.Id)).OrderBy(static d => d.Location.SourceSpan.Start)];
    }

    private static async Task<List<CodeAction>> ActionsAsync<TFix>(Project project, Diagnostic diagnostic)
        where TFix : CodeFixProvider, new()
    {
        List<CodeAction> actions = [];
        var context = new CodeFixContext(DocumentOf(project, diagnostic), diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await new TFix().RegisterCodeFixesAsync(context);
        return actions;
    }

    /// <summary>The source or the schema that a diagnostic is about.</summary>
    private static TextDocument DocumentOf(Project project, Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? project.GetDocument(tree)!
        : project.AdditionalDocuments.Single(d => string.Equals(d.FilePath, diagnostic.Location.GetLineSpan().Path, StringComparison.Ordinal));

    private static async Task<FixedSources> ApplyAsync<TAnalyzer>(AnalysisProject source, Project project, CodeAction action)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Project changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        List<string> texts = [];
        foreach (Document document in changed.Documents.Where(static d => d.Name is not "ImplicitUsings.cs"))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        List<(string Path, string Json)> schemas = [];
        foreach (TextDocument schema in changed.AdditionalDocuments)
        {
            schemas.Add((schema.FilePath!, (await schema.GetTextAsync()).ToString()));
        }

        // Schemas are given to the analyzer anew, because they are no part of the compilation.
        AnalysisProject after = source.WithTexts(schemas);
        Compilation compilation = (await changed.GetCompilationAsync())!;
        return new FixedSources(texts, [.. schemas.Select(static s => s.Json)], new ReportedDiagnostics(await after.DiagnosticsAsync(compilation, new TAnalyzer()), after.Texts));
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
