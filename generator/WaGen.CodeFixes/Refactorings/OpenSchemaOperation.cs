using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace WaGen.CodeFixes;

/// <summary>Opens a schema in the editor, where the editor lets analyzers do that.</summary>
internal sealed class OpenSchemaOperation(string title, DocumentId document) : CodeActionOperation
{
    /// <inheritdoc/>
    public override string Title => title;

    /// <inheritdoc/>
    public override void Apply(Workspace workspace, CancellationToken cancellationToken)
    {
        if (workspace.CanOpenDocuments)
        {
            workspace.OpenAdditionalDocument(document);
        }
    }
}
