using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Views that one type keeps, and the ways by which views get into its methods.</summary>
/// <remarks>
/// Whether a parameter is a view of a received body or a copy is decided when the whole type is known: those of handler methods are, and those of
/// other methods when the type itself hands them such a one.
/// </remarks>
internal sealed class KeptViewFindings(ViewSymbols symbols)
{
    /// <summary>Key of the diagnostic's property that holds how it is mended; without it there is no fix.</summary>
    public const string FixProperty = "Fix";

    /// <summary>The value gets <c>.Detach()</c>.</summary>
    public const string DetachFix = "Detach";

    /// <summary>A copy is made before the statement, and the function uses it.</summary>
    public const string CaptureFix = "Capture";

    private readonly ConcurrentBag<(IParameterSymbol Parameter, Diagnostic Diagnostic)> _findings = [];
    private readonly ConcurrentBag<(IParameterSymbol From, IParameterSymbol To)> _calls = [];

    /// <summary>Notes the views in a value that is kept.</summary>
    public void Keep(IOperation value, string how)
    {
        foreach (ViewOrigin origin in ViewOrigin.In(value, symbols))
        {
            bool isDetachable = origin.Expression.Type is { } type && symbols.IsView(type);
            Add(origin, origin.Expression, how, isDetachable ? DetachFix : null, null);
        }
    }

    /// <summary>Notes the views that a function uses which runs later.</summary>
    public void Capture(IOperation function, string how)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation reference in Uses(function))
        {
            ISymbol? symbol = reference switch
            {
                IParameterReferenceOperation parameter => parameter.Parameter,
                ILocalReferenceOperation local => local.Local,
                _ => null,
            };
            if (symbol is not null
                && symbols.MayHoldBound(reference.Type)
                && symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
                && !function.Syntax.Span.Contains(declaration.Span)
                && seen.Add(symbol)
                && ViewOrigin.In(reference, symbols).FirstOrDefault() is { } origin)
            {
                bool isFixable = function is IAnonymousFunctionOperation && symbols.IsView(reference.Type!);
                Add(origin, reference, how, isFixable ? CaptureFix : null, function.Syntax.GetLocation());
            }
        }
    }

    /// <summary>Notes that a method of the type hands its views to another one.</summary>
    public void Pass(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && symbols.MayHoldBound(parameter.Type))
            {
                foreach (ViewOrigin origin in ViewOrigin.In(argument.Value, symbols))
                {
                    _calls.Add((origin.Parameter, parameter.OriginalDefinition));
                }
            }
        }
    }

    /// <summary>The findings about views of received bodies; one for each place.</summary>
    public IEnumerable<Diagnostic> ToDiagnostics()
    {
        if (_findings.IsEmpty)
        {
            return [];
        }

        var received = new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default);
        var clean = new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default);
        foreach (IParameterSymbol parameter in _findings.Select(static f => f.Parameter).Concat(_calls.Select(static c => c.From)))
        {
            if (!received.Contains(parameter) && clean.Add(parameter) && IsReceived(parameter))
            {
                received.Add(parameter);
            }
        }

        while (_calls.Any(c => received.Contains(c.From) && received.Add(c.To)))
        {
            // Until nothing is handed on any more.
        }

        // What is captured says more than what then happens to it.
        return _findings
            .Where(f => received.Contains(f.Parameter))
            .OrderByDescending(static f => f.Diagnostic.AdditionalLocations.Count)
            .GroupBy(static f => f.Diagnostic.Location)
            .Select(static g => g.First().Diagnostic);
    }

    /// <summary>Whether a parameter holds what was received: those of handler methods, and those of methods that take a context beside.</summary>
    private bool IsReceived(IParameterSymbol parameter) =>
        symbols.IsBound(parameter.Type)
        && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method
        && (symbols.Handlers.FindHandlerMethod(method) is not null
            || method.Parameters.Any(p => symbols.IsContext(p.Type))
            || (parameter.Type.Name is "UnhandledEvent" && method.ContainingType.AllInterfaces.Any(static i => i.Name is "IUnhandledHandler")));

    /// <summary>The references to variables in a function; names of variables are none.</summary>
    private static IEnumerable<IOperation> Uses(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            if (child is INameOfOperation)
            {
                continue;
            }

            yield return child;
            foreach (IOperation use in Uses(child))
            {
                yield return use;
            }
        }
    }

    private void Add(ViewOrigin origin, IOperation shown, string how, string? fix, Location? function) => _findings.Add((
        origin.Parameter,
        Diagnostic.Create(
            ViewRules.KeptWithoutDetach,
            shown.Syntax.GetLocation(),
            function is null ? null : [function],
            fix is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(FixProperty, fix),
            shown.Syntax.ToString(),
            how)));
}
