using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;
using WaGen.Generator.Model;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds uses of what a schema calls deprecated, and hands on what the schema says about it (WAGEN215).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeprecatedUseAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ViewRules.DeprecatedUsed];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols handlers)
    {
        var notes = new AdviceCache(AdviceTopic.Deprecated);
        start.RegisterOperationAction(
            c => AnalyzeMember(c, notes),
            OperationKind.PropertyReference,
            OperationKind.FieldReference,
            OperationKind.Invocation,
            OperationKind.MethodReference);
        start.RegisterOperationAction(c => AnalyzeLocals(c, notes), OperationKind.VariableDeclaration);
        start.RegisterSymbolAction(c => AnalyzeType(c, notes), SymbolKind.NamedType);
        start.RegisterSymbolAction(c => AnalyzeMethod(c, handlers, notes), SymbolKind.Method);
        start.RegisterSymbolAction(c => AnalyzeVariable(c, notes), SymbolKind.Field, SymbolKind.Property);
    }

    private static void AnalyzeMember(OperationAnalysisContext context, AdviceCache notes)
    {
        ISymbol member = context.Operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            var reference => ((IMemberReferenceOperation)reference).Member,
        };
        if (notes.TextOf(member) is { } note && !IsNamed(context.Operation) && !IsExempt(context.ContainingSymbol))
        {
            context.ReportDiagnostic(Create((SimpleName.In(context.Operation.Syntax) ?? context.Operation.Syntax).GetLocation(), member, note));
        }
        else if (context.Operation is IInvocationOperation { Instance: null, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } }
            && notes.TextOf(member.ContainingType) is { } typeNote
            && !IsExempt(context.ContainingSymbol))
        {
            context.ReportDiagnostic(Create(access.Expression.GetLocation(), member.ContainingType, typeNote));
        }
    }

    private static void AnalyzeLocals(OperationAnalysisContext context, AdviceCache notes)
    {
        var declaration = (IVariableDeclarationOperation)context.Operation;
        if (declaration is { Declarators.Length: > 0, Syntax: VariableDeclarationSyntax { Type: { IsVar: false } type } }
            && !IsExempt(context.ContainingSymbol))
        {
            Report(context.ReportDiagnostic, type, declaration.Declarators[0].Symbol.Type, notes);
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context, AdviceCache notes)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Interfaces.Any(i => notes.TextOf(i) is not null) || IsExempt(type))
        {
            return;
        }

        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax { BaseList: { } list })
            {
                continue;
            }

            // The base list has no symbols of its own, and names in it may be qualified: the last part is compared.
            foreach (BaseTypeSyntax item in list.Types)
            {
                if (SimpleName.In(item.Type) is { } name
                    && type.Interfaces.FirstOrDefault(i => string.Equals(i.Name, name.Identifier.ValueText, StringComparison.Ordinal)) is { } listed
                    && notes.TextOf(listed) is { } note)
                {
                    context.ReportDiagnostic(Create(item.Type.GetLocation(), listed, note));
                }
            }
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, HandlerSymbols handlers, AdviceCache notes)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsImplicitlyDeclared || method.MethodKind is MethodKind.PropertyGet or MethodKind.PropertySet)
        {
            return;
        }

        if (method is { IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
            && handlers.FindHandlerMethod(method) is { } target
            && notes.TextOf(target) is { } note)
        {
            if (!IsExempt(method))
            {
                context.ReportDiagnostic(Create(method.Locations[0], target, note));
            }

            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            // A handler method has the parameters that it has to have.
            if (FindDeprecated(parameter.Type, notes) is not null
                && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is ParameterSyntax { Type: { } type }
                && !IsExempt(method)
                && handlers.FindHandlerMethod(method) is null)
            {
                Report(context.ReportDiagnostic, type, parameter.Type, notes);
            }
        }
    }

    private static void AnalyzeVariable(SymbolAnalysisContext context, AdviceCache notes)
    {
        ITypeSymbol variableType = context.Symbol is IFieldSymbol field ? field.Type : ((IPropertySymbol)context.Symbol).Type;
        if (context.Symbol.IsImplicitlyDeclared || FindDeprecated(variableType, notes) is null || IsExempt(context.Symbol))
        {
            return;
        }

        TypeSyntax? type = context.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) switch
        {
            PropertyDeclarationSyntax property => property.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } => declaration.Type,
            _ => null,
        };
        if (type is not null)
        {
            Report(context.ReportDiagnostic, type, variableType, notes);
        }
    }

    private static void Report(Action<Diagnostic> report, TypeSyntax syntax, ITypeSymbol type, AdviceCache notes)
    {
        if (FindDeprecated(type, notes) is { } deprecated)
        {
            SyntaxNode? name = syntax.DescendantNodesAndSelf().FirstOrDefault(n => n is SimpleNameSyntax simple && string.Equals(simple.Identifier.ValueText, deprecated.Name, StringComparison.Ordinal));
            report(Create((name ?? syntax).GetLocation(), deprecated, notes.TextOf(deprecated)!));
        }
    }

    /// <summary>The deprecated type in the name of a type: itself, an element or an argument.</summary>
    private static ITypeSymbol? FindDeprecated(ITypeSymbol type, AdviceCache notes) => type switch
    {
        IArrayTypeSymbol array => FindDeprecated(array.ElementType, notes),
        INamedTypeSymbol named when notes.TextOf(named) is not null => named,
        INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments.Select(a => FindDeprecated(a, notes)).FirstOrDefault(static a => a is not null),
        _ => null,
    };

    private static bool IsNamed(IOperation operation)
    {
        while (operation.Parent is IMemberReferenceOperation parent)
        {
            operation = parent;
        }

        return operation.Parent is INameOfOperation;
    }

    /// <summary>Whether the code around a use is itself on its way out.</summary>
    private static bool IsExempt(ISymbol? symbol)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            ISymbol declared = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
            if (SymbolAttributes.IsObsolete(declared))
            {
                return true;
            }
        }

        return false;
    }

    private static Diagnostic Create(Location location, ISymbol symbol, string note)
    {
        string name = symbol is ITypeSymbol ? symbol.Name : $"{symbol.ContainingType.Name}.{symbol.Name}";
        string text = note.Trim().TrimEnd('.');
        return Diagnostic.Create(ViewRules.DeprecatedUsed, location, name, text.Length == 0 ? "the provider has moved on" : text);
    }
}
