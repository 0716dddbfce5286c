using Microsoft.CodeAnalysis;
using static WaGen.Generator.Diagnostics.RuleFactory;

namespace WaGen.Generator.Diagnostics;

/// <summary>Rules about handler classes, reported by analyzers on C# code.</summary>
internal static class HandlerRules
{
    public static readonly DiagnosticDescriptor ImplementsNothing = Rule(
        id: "WAGEN201",
        title: "Method named like a handler method that implements none",
        message: "'{0}' is never called for an event, because {1}; {2}",
        severity: DiagnosticSeverity.Warning);
}
