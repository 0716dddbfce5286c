using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds body limits below what the provider sends (WAGEN306).</summary>
/// <remarks>Limits of the server do not matter: the endpoint lifts them for its own requests, and counts by itself.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyLimitAnalyzer : SetupAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the least sensible value.</summary>
    internal const string MinimumProperty = "Minimum";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SetupRules.BodyLimitTooLow];

    private protected override void Start(CompilationStartAnalysisContext start, SetupMembers members)
    {
        start.RegisterOperationAction(operation => Analyze(operation, members), OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationAnalysisContext context, SetupMembers members)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment is { Target: IPropertyReferenceOperation { Property: var property }, Value.ConstantValue: { HasValue: true, Value: (int or long or uint or short or byte) and var constant } }
            && members.PartOf(property) is { Kind: SetupKind.BodyLimit, Minimum: var minimum }
            && Convert.ToDecimal(constant, CultureInfo.InvariantCulture) is var value
            && value < minimum)
        {
            string needed = minimum.ToString(CultureInfo.InvariantCulture);
            context.ReportDiagnostic(Diagnostic.Create(
                SetupRules.BodyLimitTooLow,
                assignment.Value.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(MinimumProperty, needed),
                property.Name,
                value.ToString(CultureInfo.InvariantCulture),
                needed));
        }
    }
}
