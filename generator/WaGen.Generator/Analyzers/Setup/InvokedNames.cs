using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>The names of the methods that a file calls or passes on; kept with its tree, so that only edited files are read again.</summary>
internal static class InvokedNames
{
    public static SyntaxTreeValueProvider<HashSet<string>> Provider { get; } = new(Read);

    private static HashSet<string> Read(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or InvocationExpressionSyntax or ArgumentSyntax } name)
            {
                names.Add(name.Identifier.ValueText);
            }
        }

        return names;
    }
}
