using Microsoft.CodeAnalysis;
using static WaGen.Generator.Diagnostics.RuleFactory;

namespace WaGen.Generator.Diagnostics;

/// <summary>Rules about schema files, reported by the generator because they stop it from printing.</summary>
internal static class SchemaRules
{
    public static readonly DiagnosticDescriptor NotJson = Rule(
        id: "WAGEN101",
        title: "Schema file is no JSON",
        message: "The schema is no JSON: {0}; nothing is printed for this file until it is mended",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotASchema = Rule(
        id: "WAGEN102",
        title: "Schema file lacks what every schema of this vocabulary has",
        message: "{0}; see docs/schema-language.md for the shape of a schema file",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownKeyword = Rule(
        id: "WAGEN103",
        title: "Schema keyword is unknown",
        message: "'{0}' is no keyword {1}; remove it, correct its spelling, or put remarks into '$comment'",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InvalidKeywordValue = Rule(
        id: "WAGEN104",
        title: "Schema keyword has a value that it cannot have",
        message: "'{0}' must be {1}",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnresolvedReference = Rule(
        id: "WAGEN105",
        title: "Schema reference cannot be resolved",
        message: "'{0}' is defined by no schema of this project; correct the $ref or add the file that defines it as a WaGenSchema item",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor CircularReference = Rule(
        id: "WAGEN106",
        title: "Schema references form a circle",
        message: "'{0}' leads back to itself through references alone; let one of the definitions say what it is",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateId = Rule(
        id: "WAGEN107",
        title: "Two schema files have the same $id",
        message: "'{0}' is the $id of '{1}' as well; give one of the two files another $id",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateField = Rule(
        id: "WAGEN108",
        title: "Two schemas describe the same field",
        message: "The field name '{0}' belongs to '{1}' already; remove it here, or replace that file by giving this one its $id",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DiscriminatorNotFound = Rule(
        id: "WAGEN109",
        title: "Discriminator points to no member",
        message: "The discriminator '{0}' is no member of '{1}' or of its variants; correct the path or add the member",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor VariantNotSelectable = Rule(
        id: "WAGEN110",
        title: "Variant can never be chosen",
        message: "The variant '{0}' of '{1}' {2}; give it a const or enum at a discriminator that no variant before it has",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NameClash = Rule(
        id: "WAGEN111",
        title: "Two parts of a schema get the same C# name",
        message: "The C# name '{0}' is taken by {1}; give one of the two another name with x-wagen.name",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InvalidName = Rule(
        id: "WAGEN112",
        title: "C# name is missing, invalid or reserved",
        message: "'{0}' cannot be the C# name here: {1}; give it one with x-wagen.name",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InexpressibleType = Rule(
        id: "WAGEN113",
        title: "Type cannot be expressed in C#",
        message: "No accessor can express {0}; use one of the combinations of docs/schema-language.md, or {{}} to keep the value raw",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PathNotFound = Rule(
        id: "WAGEN114",
        title: "Path in x-wagen points nowhere",
        message: "The path '{0}' of {1} {2}; correct the path",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EnvelopeNotFound = Rule(
        id: "WAGEN115",
        title: "Field belongs to no envelope",
        message: "'{0}' is the $id of no envelope schema of this project; the field is not printed until the envelope exists",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnusedSchema = Rule(
        id: "WAGEN116",
        title: "Schema of a project that prints nothing",
        message: "'{0}' has no effect, because this project prints {1}, or remove the WaGenSchema item",
        severity: DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor MisplacedKeyword = Rule(
        id: "WAGEN117",
        title: "Schema keyword is in a place where it has no effect",
        message: "'{0}' has no effect {1}; {2}",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateValue = Rule(
        id: "WAGEN118",
        title: "Enumeration lists a value twice",
        message: "The value '{0}' is in this enumeration already, {1}; remove one of the two",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InvalidProperty = Rule(
        id: "WAGEN190",
        title: "MSBuild property has a value that it cannot have",
        message: "The MSBuild property {0} is '{1}', but must be {2}",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnknownFieldSelected = Rule(
        id: "WAGEN191",
        title: "MSBuild property selects a field or group that no schema describes",
        message: "{0} names '{1}', which no schema of this project describes; the {2} are: {3}",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor OtherFieldsPrinted = Rule(
        id: "WAGEN192",
        title: "Referenced assembly has printed another set of schemas",
        message: "'{0}' has printed {1} already, from other schemas or fields than this project asks for; set WaGenFields and WaGenSchema items in that project, or WaGenGenerate=false here",
        severity: DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InternalContractReferenced = Rule(
        id: "WAGEN193",
        title: "Referenced assembly has printed its types as internal",
        message: "'{0}' has printed {1} as internal, so that this project cannot use it; set WaGenAccessibility=public there, or make this project a friend with InternalsVisibleTo",
        severity: DiagnosticSeverity.Error);
}
