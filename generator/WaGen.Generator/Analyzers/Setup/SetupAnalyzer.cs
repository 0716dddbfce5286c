using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Looks at how an application sets its endpoint up, only in executables that are no test projects.</summary>
public abstract class SetupAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (SetupMembers.Of(start.Compilation, start.Options) is { } members)
            {
                Start(start, members);
            }
        });
    }

    /// <summary>Registers what looks at the code of one application.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext start, SetupMembers members);
}
