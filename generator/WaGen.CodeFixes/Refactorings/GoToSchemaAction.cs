using Microsoft.CodeAnalysis.CodeActions;

namespace WaGen.CodeFixes;

/// <summary>Leads to a place in a schema. The title says where, for editors that open nothing by themselves.</summary>
internal sealed class GoToSchemaAction(SchemaTarget target) : CodeAction
{
    /// <inheritdoc/>
    public override string Title { get; } = FormattableString.Invariant($"Go to schema: {target.Document.Name}, line {target.Line} (#{target.Pointer})");

    /// <inheritdoc/>
    public override string EquivalenceKey => nameof(GoToSchemaAction);

    /// <inheritdoc/>
    protected override Task<IEnumerable<CodeActionOperation>> ComputeOperationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<CodeActionOperation>>([new OpenSchemaOperation(Title, target.Document.Id)]);

    /// <inheritdoc/>
    protected override Task<IEnumerable<CodeActionOperation>> ComputePreviewOperationsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IEnumerable<CodeActionOperation>>([]);
}
