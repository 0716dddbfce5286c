using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Tells whether a value stands in the code.</summary>
internal static class SecretText
{
    /// <summary>Whether an operation is a constant that is not empty, or reads a field that was given one and keeps it.</summary>
    /// <remarks>A local variable may have got another value in the meantime, and an alternative to what the configuration says may be harmless.</remarks>
    public static bool StandsInCode(IOperation operation, CancellationToken cancellationToken)
    {
        operation = Operations.Unwrap(operation);
        return operation.ConstantValue is { HasValue: true } constant
            ? constant.Value is string text && !string.IsNullOrWhiteSpace(text)
            : operation is IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } && IsLiteral(field, cancellationToken);
    }

    /// <summary>Whether a constant consists of words: a description of a secret, not one.</summary>
    public static bool IsProse(IOperation operation) =>
        Operations.Unwrap(operation).ConstantValue is { HasValue: true, Value: string text } && text.Trim().IndexOf(' ') > 0;

    private static bool IsLiteral(IFieldSymbol field, CancellationToken cancellationToken) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal }
        && literal.Token.Value is string text
        && !string.IsNullOrWhiteSpace(text);
}
