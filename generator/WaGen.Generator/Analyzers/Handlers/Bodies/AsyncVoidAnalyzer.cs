using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds asynchronous methods, local functions and lambdas of handler types that nobody can await (WAGEN205).</summary>
/// <remarks>A method that WAGEN201 reports as well is left to that rule: its fix changes the result, too.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoidAnalyzer : ProjectAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerRules.AsyncVoid];

    private protected override void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols)
    {
        start.RegisterSymbolStartAction(type => AnalyzeType(type, symbols), SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolStartAnalysisContext context, HandlerSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!symbols.IsHandlerType(type))
        {
            return;
        }

        var functions = new AsyncVoidFunctions(type, symbols);
        context.RegisterSyntaxNodeAction(
            functions.Add,
            SyntaxKind.MethodDeclaration,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.SimpleLambdaExpression,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.AnonymousMethodExpression);
        context.RegisterOperationAction(functions.AddReference, OperationKind.Invocation, OperationKind.MethodReference);
        context.RegisterSymbolEndAction(functions.Report);
    }
}
