using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds methods that are named like a handler method and implement none (WAGEN201).</summary>
/// <remarks>
/// Handler methods have default implementations, so the compiler is content with a class that only looks as if it implemented
/// one of them: the event would go to the default, and the method would never be called.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerMethodAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.ImplementsNothing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (HandlerSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterSymbolStartAction(type => AnalyzeType(type, symbols), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolStartAnalysisContext context, HandlerSymbols symbols)
    {
        if (HandlerType.Of((INamedTypeSymbol)context.Symbol, symbols) is not { } type)
        {
            return;
        }

        ImmutableArray<HandlerMethodFinding> findings = type.FindMistakenMethods(context.CancellationToken);
        if (findings.IsEmpty)
        {
            return;
        }

        var called = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(
            operation =>
            {
                IMethodSymbol method = operation.Operation switch
                {
                    IInvocationOperation invocation => invocation.TargetMethod,
                    var reference => ((IMethodReferenceOperation)reference).Method,
                };
                if (!SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, operation.ContainingSymbol))
                {
                    called.TryAdd(method.OriginalDefinition, true);
                }
            },
            OperationKind.Invocation,
            OperationKind.MethodReference);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (HandlerMethodFinding finding in findings)
            {
                // A private method that its own type calls is a helper with a name of its own right.
                if (finding.Method.DeclaredAccessibility != Accessibility.Private || !called.ContainsKey(finding.Method))
                {
                    end.ReportDiagnostic(finding.ToDiagnostic());
                }
            }
        });
    }
}
