using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>Gives a method the signature of a handler method; keeps its body, and its parameters as far as they fit.</summary>
internal sealed class HandlerMethodRewriter(SyntaxGenerator generator, SemanticModel model, MethodDeclarationSyntax declaration, IMethodSymbol target)
{
    private readonly IMethodSymbol _method = model.GetDeclaredSymbol(declaration)!;

    public SyntaxNode Rewrite()
    {
        MethodDeclarationSyntax changed = declaration;
        if (!SymbolEqualityComparer.Default.Equals(_method.ReturnType, target.ReturnType))
        {
            changed = new TaskBody(model, declaration).ReturnValueTask(_method);
            changed = changed.WithReturnType(Type(target.ReturnType).WithTriviaFrom(declaration.ReturnType));
        }

        changed = changed
            .WithTypeParameterList(null)
            .WithConstraintClauses(default)
            .WithParameterList(Parameters(declaration.ParameterList));
        SyntaxNode instance = generator.WithModifiers(changed, generator.GetModifiers(changed).WithIsStatic(false));
        return generator.WithAccessibility(instance, Accessibility.Public);
    }

    private ParameterListSyntax Parameters(ParameterListSyntax list)
    {
        int[] sources = MatchParameters();
        var taken = new HashSet<string>(UsedNames(), StringComparer.Ordinal);
        taken.UnionWith(sources.Where(static s => s >= 0).Select(s => _method.Parameters[s].Name));
        List<ParameterSyntax> parameters = [];
        for (int i = 0; i < sources.Length; i++)
        {
            parameters.Add(sources[i] < 0 ? NewParameter(target.Parameters[i], taken) : Fit(list.Parameters[sources[i]], sources[i], i));
        }

        // Line breaks between parameters survive when their number does.
        return parameters.Count == list.Parameters.Count
            ? list.WithParameters(SyntaxFactory.SeparatedList(parameters.Zip(list.Parameters, static (p, old) => p.WithTriviaFrom(old)), list.Parameters.GetSeparators()))
            : list.WithParameters((SeparatedSyntaxList<ParameterSyntax>)SyntaxFactory.SeparatedList(parameters.Select(static p => p.WithoutTrivia())));
    }

    /// <summary>For each parameter of the target the index of the parameter that becomes it, or -1: one of its type, else the one in its place.</summary>
    private int[] MatchParameters()
    {
        int[] sources = [.. target.Parameters.Select(t => IndexOfType(t.Type))];
        for (int i = 0; i < sources.Length && i < _method.Parameters.Length; i++)
        {
            if (sources[i] < 0 && !sources.Contains(i))
            {
                sources[i] = i;
            }
        }

        return sources;
    }

    private int IndexOfType(ITypeSymbol type)
    {
        for (int i = 0; i < _method.Parameters.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(NullableValue.Unwrap(_method.Parameters[i].Type), type))
            {
                return i;
            }
        }

        return -1;
    }

    private ParameterSyntax Fit(ParameterSyntax parameter, int source, int place)
    {
        ITypeSymbol type = target.Parameters[place].Type;
        ParameterSyntax changed = parameter.WithModifiers(default);
        return SymbolEqualityComparer.Default.Equals(_method.Parameters[source].Type, type)
            ? changed
            : changed.WithType(Type(type).WithTrailingTrivia(SyntaxFactory.Space)).WithDefault(null);
    }

    private ParameterSyntax NewParameter(IParameterSymbol parameter, HashSet<string> taken)
    {
        string name = parameter.Name;
        for (int i = 1; !taken.Add(name); i++)
        {
            name = FormattableString.Invariant($"{parameter.Name}{i}");
        }

        return SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(Type(parameter.Type).WithTrailingTrivia(SyntaxFactory.Space));
    }

    /// <summary>The names in the body: a new parameter called like one of them would change what the body means.</summary>
    private IEnumerable<string> UsedNames() =>
        ((SyntaxNode?)declaration.Body ?? declaration.ExpressionBody)?.DescendantTokens()
            .Where(static t => t.IsKind(SyntaxKind.IdentifierToken))
            .Select(static t => t.ValueText) ?? [];

    private TypeSyntax Type(ITypeSymbol type) => (TypeSyntax)generator.TypeExpression(type);
}
