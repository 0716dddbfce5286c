using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>A fix that writes into schema files. One for a rule, so that the id tells which diagnostics a fix of all takes.</summary>
public abstract class SchemaCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => SchemaFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.TextDocument.Project;
        SchemaLibrary library = ProjectSchemas.Of(project);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            List<SchemaEdit> edits = [.. EditsFor(diagnostic, library)];
            if (edits.Count > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(TitleFor(diagnostic), token => SchemaEditor.ApplyAsync(project.Solution, project.Id, edits, token), diagnostic.Id),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>What is to be written; nothing when the diagnostic cannot be mended here.</summary>
    private protected abstract IEnumerable<SchemaEdit> EditsFor(Diagnostic diagnostic, SchemaLibrary library);

    /// <summary>What an editor offers.</summary>
    private protected abstract string TitleFor(Diagnostic diagnostic);

    /// <summary>What is to be written for a diagnostic, for a fix of all of them.</summary>
    internal IEnumerable<SchemaEdit> FindEdits(Diagnostic diagnostic, SchemaLibrary library) => EditsFor(diagnostic, library);
}
