using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Rename;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Repairs methods that are named like a handler method and implement none (WAGEN201).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandlerMethodCodeFixProvider))]
[Shared]
public sealed class HandlerMethodCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerRules.ImplementsNothing.Id];

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
            if (root?.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax declaration
                && model?.GetDeclaredSymbol(declaration, context.CancellationToken) is { } method
                && FindTarget(method, diagnostic, model.Compilation) is { } target
                && CreateAction(document, declaration, method, target, diagnostic) is { } action)
            {
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    private static IMethodSymbol? FindTarget(IMethodSymbol method, Diagnostic diagnostic, Compilation compilation)
    {
        if (!diagnostic.Properties.TryGetValue(HandlerMethodFinding.TargetProperty, out string? id) || id is null)
        {
            return null;
        }

        // An interface of the type comes first: it may be a constructed one, whose type arguments the id does not hold.
        return method.ContainingType.AllInterfaces
            .SelectMany(static i => i.GetMembers())
            .FirstOrDefault(m => string.Equals(m.OriginalDefinition.GetDocumentationCommentId(), id, StringComparison.Ordinal)) as IMethodSymbol
            ?? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) as IMethodSymbol;
    }

    private static CodeAction? CreateAction(Document document, MethodDeclarationSyntax declaration, IMethodSymbol method, IMethodSymbol target, Diagnostic diagnostic)
    {
        diagnostic.Properties.TryGetValue(HandlerMethodFinding.FixProperty, out string? value);
        if (!Enum.TryParse(value, out HandlerMethodFix fix))
        {
            return null;
        }

        string targetType = target.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return fix switch
        {
            HandlerMethodFix.Signature when CanChangeSignature(declaration, method, target) => CodeAction.Create(
                $"Change to the signature of {targetType}.{target.Name}",
                token => ChangeSignatureAsync(document, declaration, target.Name, diagnostic, token),
                nameof(HandlerMethodFix.Signature)),
            HandlerMethodFix.Interface => CodeAction.Create(
                $"Implement {targetType} on '{method.ContainingType.Name}'",
                token => AddInterfaceAsync(document, declaration, target.ContainingType, token),
                nameof(HandlerMethodFix.Interface)),
            HandlerMethodFix.Override => CodeAction.Create(
                $"Override {target.Name} of the base class",
                token => OverrideAsync(document, declaration, token),
                nameof(HandlerMethodFix.Override)),
            _ => null,
        };
    }

    /// <summary>A partial method has another half, a result has no place to go, and two methods of one name and signature do not compile.</summary>
    private static bool CanChangeSignature(MethodDeclarationSyntax declaration, IMethodSymbol method, IMethodSymbol target) =>
        !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        && method.ReturnType is not INamedTypeSymbol { TypeArguments.Length: > 0 }
        && method.ContainingType.GetMembers(target.Name).All(m => SymbolEqualityComparer.Default.Equals(m, method));

    private static async Task<Solution> ChangeSignatureAsync(Document document, MethodDeclarationSyntax declaration, string name, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // References are renamed first, while they still bind to the method; the annotation finds the declaration again.
        var annotation = new SyntaxAnnotation();
        document = await ReplaceAsync(document, declaration, declaration.WithAdditionalAnnotations(annotation), cancellationToken).ConfigureAwait(false);
        (MethodDeclarationSyntax current, SemanticModel model) = await FindAsync(document, annotation, cancellationToken).ConfigureAwait(false);
        if (!string.Equals(current.Identifier.ValueText, name, StringComparison.Ordinal))
        {
            IMethodSymbol method = model.GetDeclaredSymbol(current, cancellationToken)!;
            Solution renamed = await Renamer
                .RenameSymbolAsync(document.Project.Solution, method, new SymbolRenameOptions(), name, cancellationToken)
                .ConfigureAwait(false);
            document = renamed.GetDocument(document.Id)!;
            (current, model) = await FindAsync(document, annotation, cancellationToken).ConfigureAwait(false);
        }

        // Symbols of the first compilation are not those of this one.
        IMethodSymbol target = FindTarget(model.GetDeclaredSymbol(current, cancellationToken)!, diagnostic, model.Compilation)!;
        var rewriter = new HandlerMethodRewriter(SyntaxGenerator.GetGenerator(document), model, current, target);
        document = await ReplaceAsync(document, current, rewriter.Rewrite(), cancellationToken).ConfigureAwait(false);
        return document.Project.Solution;
    }

    private static async Task<(MethodDeclarationSyntax Declaration, SemanticModel Model)> FindAsync(Document document, SyntaxAnnotation annotation, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return ((MethodDeclarationSyntax)root.GetAnnotatedNodes(annotation).First(), model);
    }

    private static async Task<Solution> AddInterfaceAsync(Document document, MethodDeclarationSyntax declaration, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        SyntaxNode typeDeclaration = declaration.Parent!;
        SyntaxNode changed = generator.AddInterfaceType(typeDeclaration, generator.TypeExpression(type));
        document = await ReplaceAsync(document, typeDeclaration, changed, cancellationToken).ConfigureAwait(false);
        return document.Project.Solution;
    }

    private static async Task<Solution> OverrideAsync(Document document, MethodDeclarationSyntax declaration, CancellationToken cancellationToken)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        DeclarationModifiers modifiers = generator.GetModifiers(declaration).WithIsNew(false).WithIsVirtual(false).WithIsOverride(true);
        document = await ReplaceAsync(document, declaration, generator.WithModifiers(declaration, modifiers), cancellationToken).ConfigureAwait(false);
        return document.Project.Solution;
    }

    private static async Task<Document> ReplaceAsync(Document document, SyntaxNode old, SyntaxNode changed, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNode(old, changed));
    }
}
