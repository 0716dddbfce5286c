using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Diagnostics;

namespace WaGen.CodeFixes;

/// <summary>Adds the services of an endpoint before the application is built (WAGEN301).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServicesCodeFixProvider))]
[Shared]
public sealed class ServicesCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SetupRules.ServicesNotAdded.Id];

    /// <remarks>One call is enough for all endpoints of a project, so there is nothing to do for several at once.</remarks>
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Document document = context.Document;
        SyntaxNode? root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is CompilationUnitSyntax unit
                && model is not null
                && diagnostic.Properties.TryGetValue(ServicesAnalyzer.MethodProperty, out string? method)
                && diagnostic.Properties.TryGetValue(ServicesAnalyzer.NamespaceProperty, out string? space)
                && diagnostic.Properties.TryGetValue(ServicesAnalyzer.SectionProperty, out string? section)
                && FindBuild(root.FindNode(diagnostic.Location.SourceSpan), model) is var (build, builder))
            {
                string statement = $"{builder}.Services.{method}({builder}.Configuration.GetSection({SymbolDisplay.FormatLiteral(section!, quote: true)}));";
                bool isKnown = IsInScope(model, build, method!);
                context.RegisterCodeFix(
                    CodeAction.Create($"Call {method} before the application is built", _ => Task.FromResult(document.WithSyntaxRoot(Insert(unit, build, statement, isKnown ? null : space))), nameof(ServicesCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    /// <summary>The statement before the endpoint that builds the application, and the variable it is built from.</summary>
    private static (StatementSyntax Build, string Builder)? FindBuild(SyntaxNode endpoint, SemanticModel model)
    {
        IEnumerable<StatementSyntax> before = endpoint.Ancestors()
            .SelectMany(static a => a switch
            {
                BlockSyntax block => block.Statements,
                CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(static g => g.Statement),
                _ => Enumerable.Empty<StatementSyntax>(),
            })
            .Where(s => s.SpanStart < endpoint.SpanStart);
        foreach (LocalDeclarationStatementSyntax statement in before.OfType<LocalDeclarationStatementSyntax>())
        {
            foreach (VariableDeclaratorSyntax variable in statement.Declaration.Variables)
            {
                if (variable.Initializer?.Value is InvocationExpressionSyntax
                    { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build", Expression: IdentifierNameSyntax builder } }
                    && model.GetTypeInfo(builder).Type is { } type
                    && HasProperty(type, "Services", "IServiceCollection")
                    && HasProperty(type, "Configuration", "IConfiguration"))
                {
                    return (statement, builder.Identifier.ValueText);
                }
            }
        }

        return null;
    }

    private static bool HasProperty(ITypeSymbol type, string name, string contract) => type.GetMembers(name)
        .OfType<IPropertySymbol>()
        .Any(p => string.Equals(p.Type.Name, contract, StringComparison.Ordinal) || p.Type.AllInterfaces.Any(i => string.Equals(i.Name, contract, StringComparison.Ordinal)));

    private static bool IsInScope(SemanticModel model, StatementSyntax build, string method) =>
        model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IServiceCollection") is { } services
        && model.LookupSymbols(build.SpanStart, services, method, includeReducedExtensionMethods: true).Length > 0;

    private static CompilationUnitSyntax Insert(CompilationUnitSyntax unit, StatementSyntax build, string statement, string? missing)
    {
        // Comments above the statement that builds the application stay with it.
        SyntaxNode place = build.Parent is GlobalStatementSyntax global ? global : build;
        StatementSyntax added = SyntaxFactory.ParseStatement(statement)
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        unit = unit.InsertNodesBefore(place, [place is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(added) : added]);
        return missing is null ? unit : UsingDirectives.Add(unit, missing);
    }
}
