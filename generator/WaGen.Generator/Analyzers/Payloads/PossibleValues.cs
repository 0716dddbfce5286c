using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds the values that an expression may have: the branches of conditions and switches.</summary>
internal static class PossibleValues
{
    private const string ListName = "PayloadList";

    /// <summary>The expressions, one of which is the value; the expression itself when it decides nothing.</summary>
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        value = Unwrap(value);
        IEnumerable<IOperation>? branches = value switch
        {
            { ConstantValue.HasValue: true } => null,
            IConditionalOperation { WhenFalse: { } whenFalse } condition => [condition.WhenTrue, whenFalse],
            ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
            ISwitchExpressionOperation choice => choice.Arms.Select(static a => a.Value),
            _ => null,
        };
        return branches is null ? [value] : branches.SelectMany(Of);
    }

    /// <summary>An operation without the conversions that leave its value as it is; those into the list of a payload copy its elements.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { ConstantValue.HasValue: false } conversion && (conversion.OperatorMethod is null || conversion.Type?.Name is ListName))
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
