using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds what is too often or twice in a payload that is written in place with everything inside (WAGEN406, WAGEN407).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PayloadPathAnalyzer : PayloadAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PayloadRules.TotalCount, PayloadRules.Repeated];

    private protected override void Start(CompilationStartAnalysisContext start, PayloadSymbols symbols) =>
        start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ObjectCreation, OperationKind.With, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, PayloadSymbols symbols)
    {
        if (WrittenPayload.Of(context.Operation, symbols) is not { } payload)
        {
            return;
        }

        foreach (PayloadRule rule in symbols.RulesWithin(payload.Type))
        {
            // Payloads inside are looked at where they are written: in a shorthand, that is here.
            if (!rule.IsChoice
                && (rule.Prefix.IsEmpty || payload.IsShorthand)
                && payload.Find([.. rule.Prefix, .. rule.Members], 0) is { IsLeftOut: false } member
                && member.Next > rule.Prefix.Length)
            {
                Check(context, rule, new PayloadPath([.. rule.Prefix, .. rule.Members], symbols).Ends(member.Value, member.Next));
            }
        }
    }

    private static void Check(OperationAnalysisContext context, PayloadRule rule, IEnumerable<IOperation> ends)
    {
        string path = string.Join(".", rule.Members);
        if (rule.Kind is PayloadRuleKind.Unique)
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (IOperation end in ends)
            {
                if (end.ConstantValue is { HasValue: true, Value: string text } && !known.Add(text))
                {
                    context.ReportDiagnostic(Diagnostic.Create(PayloadRules.Repeated, end.Syntax.GetLocation(), rule.Owner, path));
                }
            }
        }
        else if (rule.Maximum > 0 && ends.ToArray() is var counted && counted.Length > rule.Maximum)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                PayloadRules.TotalCount,
                counted[rule.Maximum].Syntax.GetLocation(),
                rule.Owner,
                rule.Maximum.ToString(CultureInfo.InvariantCulture),
                path,
                counted.Length.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
