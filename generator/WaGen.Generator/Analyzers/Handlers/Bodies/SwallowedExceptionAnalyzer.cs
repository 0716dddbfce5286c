using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds handler methods whose whole body stands in a try statement that forgets every exception (WAGEN208).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedExceptionAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.ExceptionSwallowed];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        var tasks = new TaskTypes(start.Compilation);
        start.RegisterOperationBlockAction(block => AnalyzeBody(block, symbols, tasks));
    }

    private static void AnalyzeBody(OperationBlockAnalysisContext context, HandlerSymbols symbols, TaskTypes tasks)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block is IBlockOperation body
                && FindWholeTry(body) is { } attempt
                && attempt.Catches.FirstOrDefault(SwallowsAll) is { Syntax: CatchClauseSyntax clause }
                && MethodFacts.HandlerMethod(context.OwningSymbol, symbols, tasks) is { } method)
            {
                var span = TextSpan.FromBounds(clause.CatchKeyword.SpanStart, (clause.Declaration?.Span ?? clause.CatchKeyword.Span).End);
                context.ReportDiagnostic(Diagnostic.Create(HandlerRules.ExceptionSwallowed, Location.Create(clause.SyntaxTree, span), method.Name));
            }
        }
    }

    /// <summary>The only statement of a body that does something; declarations before it and a plain return after it do not count.</summary>
    private static ITryOperation? FindWholeTry(IBlockOperation body)
    {
        ITryOperation? found = null;
        foreach (IOperation statement in body.Operations)
        {
            switch (statement)
            {
                case ITryOperation attempt when found is null:
                    found = attempt;
                    break;
                case IVariableDeclarationGroupOperation or IUsingDeclarationOperation when found is null:
                case ILocalFunctionOperation or IEmptyOperation:
                case var result when found is not null && IsPlainReturn(result):
                    break;
                default:
                    return null;
            }
        }

        return found;
    }

    private static bool SwallowsAll(ICatchClauseOperation clause) =>
        clause.Filter is null
        && (clause.ExceptionType.SpecialType == SpecialType.System_Object || clause.ExceptionType is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
        && IsEmpty(clause.Handler);

    private static bool IsEmpty(IBlockOperation block) =>
        block.Operations.All(static o => o is IEmptyOperation || (o is IBlockOperation inner ? IsEmpty(inner) : IsPlainReturn(o)));

    /// <summary>Whether a statement only says that the method is done: no result, a default one, or a completed task.</summary>
    private static bool IsPlainReturn(IOperation statement) => statement is IReturnOperation { Kind: OperationKind.Return } result && Unwrap(result.ReturnedValue) is
        null
        or IDefaultValueOperation
        or IObjectCreationOperation { Arguments.Length: 0 }
        or IPropertyReferenceOperation { Property: { IsStatic: true, Name: nameof(Task.CompletedTask) } };

    private static IOperation? Unwrap(IOperation? value) => value is IConversionOperation conversion ? Unwrap(conversion.Operand) : value;
}
