using Microsoft.CodeAnalysis;
using static WaGen.Generator.Diagnostics.RuleFactory;

namespace WaGen.Generator.Diagnostics;

/// <summary>Rules about the use of generated views and their members, reported by analyzers on C# code.</summary>
internal static class ViewRules
{
    public static readonly DiagnosticDescriptor KeptWithoutDetach = Rule(
        id: "WAGEN211",
        title: "View is kept beyond the handler call",
        message: "'{0}' is {1}, but its memory goes back to the pool when the delivery is processed; keep a copy made by Detach(), or the values that are needed",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TextForComparison = Rule(
        id: "WAGEN212",
        title: "Text is made only to be compared",
        message: "'{0}' makes a string only to compare it; use '{1}', which compares what was received",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnreliableKey = Rule(
        id: "WAGEN213",
        title: "Member that may be absent is used as a key",
        message: "'{0}' may be absent, so that different people share one key or are not found; use '{1}' as the key",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnknownValueOverlooked = Rule(
        id: "WAGEN214",
        title: "Switch over an open enumeration without a case for other values",
        message: "This switch over '{0}' has no case for values that the schema does not list; add one for '{0}.Unknown' or a default",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DeprecatedUsed = Rule(
        id: "WAGEN215",
        title: "Deprecated part of a schema is used",
        message: "'{0}' is deprecated: {1}",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LookupByIndex = Rule(
        id: "WAGEN216",
        title: "Element that belongs to the event is taken by its position",
        message: "'{0}' takes an element by its position, which may belong to another event of the body; use '{1}', which finds the one of this event",
        severity: DiagnosticSeverity.Warning);
}
