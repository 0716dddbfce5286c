using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.CodeFixes;

/// <summary>Writes handler classes and methods that hand every event on, ready to be filled in.</summary>
/// <param name="document">The file that the cursor is in.</param>
/// <param name="text">What it holds; lines end as they do there.</param>
internal sealed class HandlerWriter(Document document, SourceText text)
{
    private readonly string _endOfLine = SourceLayout.EndOfLine(text);

    /// <summary>Adds a file with a class that handles a field, beside the document.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">The name of the class.</param>
    /// <param name="space">The namespace; empty for none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Solution> AddClassAsync(HandlerField field, string name, string space, CancellationToken cancellationToken)
    {
        string accessibility = field.Interface.DeclaredAccessibility is Accessibility.Public ? "public" : "internal";
        string methods = string.Join(_endOfLine + _endOfLine, field.GroupMethods.Select(static m => "    " + Write(m)));
        string[] lines =
        [
            .. space.Length == 0 ? (string[])[] : [$"namespace {space};", string.Empty],
            $"{accessibility} sealed class {name} : {Write(field.Interface)}",
            "{",
            methods,
            "}",
            string.Empty,
        ];
        var written = new SyntaxAnnotation();
        SyntaxNode root = SyntaxFactory.ParseCompilationUnit(string.Join(_endOfLine, lines)).WithAdditionalAnnotations(written, Formatter.Annotation);
        string file = name + ".cs";
        return SimplifyAsync(document.Project.AddDocument(file, root, document.Folders, PathBeside(file)), written, cancellationToken);
    }

    /// <summary>Adds methods to the end of a class.</summary>
    public Task<Solution> AddMethodsAsync(SyntaxNode root, TypeDeclarationSyntax type, IEnumerable<IMethodSymbol> methods, CancellationToken cancellationToken)
    {
        var written = new SyntaxAnnotation();
        IEnumerable<SyntaxNode> members = methods.Select((method, index) => SyntaxFactory
            .ParseMemberDeclaration((index > 0 || type.Members.Count > 0 ? _endOfLine : string.Empty) + Write(method) + _endOfLine)!
            .WithAdditionalAnnotations(written, Formatter.Annotation));
        SyntaxNode changed = SyntaxGenerator.GetGenerator(document).AddMembers(type, members);
        return SimplifyAsync(document.WithSyntaxRoot(root.ReplaceNode(type, changed)), written, cancellationToken);
    }

    private static string Write(IMethodSymbol method)
    {
        string parameters = string.Join(", ", method.Parameters.Select(static p => $"{Write(p.Type)} {HandlerMethodWriter.Escape(p.Name)}"));
        string context = method.Parameters.First(static p => p.Type.GetMembers("Unhandled").Length > 0).Name;
        return $"public {Write(method.ReturnType)} {method.Name}({parameters}) => {HandlerMethodWriter.Escape(context)}.Unhandled();";
    }

    private static string Write(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Shortens the names in what was written, with usings where that takes some.</summary>
    private static async Task<Solution> SimplifyAsync(Document changed, SyntaxAnnotation written, CancellationToken cancellationToken)
    {
        changed = await ImportAdder.AddImportsAsync(changed, written, cancellationToken: cancellationToken).ConfigureAwait(false);
        changed = await Simplifier.ReduceAsync(changed, written, cancellationToken: cancellationToken).ConfigureAwait(false);
        return changed.Project.Solution;
    }

    private string? PathBeside(string file)
    {
        string? path = document.FilePath;
        return path is null ? null : path.Substring(0, path.LastIndexOfAny(['/', '\\']) + 1) + file;
    }
}
