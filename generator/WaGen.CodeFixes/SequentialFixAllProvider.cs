using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace WaGen.CodeFixes;

/// <summary>Mends one diagnostic after the other, for fixes that change the same place: a batch would merge their texts and lose all but one.</summary>
/// <param name="title">The title of the action.</param>
/// <param name="fix">Mends a diagnostic, whose location may be outdated, with the fix of this equivalence key; gives the project back as it is when it cannot.</param>
internal sealed class SequentialFixAllProvider(string title, Func<Project, Diagnostic, string, CancellationToken, Task<Project>> fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        title,
        token => FixAsync(fixAllContext.WithCancellationToken(token)),
        fixAllContext.CodeActionEquivalenceKey));

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope is FixAllScope.Solution ? solution.Projects : [context.Project];
        foreach (ProjectId id in projects.Select(static p => p.Id).ToArray())
        {
            Project project = solution.GetProject(id)!;
            ImmutableArray<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(context.Solution.GetProject(id)!).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in diagnostics.OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start))
            {
                project = await fix(project, diagnostic, context.CodeActionEquivalenceKey ?? string.Empty, context.CancellationToken).ConfigureAwait(false);
            }

            solution = project.Solution;
        }

        return solution;
    }
}
