using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds strings that are made of a member only to be compared, although the member can be compared as it was received (WAGEN212).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextComparisonAnalyzer : ProjectAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the comparison to write instead; without it there is no fix.</summary>
    internal const string ComparisonProperty = "Comparison";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ViewRules.TextForComparison];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        start.RegisterOperationAction(AnalyzeOperator, OperationKind.Binary);
        start.RegisterOperationAction(AnalyzeEquals, OperationKind.Invocation);
        start.RegisterOperationAction(AnalyzePattern, OperationKind.IsPattern);
    }

    private static void AnalyzeOperator(OperationAnalysisContext context)
    {
        if (context.Operation is IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals,
                LeftOperand: { Type.SpecialType: SpecialType.System_String } left,
                RightOperand: { Type.SpecialType: SpecialType.System_String } right,
            } comparison)
        {
            bool negated = comparison.OperatorKind == BinaryOperatorKind.NotEquals;
            Report(context, left, right, negated);
            Report(context, right, left, negated);
        }
    }

    private static void AnalyzeEquals(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: nameof(string.Equals), ContainingType.SpecialType: SpecialType.System_String })
        {
            return;
        }

        int operands = call.Instance is null ? 2 : 1;
        if (call.Arguments.Length < operands || call.Arguments.Skip(operands).Any(static a => a.Value.ConstantValue is not { HasValue: true, Value: (int)StringComparison.Ordinal }))
        {
            return;
        }

        IOperation left = call.Instance ?? call.Arguments[0].Value;
        IOperation right = call.Arguments[operands - 1].Value;
        Report(context, left, right, negated: false);
        Report(context, right, left, negated: false);
    }

    private static void AnalyzePattern(OperationAnalysisContext context)
    {
        var test = (IIsPatternOperation)context.Operation;
        IPatternOperation pattern = test.Pattern is INegatedPatternOperation negation ? negation.Pattern : test.Pattern;
        if (pattern is IConstantPatternOperation constant)
        {
            Report(context, test.Value, constant.Value, negated: test.Pattern is INegatedPatternOperation);
        }
    }

    /// <summary>Whether code becomes a tree of expressions, in which there are no spans of bytes.</summary>
    private static bool IsData(IOperation? operation)
    {
        for (; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation lambda && MethodFacts.IsExpressionTree(lambda))
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(OperationAnalysisContext context, IOperation text, IOperation other, bool negated)
    {
        text = Operations.Unwrap(text);
        if (ComparedMember.Of(text) is not { } member || member.Comparison(other, context.Operation.SemanticModel!, negated) is not { } comparison || IsData(text))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            ViewRules.TextForComparison,
            text.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(ComparisonProperty, comparison),
            text.Syntax.ToString(),
            comparison));
    }
}
