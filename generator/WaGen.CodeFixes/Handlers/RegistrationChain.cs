using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using WaGen.Generator.Analyzers;

namespace WaGen.CodeFixes;

/// <summary>The calls with which an application sets an endpoint up: <c>services.AddX(...).AddHandler&lt;A&gt;()...</c></summary>
internal sealed class RegistrationChain
{
    private const string Indentation = "    ";

    private readonly Document _document;
    private readonly InvocationExpressionSyntax _last;
    private readonly IMethodSymbol _adder;

    private RegistrationChain(Document document, InvocationExpressionSyntax last, IMethodSymbol adder)
    {
        _document = document;
        _last = last;
        _adder = adder;
    }

    /// <summary>The name of the method that adds a handler.</summary>
    public string AdderName => _adder.Name;

    /// <summary>The first chain of a project to which a class can be added; null when there is none.</summary>
    public static async Task<RegistrationChain?> FindAsync(Project project, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (Document document in project.Documents)
        {
            SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            InvocationExpressionSyntax[] calls = [.. root?.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsNamedAdd) ?? []];
            if (calls.Length == 0)
            {
                continue;
            }

            SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            foreach (InvocationExpressionSyntax call in calls)
            {
                if (model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                    && SetupPart.Of(method) is { Kind: SetupKind.Services }
                    && FindAdder(method.ReturnType, model.Compilation) is { } adder
                    && model.IsAccessible(call.SpanStart, type))
                {
                    return new RegistrationChain(document, FindLast(call, adder, model, cancellationToken), adder);
                }
            }
        }

        return null;
    }

    /// <summary>The project with the class added behind those that are there already, on a line of its own.</summary>
    public async Task<Project> AddAsync(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await _document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SourceText text = await _document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var argument = (TypeSyntax)SyntaxGenerator.GetGenerator(_document).TypeExpression(type);
        SyntaxTrivia endOfLine = SyntaxFactory.EndOfLine(SourceLayout.EndOfLine(text));
        SyntaxTrivia indentation = SyntaxFactory.Whitespace(IndentationOfCalls(text));

        // What ends the line of the last call, perhaps with a remark, stays there.
        bool endsLine = _last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        SyntaxToken dot = SyntaxFactory.Token(endsLine ? [indentation] : [endOfLine, indentation], SyntaxKind.DotToken, []);

        // Parsed, because what is parsed keeps its layout, and what follows in the chain does, too.
        var added = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression($"x.{AdderName}<T>()");
        var access = (MemberAccessExpressionSyntax)added.Expression;
        var name = (GenericNameSyntax)access.Name;
        name = name.ReplaceNode(name.TypeArgumentList.Arguments[0], argument.WithoutTrivia());
        added = added.WithExpression(access.WithExpression(_last).WithOperatorToken(dot).WithName(name));
        return _document.WithSyntaxRoot(root.ReplaceNode(_last, endsLine ? added.WithTrailingTrivia(endOfLine) : added)).Project;
    }

    private static bool IsNamedAdd(InvocationExpressionSyntax call) => SimpleName.In(call)?.Identifier.ValueText.StartsWith("Add", StringComparison.Ordinal) is true;

    /// <summary>The method of a builder that takes a handler class, not one for what no handler took.</summary>
    private static IMethodSymbol? FindAdder(ITypeSymbol builder, Compilation compilation)
    {
        INamedTypeSymbol? handler = compilation.GetTypeByMetadataName("WaGen.IWebhookHandler");
        return builder.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(
            m => m.TypeParameters.Length == 1
                && m.Parameters.All(static p => p.IsOptional)
                && m.TypeParameters[0].ConstraintTypes.Any(c => SymbolEqualityComparer.Default.Equals(c, handler))
                && SetupPart.Of(m) is { Kind: SetupKind.Handler });
    }

    /// <summary>The last call of a chain that adds a handler, else the one that begins it.</summary>
    private static InvocationExpressionSyntax FindLast(InvocationExpressionSyntax first, IMethodSymbol adder, SemanticModel model, CancellationToken cancellationToken)
    {
        InvocationExpressionSyntax last = first;
        InvocationExpressionSyntax current = first;
        while (current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next }
            && model.GetSymbolInfo(next, cancellationToken).Symbol is IMethodSymbol method
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, adder.ContainingType))
        {
            current = next;
            last = SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, adder) ? next : last;
        }

        return last;
    }

    /// <summary>That of calls which stand on lines of their own, else one step more than the line on which the chain begins.</summary>
    private string IndentationOfCalls(SourceText text)
    {
        SyntaxNode outermost = _last.AncestorsAndSelf().TakeWhile(static n => n is InvocationExpressionSyntax or MemberAccessExpressionSyntax).Last();
        foreach (MemberAccessExpressionSyntax access in outermost.DescendantNodesAndSelf(static n => n is InvocationExpressionSyntax or MemberAccessExpressionSyntax).OfType<MemberAccessExpressionSyntax>())
        {
            int start = access.OperatorToken.SpanStart;
            string line = SourceLayout.IndentationAt(text, start);
            if (text.Lines.GetLineFromPosition(start).Start + line.Length == start)
            {
                return line;
            }
        }

        return SourceLayout.IndentationAt(text, _last.SpanStart) + Indentation;
    }
}
