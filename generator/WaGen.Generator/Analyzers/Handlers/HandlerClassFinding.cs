using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>What a code fix gets to know about a handler class: names, because places change when several fixes are made at once.</summary>
internal static class HandlerClassFinding
{
    /// <summary>Key of the documentation id of the class.</summary>
    public const string TypeProperty = "Type";

    /// <summary>Key of the documentation id of the interface.</summary>
    public const string InterfaceProperty = "Interface";

    /// <summary>Key of the names of the methods to implement, the best one first, with a space between them; empty for any.</summary>
    public const string MethodsProperty = "Methods";

    public static ImmutableDictionary<string, string?> Properties(INamedTypeSymbol type, INamedTypeSymbol handlerInterface, params IMethodSymbol[] methods) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(TypeProperty, type.GetDocumentationCommentId())
            .Add(InterfaceProperty, handlerInterface.OriginalDefinition.GetDocumentationCommentId())
            .Add(MethodsProperty, string.Join(" ", methods.Select(static m => m.Name)));
}
