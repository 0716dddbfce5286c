using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Projects of an editor: the generator runs in them over schemas that are additional documents.</summary>
internal static class SchemaWorkspace
{
    /// <summary>A project with these schemas, which the generator prints, and these sources.</summary>
    public static Project AddProject(AdhocWorkspace workspace, IEnumerable<SchemaText> schemas, params string[] sources)
    {
        Project project = TestCompiler.CreateProject(workspace, sources).AddAnalyzerReference(new GeneratorReference());
        string roles = "is_global = true\n";
        foreach (SchemaText schema in schemas)
        {
            // Sections of options name files by absolute paths.
            string path = "/" + schema.Path.Replace('\\', '/');
            project = project.AddAdditionalDocument(Path.GetFileName(path), schema.GetText(), filePath: path).Project;
            roles += $"[{path}]\nbuild_metadata.AdditionalFiles.WaGenRole = {(schema.IsShipped ? "shipped" : "user")}\n";
        }

        return project.AddAnalyzerConfigDocument("Roles.globalconfig", SourceText.From(roles), filePath: "/Roles.globalconfig").Project;
    }

    /// <summary>What a refactoring offers with the cursor behind the first place of a text in a document; a semicolon at its end only makes it unique.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync<T>(Document document, string behind)
        where T : CodeRefactoringProvider, new()
    {
        int at = (await document.GetTextAsync()).ToString().IndexOf(behind, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{behind}' is not in the source");
        return await OfferedAsync<T>(document, at + behind.TrimEnd(';').Length);
    }

    /// <summary>What a refactoring offers with the cursor at a position.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync<T>(Document document, int position)
        where T : CodeRefactoringProvider, new()
    {
        List<CodeAction> actions = [];
        await new T().ComputeRefactoringsAsync(new CodeRefactoringContext(document, new TextSpan(position, 0), actions.Add, CancellationToken.None));
        return actions;
    }

    /// <summary>The project after a change.</summary>
    public static async Task<Project> ApplyAsync(CodeAction action, ProjectId project)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project)!;
    }

    private sealed class GeneratorReference : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new WebhookGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    }
}
