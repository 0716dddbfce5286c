using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds the name that counts in code which says more around it.</summary>
internal static class SimpleName
{
    /// <summary>The last name of a call, an access or a type; null when there is none.</summary>
    public static SimpleNameSyntax? In(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => In(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
