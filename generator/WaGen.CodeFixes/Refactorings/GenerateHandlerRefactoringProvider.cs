using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>Writes a handler class for a field, or the methods that a handler class lacks.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(GenerateHandlerRefactoringProvider))]
[Shared]
public sealed class GenerateHandlerRefactoringProvider : CodeRefactoringProvider
{
    private const string ForField = "Generate handler class for field";

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        Document document = context.Document;
        if (!context.Span.IsEmpty || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        var place = HandlerPlace.At(root, context.Span.Start);
        if (place.Kind is HandlerPlaceKind.Other
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || HandlerSymbols.Of(model.Compilation) is not { } symbols)
        {
            return;
        }

        switch (place.Kind)
        {
            case HandlerPlaceKind.Outside:
                Register(context, ListFields(document, place, model, symbols, name: null, cancellationToken));
                break;
            case HandlerPlaceKind.TypeArgument when RegistersUnknownClass(model, (IdentifierNameSyntax)place.Node!, cancellationToken):
                Register(context, ListFields(document, place, model, symbols, ((IdentifierNameSyntax)place.Node!).Identifier.ValueText, cancellationToken));
                break;
            case HandlerPlaceKind.Class:
                var declaration = (TypeDeclarationSyntax)place.Node!;
                foreach (BaseTypeSyntax baseType in declaration.BaseList!.Types)
                {
                    Register(context, HandlerField.Of(model.GetSymbolInfo(baseType.Type, cancellationToken).Symbol, symbols) is { } field ? Implement(document, root, declaration, model, field) : null);
                }

                break;
            case HandlerPlaceKind.Name when HandlerField.Of(model.GetSymbolInfo(place.Node!, cancellationToken).Symbol, symbols) is { } field:
                Register(context, place.Declaration is { } implementing
                    ? Implement(document, root, implementing, model, field)
                    : Generate(document, model, field, $"{ForField} {field.Name}", field.ClassName, place.Namespace));
                break;
            default:
                break;
        }
    }

    private static void Register(CodeRefactoringContext context, CodeAction? action)
    {
        if (action is not null)
        {
            context.RegisterRefactoring(action);
        }
    }

    /// <summary>Whether a class that does not exist is to be registered as a handler.</summary>
    private static bool RegistersUnknownClass(SemanticModel model, IdentifierNameSyntax name, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(name, cancellationToken).Type is not IErrorTypeSymbol || name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
        {
            return false;
        }

        SymbolInfo called = model.GetSymbolInfo(call, cancellationToken);
        return called.CandidateSymbols.Add(called.Symbol!).Any(static m => m is not null && SetupPart.Of(m) is { Kind: SetupKind.Handler });
    }

    private static CodeAction? ListFields(Document document, HandlerPlace place, SemanticModel model, HandlerSymbols symbols, string? name, CancellationToken cancellationToken)
    {
        ImmutableArray<HandlerField> fields = HandlerField.All(model.Compilation, symbols, cancellationToken);
        return fields.IsEmpty ? null : CodeAction.Create(
            name is null ? $"{ForField} ..." : $"Generate handler class '{name}' for field ...",
            [.. fields.Select(f => Generate(document, model, f, f.Name, name ?? f.ClassName, place.Namespace))],
            isInlinable: false);
    }

    private static CodeAction Generate(Document document, SemanticModel model, HandlerField field, string title, string name, string space) => CodeAction.Create(
        title,
        token => new HandlerWriter(document, model.SyntaxTree.GetText(token)).AddClassAsync(field, FreeName(document.Project, model.Compilation, name, space), space, token),
        $"{ForField} {field.Name}");

    /// <summary>The name, or one with a number behind it when a type or a file beside is called so.</summary>
    private static string FreeName(Project project, Compilation compilation, string name, string space)
    {
        string free = name;
        for (int i = 2; compilation.GetTypeByMetadataName(space.Length == 0 ? free : $"{space}.{free}") is not null || project.Documents.Any(d => string.Equals(d.Name, free + ".cs", StringComparison.OrdinalIgnoreCase)); i++)
        {
            free = FormattableString.Invariant($"{name}{i}");
        }

        return free;
    }

    private static CodeAction? Implement(Document document, SyntaxNode root, TypeDeclarationSyntax declaration, SemanticModel model, HandlerField field)
    {
        if (model.GetDeclaredSymbol(declaration) is not { } type || !type.AllInterfaces.Contains(field.Interface, SymbolEqualityComparer.Default))
        {
            return null;
        }

        var missing = field.Methods.Where(m => new HandlerSlot(m, type).Implementation is null).ToList();
        var groups = field.GroupMethods.Where(m => missing.Contains(m, SymbolEqualityComparer.Default)).ToList();
        IEnumerable<CodeAction> all = groups.Count > 1 ? [Add("All groups", groups)] : [];
        return missing.Count == 0 ? null : CodeAction.Create(
            $"Implement method of {field.Interface.Name} ...",
            [.. all, .. groups.Concat(missing).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Select(m => Add(m.Name, [m]))],
            isInlinable: false);

        CodeAction Add(string title, IReadOnlyCollection<IMethodSymbol> methods) => CodeAction.Create(
            title,
            token => new HandlerWriter(document, model.SyntaxTree.GetText(token)).AddMethodsAsync(root, declaration, methods, token),
            $"{field.Interface.Name}.{title}");
    }
}
