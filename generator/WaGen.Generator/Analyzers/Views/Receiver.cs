using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Writes down what a member is read from, so that another member can be read from it.</summary>
internal static class Receiver
{
    /// <summary>The text of an expression; null when it depends on a <c>?.</c> before it.</summary>
    public static string? TextOf(IOperation? receiver) =>
        receiver is null or { IsImplicit: true } || receiver.DescendantsAndSelf().Any(static o => o is IConditionalAccessInstanceOperation) ? null : receiver.Syntax.ToString();
}
