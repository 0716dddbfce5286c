using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Adds a method to a handler class that handles nothing (WAGEN202), overlooks failures (WAGEN209) or what has no method of its own (WAGEN210).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImplementHandlerMethodCodeFixProvider))]
[Shared]
public sealed class ImplementHandlerMethodCodeFixProvider : CodeFixProvider
{
    /// <summary>Equivalence key of the fix that adds the method of the overlooked event.</summary>
    private const string EventKey = "Event";

    /// <summary>Equivalence key of the fix that adds the method of a group.</summary>
    private const string GroupKey = "Group";

    /// <summary>Start of the equivalence key of the fix that adds a certain method.</summary>
    private const string MethodKey = "Method:";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [HandlerRules.HandlesNothing.Id, HandlerRules.FailureOverlooked.Id, HandlerRules.FallbackOverlooked.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new SequentialFixAllProvider("Implement handler methods", FixAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Compilation? compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (compilation is null || HandlerTarget.Of(diagnostic, compilation) is not { } target || FindDeclaration(target.Type, context.Document.Project) is null)
            {
                continue;
            }

            string[] methods = HandlerTarget.Methods(diagnostic);
            if (methods.Length == 0)
            {
                OfferAll(context, diagnostic, target);
                continue;
            }

            context.RegisterCodeFix(Offer(context, diagnostic, methods[0], EventKey), diagnostic);
            if (string.Equals(diagnostic.Id, HandlerRules.FallbackOverlooked.Id, StringComparison.Ordinal))
            {
                context.RegisterCodeFix(Offer(context, diagnostic, methods[methods.Length - 1], GroupKey), diagnostic);
            }
        }
    }

    /// <summary>The first group's method on top, since it takes every event of its group; the others in a list below.</summary>
    private static void OfferAll(CodeFixContext context, Diagnostic diagnostic, HandlerTarget target)
    {
        ImmutableArray<EventGroup> groups = target.Groups();
        if (groups.IsEmpty)
        {
            return;
        }

        context.RegisterCodeFix(Offer(context, diagnostic, groups[0].Method.Name, GroupKey), diagnostic);
        ImmutableArray<CodeAction> others =
        [
            .. groups.Skip(1).Select(static g => g.Method)
                .Concat(groups.SelectMany(static g => g.Events))
                .Select(m => Offer(context, diagnostic, m.Name, MethodKey + m.Name)),
        ];
        if (!others.IsEmpty)
        {
            context.RegisterCodeFix(CodeAction.Create($"Implement another method of {target.Interface.Name}", others, isInlinable: false), diagnostic);
        }
    }

    private static CodeAction Offer(CodeFixContext context, Diagnostic diagnostic, string method, string key) => CodeAction.Create(
        $"Implement {method}",
        async token => (await FixAsync(context.Document.Project, diagnostic, key, token).ConfigureAwait(false)).Solution,
        key);

    private static async Task<Project> FixAsync(Project project, Diagnostic diagnostic, string key, CancellationToken cancellationToken)
    {
        Compilation? compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation is null
            || HandlerTarget.Of(diagnostic, compilation) is not { } target
            || Choose(target, diagnostic, key) is not { } method
            || FindDeclaration(target.Type, project) is not { } reference
            || IsImplemented(target.Type, method))
        {
            return project;
        }

        var declaration = (TypeDeclarationSyntax)await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        Document document = project.GetDocument(reference.SyntaxTree)!;
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxNode changed = new HandlerMethodWriter(SyntaxGenerator.GetGenerator(document), target.Type, method).AddTo(declaration, text);
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, changed)).Project;
    }

    private static IMethodSymbol? Choose(HandlerTarget target, Diagnostic diagnostic, string key)
    {
        string[] methods = HandlerTarget.Methods(diagnostic);
        ImmutableArray<EventGroup> groups = target.Groups();
        if (string.Equals(key, GroupKey, StringComparison.Ordinal) && methods.Length == 0)
        {
            return groups.FirstOrDefault()?.Method;
        }

        string? name = key switch
        {
            GroupKey => methods.LastOrDefault(),
            EventKey => methods.FirstOrDefault(),
            _ => key.Substring(MethodKey.Length),
        };
        return groups.SelectMany(static g => g.Events.Add(g.Method)).FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));
    }

    /// <summary>Another fix of the same run may have added it already.</summary>
    private static bool IsImplemented(INamedTypeSymbol type, IMethodSymbol method) =>
        type.FindImplementationForInterfaceMember(method) is { ContainingType.TypeKind: not TypeKind.Interface };

    /// <summary>The part of a class that a member is added to: the first one with a base list that somebody writes.</summary>
    private static SyntaxReference? FindDeclaration(INamedTypeSymbol type, Project project) => type.DeclaringSyntaxReferences
        .Where(r => project.GetDocument(r.SyntaxTree) is not (null or SourceGeneratedDocument) && r.GetSyntax() is TypeDeclarationSyntax)
        .OrderBy(static r => r.GetSyntax() is not TypeDeclarationSyntax { BaseList: not null })
        .FirstOrDefault();
}
