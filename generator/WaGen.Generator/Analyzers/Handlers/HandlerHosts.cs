using Microsoft.CodeAnalysis;
using WaGen.Generator.Selection;

namespace WaGen.Generator.Analyzers;

/// <summary>Host packages: assemblies with a method that adds handlers.</summary>
internal static class HandlerHosts
{
    /// <summary>Whether a compilation references one. Without it, handlers are given to a processor by hand.</summary>
    /// <remarks>Looks into the public classes of assemblies that know the runtime; printed types are structs, interfaces and enumerations for the most part.</remarks>
    public static bool AreReferencedBy(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols.Any(
        static a => TargetFacts.KnowsRuntime(a) && HasHost(a.GlobalNamespace));

    private static bool HasHost(INamespaceSymbol space) =>
        space.GetTypeMembers().Any(static t => t is { TypeKind: TypeKind.Class, DeclaredAccessibility: Accessibility.Public } && t.GetMembers().Any(AddsHandlers))
        || space.GetNamespaceMembers().Any(HasHost);

    private static bool AddsHandlers(ISymbol member) => member is IMethodSymbol { IsGenericMethod: true } && SetupPart.Of(member) is { Kind: SetupKind.Handler };
}
