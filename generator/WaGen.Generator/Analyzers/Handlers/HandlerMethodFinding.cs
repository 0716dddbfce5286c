using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>How a method that is never called can be repaired.</summary>
internal enum HandlerMethodFix
{
    /// <summary>Give it the name, signature and accessibility of the interface's method.</summary>
    Signature,

    /// <summary>Add the interface to the type.</summary>
    Interface,

    /// <summary>Make it an override of the method that implements the interface.</summary>
    Override,
}

/// <summary>A method that looks like a handler method and is none: why, and the way out.</summary>
internal sealed class HandlerMethodFinding(IMethodSymbol method, IMethodSymbol target, HandlerMethodFix fix, string reason, string wayOut)
{
    /// <summary>Key of the diagnostic's property that holds a <see cref="HandlerMethodFix"/>.</summary>
    public const string FixProperty = "Fix";

    /// <summary>Key of the diagnostic's property that holds the documentation id of the interface's method.</summary>
    public const string TargetProperty = "Target";

    /// <summary>The method of the user's type.</summary>
    public IMethodSymbol Method { get; } = method;

    /// <summary>The method of the interface that it was probably meant to be.</summary>
    public IMethodSymbol Target { get; } = target;

    public HandlerMethodFix Fix { get; } = fix;

    /// <summary>A method that is not public and that its own type calls is a helper, or the part of a template that derived classes fill in.</summary>
    public bool IsReported(CalledMethods called) => Method.DeclaredAccessibility == Accessibility.Public || !called.Contains(Method);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        HandlerRules.ImplementsNothing,
        Method.Locations[0],
        ImmutableDictionary<string, string?>.Empty
            .Add(FixProperty, Fix.ToString())
            .Add(TargetProperty, Target.OriginalDefinition.GetDocumentationCommentId()),
        Method.Name,
        reason,
        wayOut);
}
