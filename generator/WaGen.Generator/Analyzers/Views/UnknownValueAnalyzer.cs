using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds switches over a printed enumeration that no value outside the schema gets into (WAGEN214).</summary>
/// <remarks>Providers send new values without notice. They read as the member Unknown, whose number is 0.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownValueAnalyzer : ProjectAnalyzer
{
    /// <summary>The member that every printed enumeration has.</summary>
    internal const string Unknown = "Unknown";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ViewRules.UnknownValueOverlooked];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        start.RegisterOperationAction(AnalyzeStatement, OperationKind.Switch);
        start.RegisterOperationAction(AnalyzeExpression, OperationKind.SwitchExpression);
    }

    private static void AnalyzeStatement(OperationAnalysisContext context)
    {
        var operation = (ISwitchOperation)context.Operation;
        if (operation.Syntax is SwitchStatementSyntax syntax
            && OpenEnumeration(operation.Value) is { } type
            && !operation.Cases.SelectMany(static c => c.Clauses).Any(TakesUnknown)
            && !IsTestedBefore(operation, type))
        {
            Report(context, syntax.SwitchKeyword, type);
        }
    }

    private static void AnalyzeExpression(OperationAnalysisContext context)
    {
        var operation = (ISwitchExpressionOperation)context.Operation;
        if (operation.Syntax is SwitchExpressionSyntax syntax
            && OpenEnumeration(operation.Value) is { } type
            && !operation.Arms.Any(static a => TakesUnknown(a.Pattern))
            && !IsTestedBefore(operation, type))
        {
            Report(context, syntax.SwitchKeyword, type);
        }
    }

    private static void Report(OperationAnalysisContext context, SyntaxToken keyword, ITypeSymbol type) =>
        context.ReportDiagnostic(Diagnostic.Create(ViewRules.UnknownValueOverlooked, keyword.GetLocation(), type.Name));

    private static ITypeSymbol? OpenEnumeration(IOperation value) =>
        value.Type is { } type
        && NullableValue.Unwrap(type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration
        && enumeration.GetMembers(Unknown).Any(static m => m is IFieldSymbol { ConstantValue: 0 })
        && SymbolAttributes.IsPrinted(enumeration)
            ? enumeration
            : null;

    /// <summary>Whether the code before a switch compares with the unknown value: whoever does that has thought about it.</summary>
    private static bool IsTestedBefore(IOperation operation, ITypeSymbol type) => Operations.Root(operation).Descendants().Any(o =>
        o is IFieldReferenceOperation { Field: { Name: Unknown } field }
        && SymbolEqualityComparer.Default.Equals(field.ContainingType, type)
        && o.Syntax.SpanStart < operation.Syntax.SpanStart
        && IsCompared(o));

    private static bool IsCompared(IOperation value)
    {
        IOperation? parent = value.Parent;
        while (parent is IConversionOperation or IPatternOperation)
        {
            parent = parent.Parent;
        }

        return parent is IBinaryOperation or IIsPatternOperation;
    }

    private static bool TakesUnknown(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => IsUnknown(single.Value),
        IPatternCaseClauseOperation pattern => TakesUnknown(pattern.Pattern),
        _ => true,
    };

    /// <summary>Whether a pattern matches the unknown value. Conditions after <c>when</c> count as true: they were written by somebody who thought about it.</summary>
    private static bool TakesUnknown(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsUnknown(constant.Value),
        INegatedPatternOperation negated => !TakesUnknown(negated.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => TakesUnknown(either.LeftPattern) || TakesUnknown(either.RightPattern),
        IBinaryPatternOperation both => TakesUnknown(both.LeftPattern) && TakesUnknown(both.RightPattern),
        _ => true,
    };

    private static bool IsUnknown(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 };
}
