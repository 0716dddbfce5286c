using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace WaGen.Generator.Analyzers;

/// <summary>Tells of a call that adds middleware what the middleware does with the body.</summary>
internal static class BodyMiddleware
{
    /// <summary>What happens to the body, as the message says it; null when nothing does, or when it cannot be told.</summary>
    /// <remarks>
    /// Of the middleware that comes with ASP.NET Core only decompression belongs here. Logging keeps copies of what others read, anti-forgery
    /// checks only endpoints that ask for it, and the method override reads only forms.
    /// </remarks>
    public static string? Describe(IInvocationOperation call, CancellationToken cancellationToken) => call.TargetMethod switch
    {
        { Name: "UseRequestDecompression", ContainingNamespace: { Name: "Builder", ContainingNamespace.Name: "AspNetCore" } } => "replaces the body",
        { Name: "UseMiddleware", TypeArguments.Length: 1 } method => OfClass(method.TypeArguments[0], cancellationToken),
        { Name: "UseMiddleware" } => call.Arguments.Select(static a => a.Value).OfType<ITypeOfOperation>().FirstOrDefault() is { } type ? OfClass(type.TypeOperand, cancellationToken) : null,
        { Name: "Use" or "Run" } => call.Arguments.Select(static a => a.Value).OfType<IDelegateCreationOperation>().FirstOrDefault() is { } created ? OfDelegate(created.Target, cancellationToken) : null,
        _ => null,
    };

    private static string? OfDelegate(IOperation target, CancellationToken cancellationToken) => target switch
    {
        IAnonymousFunctionOperation lambda => BodyAccess.Describe(lambda.Syntax, cancellationToken),
        IMethodReferenceOperation reference => OfMethod(reference.Method, cancellationToken),
        _ => null,
    };

    private static string? OfClass(ITypeSymbol type, CancellationToken cancellationToken) =>
        type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(static m => m.Name is "Invoke" or "InvokeAsync") is { } method ? OfMethod(method, cancellationToken) : null;

    private static string? OfMethod(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is (MethodDeclarationSyntax or LocalFunctionStatementSyntax) and var declaration
            ? BodyAccess.Describe(declaration, cancellationToken)
            : null;
}
