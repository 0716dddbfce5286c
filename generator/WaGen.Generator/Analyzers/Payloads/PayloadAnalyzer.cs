using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Looks at code that writes payloads, in projects whose runtime knows payloads, and never at what was generated.</summary>
public abstract class PayloadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (PayloadSymbols.Of(start.Compilation) is { } symbols)
            {
                Start(start, symbols);
            }
        });
    }

    /// <summary>Registers what looks at one project.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext start, PayloadSymbols symbols);
}
