using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace WaGen.CodeFixes;

/// <summary>Leads from printed types and members to the part of the schema that they were printed from.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(GoToSchemaRefactoringProvider))]
[Shared]
public sealed class GoToSchemaRefactoringProvider : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (context.Span.IsEmpty
            && await SchemaSymbol.AtAsync(context.Document, context.Span.Start, context.CancellationToken).ConfigureAwait(false) is { } symbol
            && await SchemaTarget.FindAsync(context.Document.Project, symbol, context.CancellationToken).ConfigureAwait(false) is { } target)
        {
            context.RegisterRefactoring(new GoToSchemaAction(target));
        }
    }
}
