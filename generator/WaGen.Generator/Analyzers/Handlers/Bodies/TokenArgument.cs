using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>The token that a call lacks.</summary>
/// <param name="Place">The name of the called method.</param>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Index">Where the argument can stand without a name; -1 when it needs one.</param>
internal sealed record TokenArgument(Location Place, string Name, int Index)
{
    /// <summary>Key of the property that holds what to pass.</summary>
    public const string TokenProperty = "Token";

    /// <summary>Key of the property that holds the name of the parameter.</summary>
    public const string NameProperty = "Name";

    /// <summary>Key of the property that holds the index of the argument, or -1.</summary>
    public const string IndexProperty = "Index";

    /// <summary>The token that a call leaves out, or that another overload would take; null when there is none.</summary>
    public static TokenArgument? FindMissing(IInvocationOperation call, INamedTypeSymbol within, TaskTypes tasks, Compilation compilation)
    {
        if (call.Syntax is not InvocationExpressionSyntax syntax || call.Arguments.Any(static a => a.ArgumentKind == ArgumentKind.ParamArray))
        {
            return null;
        }

        IParameterSymbol? parameter = call.TargetMethod.Parameters.Any(p => tasks.IsToken(p.Type))
            ? FindLeftOut(call, tasks)
            : FindInOverload(call, within, tasks, compilation);
        if (parameter is null || SimpleName.In(syntax)?.Identifier.GetLocation() is not { } place)
        {
            return null;
        }

        // The receiver of an extension method is no argument in the text.
        int index = parameter.Ordinal - (IsReduced(call, syntax) ? 1 : 0);
        int unnamed = syntax.ArgumentList.Arguments.TakeWhile(static a => a.NameColon is null).Count();
        return new TokenArgument(place, parameter.Name, index <= unnamed ? index : -1);
    }

    public ImmutableDictionary<string, string?> ToProperties(string token) => ImmutableDictionary<string, string?>.Empty
        .Add(TokenProperty, token)
        .Add(NameProperty, Name)
        .Add(IndexProperty, Index.ToString(CultureInfo.InvariantCulture));

    private static bool IsReduced(IInvocationOperation call, InvocationExpressionSyntax syntax) =>
        call.TargetMethod.IsExtensionMethod && call.Instance is null && call.Arguments.Length > 0 && !syntax.ArgumentList.Span.Contains(call.Arguments[0].Syntax.Span);

    /// <summary>An optional token; a call that passes any token has decided about it.</summary>
    private static IParameterSymbol? FindLeftOut(IInvocationOperation call, TaskTypes tasks)
    {
        IArgumentOperation[] tokens = [.. call.Arguments.Where(a => tasks.IsToken(a.Parameter?.Type))];
        return tokens.All(static a => a.ArgumentKind == ArgumentKind.DefaultValue) ? tokens.FirstOrDefault()?.Parameter : null;
    }

    /// <summary>An overload that has all parameters of the called method and a token.</summary>
    private static IParameterSymbol? FindInOverload(IInvocationOperation call, INamedTypeSymbol within, TaskTypes tasks, Compilation compilation)
    {
        IMethodSymbol target = call.TargetMethod;
        if (target.MethodKind == MethodKind.LocalFunction)
        {
            return null;
        }

        INamedTypeSymbol type = call.Instance?.Type as INamedTypeSymbol ?? target.ContainingType;
        return Family(target.IsStatic ? target.ContainingType : type)
            .SelectMany(t => t.GetMembers(target.Name))
            .OfType<IMethodSymbol>()
            .Where(m => m.IsStatic == target.IsStatic && m.Arity == target.Arity && m.Parameters.Length == target.Parameters.Length + 1)
            .Where(m => compilation.IsSymbolAccessibleWithin(m, within) && !SymbolAttributes.IsObsolete(m))
            .Select(m => m.Arity == 0 ? m : m.ConstructedFrom.Construct([.. target.TypeArguments]))
            .Where(m => HasResultOf(m, call, tasks))
            .Select(m => FindAdded(m, target, tasks))
            .FirstOrDefault(static p => p is not null);
    }

    private static IEnumerable<INamedTypeSymbol> Family(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol inherited in type.AllInterfaces)
            {
                yield return inherited;
            }
        }
    }

    /// <summary>Whether the result is the same, or another kind of task where it is awaited at once.</summary>
    private static bool HasResultOf(IMethodSymbol method, IInvocationOperation call, TaskTypes tasks)
    {
        ITypeSymbol left = method.ReturnType;
        ITypeSymbol right = call.TargetMethod.ReturnType;
        return SymbolEqualityComparer.Default.Equals(left, right)
            || (MethodFacts.IsAwaited(call)
                && tasks.IsTask(left)
                && tasks.IsTask(right)
                && SymbolEqualityComparer.Default.Equals(ResultOf(left), ResultOf(right)));
    }

    private static ITypeSymbol? ResultOf(ITypeSymbol task) => ((INamedTypeSymbol)task).TypeArguments.FirstOrDefault();

    private static IParameterSymbol? FindAdded(IMethodSymbol overload, IMethodSymbol target, TaskTypes tasks)
    {
        IParameterSymbol? token = overload.Parameters.FirstOrDefault(p => tasks.IsToken(p.Type));
        return token is not null && overload.Parameters.Where(p => p.Ordinal != token.Ordinal).Zip(target.Parameters, AreSame).All(static same => same) ? token : null;
    }

    private static bool AreSame(IParameterSymbol left, IParameterSymbol right) =>
        left.RefKind == right.RefKind && left.IsParams == right.IsParams && SymbolEqualityComparer.Default.Equals(left.Type, right.Type);
}
