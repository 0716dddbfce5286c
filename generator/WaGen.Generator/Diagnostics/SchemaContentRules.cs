using Microsoft.CodeAnalysis;
using static WaGen.Generator.Diagnostics.RuleFactory;

namespace WaGen.Generator.Diagnostics;

/// <summary>Rules about what schema files say, reported by analyzers because the files are printed all the same.</summary>
internal static class SchemaContentRules
{
    public static readonly DiagnosticDescriptor VariantValueNotInEnum = Rule(
        id: "WAGEN119",
        title: "Variant is chosen by a value that the enumeration does not list",
        message: "The variant '{0}' is chosen by '{1}', which the enumeration of '{2}' does not list; add the value there or correct it here",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor VariantWithoutContent = Rule(
        id: "WAGEN120",
        title: "Variant does not say which member is its content",
        message: "The variant '{0}' has the member '{1}' of its own but no x-wagen.content, so it is not recognized when its discriminator is missing; name the member there",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor InvalidExample = Rule(
        id: "WAGEN121",
        title: "Example does not fit its schema",
        message: "The example does not fit the schema at {0}: {1}; correct the example or the schema",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EventWithoutExample = Rule(
        id: "WAGEN122",
        title: "Event has no example",
        message: "No example of this file shows the event '{0}', so that nothing tests it; add a whole body with one to 'examples'",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor MissingProvenance = Rule(
        id: "WAGEN123",
        title: "Schema does not say where its facts come from",
        message: "The schema does not say {0}; add '{1}' to its x-wagen",
        severity: DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor ReplacementLoses = Rule(
        id: "WAGEN124",
        title: "Schema that replaces a shipped one has lost a part of it",
        message: "This file replaces the shipped '{0}' but lacks {1}, which code may use; take it over from the shipped file or silence the rule if it is meant",
        severity: DiagnosticSeverity.Warning);
}
