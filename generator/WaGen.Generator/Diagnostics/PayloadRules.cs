using Microsoft.CodeAnalysis;
using static WaGen.Generator.Diagnostics.RuleFactory;

namespace WaGen.Generator.Diagnostics;

/// <summary>Rules about payloads that code writes: the limits of their schemas, reported by analyzers on C# code.</summary>
/// <remarks>No message shows a text of the code: it may be one for a customer.</remarks>
internal static class PayloadRules
{
    public static readonly DiagnosticDescriptor TextLength = Rule(
        id: "WAGEN401",
        title: "Text of a payload is too long or too short",
        message: "'{0}' takes {1}, but this text has {2}; {3} it",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ListLength = Rule(
        id: "WAGEN402",
        title: "List of a payload has too many or too few elements",
        message: "'{0}' takes {1}, but this list has {2}; {3}",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NumberRange = Rule(
        id: "WAGEN403",
        title: "Number of a payload is too large or too small",
        message: "'{0}' takes {1}, but this is {2}; write another number",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TextForm = Rule(
        id: "WAGEN404",
        title: "Text of a payload has the wrong form",
        message: "'{0}' takes texts of the form {1}, which this one has not; write another text",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Choice = Rule(
        id: "WAGEN405",
        title: "Payload sets too many or too few of its members",
        message: "'{0}' needs {1}, but {2}",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TotalCount = Rule(
        id: "WAGEN406",
        title: "Lists of a payload have too many elements together",
        message: "'{0}' takes at most {1} of '{2}' in all, but here are {3}; leave out the rest",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Repeated = Rule(
        id: "WAGEN407",
        title: "Payload has the same text twice",
        message: "Every '{1}' of '{0}' has to be different, but this one stands here already; choose another text",
        severity: DiagnosticSeverity.Warning);
}
