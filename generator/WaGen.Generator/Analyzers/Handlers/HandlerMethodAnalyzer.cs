using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds methods that are named like a handler method and implement none (WAGEN201).</summary>
/// <remarks>
/// Handler methods have default implementations, so the compiler is content with a class that only looks as if it implemented
/// one of them: the event would go to the default, and the method would never be called.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerMethodAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.ImplementsNothing];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        start.RegisterSymbolStartAction(type => AnalyzeType(type, symbols), SymbolKind.NamedType);
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

        var called = new CalledMethods();
        context.RegisterOperationAction(called.Add, OperationKind.Invocation, OperationKind.MethodReference);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (HandlerMethodFinding finding in findings)
            {
                if (finding.IsReported(called))
                {
                    end.ReportDiagnostic(finding.ToDiagnostic());
                }
            }
        });
    }
}
