using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.CodeFixes;

/// <summary>Adds a handler method to a class, at its end and laid out like the rest of it.</summary>
internal sealed class HandlerMethodWriter(SyntaxGenerator generator, INamedTypeSymbol type, IMethodSymbol method)
{
    private const string Indentation = "    ";

    /// <summary>The declaration with the method, and with the interface if only a base class lists it.</summary>
    public SyntaxNode AddTo(TypeDeclarationSyntax declaration, SourceText text)
    {
        TypeDeclarationSyntax changed = WithBody(declaration, text);
        changed = IsOneLine(changed, text, declaration) ? AddInline(changed) : AddBelow(changed, declaration, text);

        // Without the interface, what implements it would remain what the base class has decided.
        bool isListed = type.Interfaces.Any(i => Same(i, method.ContainingType) || i.AllInterfaces.Contains(method.ContainingType, SymbolEqualityComparer.Default));
        return isListed ? changed : generator.AddInterfaceType(changed, generator.TypeExpression(method.ContainingType));
    }

    /// <summary>Braces instead of the semicolon of a class without members.</summary>
    private static TypeDeclarationSyntax WithBody(TypeDeclarationSyntax declaration, SourceText text)
    {
        if (!declaration.OpenBraceToken.IsKind(SyntaxKind.None) && !declaration.OpenBraceToken.IsMissing)
        {
            return declaration;
        }

        SyntaxTriviaList line = SyntaxFactory.TriviaList(EndOfLine(text), SyntaxFactory.Whitespace(IndentationOf(declaration, text)));
        SyntaxToken open = SyntaxFactory.Token(line, SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(EndOfLine(text)));
        SyntaxToken close = SyntaxFactory.Token(SyntaxFactory.TriviaList(line[1]), SyntaxKind.CloseBraceToken, declaration.SemicolonToken.TrailingTrivia);
        return ((TypeDeclarationSyntax)declaration.WithSemicolonToken(default)).WithOpenBraceToken(open).WithCloseBraceToken(close);
    }

    private static bool IsOneLine(TypeDeclarationSyntax changed, SourceText text, TypeDeclarationSyntax declaration) =>
        changed == declaration
        && text.Lines.GetLineFromPosition(declaration.OpenBraceToken.SpanStart).LineNumber == text.Lines.GetLineFromPosition(declaration.CloseBraceToken.SpanStart).LineNumber;

    private TypeDeclarationSyntax AddInline(TypeDeclarationSyntax declaration)
    {
        SyntaxToken last = declaration.CloseBraceToken.GetPreviousToken();
        SyntaxTriviaList before = last.HasTrailingTrivia ? default : SyntaxFactory.TriviaList(SyntaxFactory.Space);
        return declaration.AddMembers(Method().WithLeadingTrivia(before).WithTrailingTrivia(SyntaxFactory.Space));
    }

    private TypeDeclarationSyntax AddBelow(TypeDeclarationSyntax changed, TypeDeclarationSyntax declaration, SourceText text)
    {
        SyntaxTrivia endOfLine = EndOfLine(text);
        List<SyntaxTrivia> before = [];
        if (changed.Members.LastOrDefault() is { } last)
        {
            if (!last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            {
                before.Add(endOfLine);
            }

            before.Add(endOfLine);
        }

        before.Add(SyntaxFactory.Whitespace(changed.Members.FirstOrDefault() is { } first ? IndentationOf(first, text) : IndentationOf(declaration, text) + Indentation));
        return changed.AddMembers(Method().WithLeadingTrivia(before).WithTrailingTrivia(endOfLine));
    }

    private MethodDeclarationSyntax Method()
    {
        bool isExplicit = HasConflict();
        IEnumerable<string> parameters = method.Parameters.Select(static (p, i) => $"T{i} {Escape(p.Name)}");
        string owner = isExplicit ? "I." : string.Empty;
        var parsed = (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(
            $"{(isExplicit ? string.Empty : "public ")}R {owner}{method.Name}({string.Join(", ", parameters)}) => {Body()};")!;
        if (parsed.ExplicitInterfaceSpecifier is { } specifier)
        {
            parsed = parsed.WithExplicitInterfaceSpecifier(specifier.WithName((NameSyntax)Type(method.ContainingType)));
        }

        parsed = parsed.WithReturnType(Type(method.ReturnType).WithTriviaFrom(parsed.ReturnType));
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            TypeSyntax placeholder = parsed.ParameterList.Parameters[i].Type!;
            parsed = parsed.ReplaceNode(placeholder, Type(method.Parameters[i].Type).WithTriviaFrom(placeholder));
        }

        return parsed.ReplaceNodes(
            parsed.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Select(static c => c.Type),
            static (old, _) => old.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    /// <summary>A body that says what happens without the method: the event stays unhandled.</summary>
    private string Body()
    {
        IParameterSymbol? context = method.Parameters.FirstOrDefault(
            p => p.Type.GetMembers("Unhandled").OfType<IMethodSymbol>().Any(m => m.Parameters.IsEmpty && !m.IsStatic && Same(m.ReturnType, method.ReturnType)));
        return context is null ? "throw new global::System.NotImplementedException()" : $"{Escape(context.Name)}.Unhandled()";
    }

    /// <summary>Whether a public method of this name is impossible, or would hide something.</summary>
    private bool HasConflict()
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            bool isOwn = Same(current, type);
            if (current.GetMembers(method.Name).Any(m => isOwn ? Conflicts(m) : m.DeclaredAccessibility != Accessibility.Private && Conflicts(m)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Conflicts(ISymbol member) =>
        member is not IMethodSymbol other
        || (!other.IsGenericMethod
            && other.Parameters.Length == method.Parameters.Length
            && other.Parameters.Zip(method.Parameters, static (a, b) => Same(a.Type, b.Type)).All(static same => same));

    private TypeSyntax Type(ITypeSymbol symbol) => (TypeSyntax)generator.TypeExpression(symbol);

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary>A name as it can stand in code, also when it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None ? name : "@" + name;

    private static SyntaxTrivia EndOfLine(SourceText text) => SyntaxFactory.EndOfLine(SourceLayout.EndOfLine(text));

    private static string IndentationOf(SyntaxNode node, SourceText text) => SourceLayout.IndentationAt(text, node.SpanStart);
}
