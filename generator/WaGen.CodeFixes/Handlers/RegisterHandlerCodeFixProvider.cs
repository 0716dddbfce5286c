using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Registers a handler class where the application sets an endpoint up (WAGEN203).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterHandlerCodeFixProvider))]
[Shared]
public sealed class RegisterHandlerCodeFixProvider : CodeFixProvider
{
    private const string Key = "Register";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [HandlerRules.NotRegistered.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        new SequentialFixAllProvider("Register all handlers", static (project, diagnostic, _, token) => FixAsync(project, diagnostic, token));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.Document.Project;
        Compilation? compilation = await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (compilation is not null
                && HandlerTarget.Of(diagnostic, compilation) is { Type: { } type }
                && await RegistrationChain.FindAsync(project, type, context.CancellationToken).ConfigureAwait(false) is { } chain)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Register '{type.Name}' with {chain.AdderName}<{type.Name}>()",
                        async token => (await FixAsync(project, diagnostic, token).ConfigureAwait(false)).Solution,
                        Key),
                    diagnostic);
            }
        }
    }

    private static async Task<Project> FixAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        Compilation? compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation is not null
            && HandlerTarget.Of(diagnostic, compilation) is { Type: { } type }
            && await RegistrationChain.FindAsync(project, type, cancellationToken).ConfigureAwait(false) is { } chain
                ? await chain.AddAsync(type, cancellationToken).ConfigureAwait(false)
                : project;
    }
}
