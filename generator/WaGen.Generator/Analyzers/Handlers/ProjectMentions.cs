using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>What the files of a project say about types. Asked last, after all that symbols tell, and only until one file gives the answer.</summary>
/// <param name="start">The analysis of the project. It keeps what a file says as long as the file stays the same.</param>
internal sealed class ProjectMentions(CompilationStartAnalysisContext start)
{
    /// <summary>The folder that the compiler gives to what a generator prints is called after its type.</summary>
    private static readonly string PrintedFolder = typeof(WebhookGenerator).FullName!;

    /// <summary>Whether something holds for one of the files.</summary>
    public bool Any(Func<CodeMentions, bool> condition)
    {
        foreach (SyntaxTree tree in start.Compilation.SyntaxTrees)
        {
            // What this generator prints is large and names no class of the user's.
            if (tree.FilePath.IndexOf(PrintedFolder, StringComparison.Ordinal) < 0 && start.TryGetValue(tree, CodeMentions.Provider, out CodeMentions? mentions) && condition(mentions))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether another type of the project derives from a class, so that it is only a part of a handler.</summary>
    public bool IsBaseClass(INamedTypeSymbol type) => !type.IsSealed && type.TypeKind == TypeKind.Class && Any(m => m.Bases.Contains(type.Name));
}
