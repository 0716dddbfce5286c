using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Looks at projects that reference WaGen, at nothing in others, and never at what was generated.</summary>
public abstract class ProjectAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (HandlerSymbols.Of(start.Compilation) is { } symbols)
            {
                Start(start, symbols);
            }
        });
    }

    /// <summary>Registers what looks at one project.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext start, HandlerSymbols symbols);
}
