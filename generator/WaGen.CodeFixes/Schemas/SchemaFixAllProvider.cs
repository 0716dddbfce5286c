using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>Mends all diagnostics of one rule in the schemas of a project or a solution.</summary>
/// <remarks>The batch fixer of the compiler merges changes of C# documents only.</remarks>
internal sealed class SchemaFixAllProvider : FixAllProvider
{
    public static SchemaFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        $"Mend all {fixAllContext.CodeActionEquivalenceKey}",
        token => FixAsync(fixAllContext, token),
        fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope is FixAllScope.Solution ? solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            SchemaLibrary library = ProjectSchemas.Of(project);
            var provider = (SchemaCodeFixProvider)context.CodeFixProvider;
            IEnumerable<SchemaEdit> edits = diagnostics
                .Where(d => string.Equals(d.Id, context.CodeActionEquivalenceKey, StringComparison.Ordinal))
                .SelectMany(d => provider.FindEdits(d, library));
            solution = await SchemaEditor.ApplyAsync(solution, project.Id, edits, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
