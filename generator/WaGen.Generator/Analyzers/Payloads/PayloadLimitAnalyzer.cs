using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds constants and lists beyond the limit of the member that takes them (WAGEN401 to WAGEN404).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PayloadLimitAnalyzer : PayloadAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [PayloadRules.TextLength, PayloadRules.ListLength, PayloadRules.NumberRange, PayloadRules.TextForm];

    private protected override void Start(CompilationStartAnalysisContext start, PayloadSymbols symbols) =>
        start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.SimpleAssignment, OperationKind.Argument);

    private static void Analyze(OperationAnalysisContext context, PayloadSymbols symbols)
    {
        (ISymbol? member, IOperation? value) = context.Operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => (target.Property, assignment.Value),
            IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue } argument => (argument.Parameter, argument.Value),
            _ => (default(ISymbol), default(IOperation)),
        };
        if (member is not null && value is not null && symbols.LimitOf(member) is { } limit)
        {
            var check = new LimitCheck(member.Name, limit, context.ReportDiagnostic);
            foreach (IOperation possible in PossibleValues.Of(value))
            {
                check.Value(possible);
            }
        }
    }
}
