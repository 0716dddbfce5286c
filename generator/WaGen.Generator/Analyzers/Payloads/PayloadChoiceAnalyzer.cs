using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using WaGen.Generator.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>Finds payloads that set several of members that exclude each other, or none of those that are needed (WAGEN405).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PayloadChoiceAnalyzer : PayloadAnalyzer
{
    /// <summary>Key of the diagnostic's property that holds the names of the members that are set, separated by commas; without it none is.</summary>
    internal const string MembersProperty = "Members";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PayloadRules.Choice];

    private protected override void Start(CompilationStartAnalysisContext start, PayloadSymbols symbols) =>
        start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ObjectCreation, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, PayloadSymbols symbols)
    {
        if (WrittenPayload.Of(context.Operation, symbols) is not { } payload)
        {
            return;
        }

        foreach (PayloadRule rule in symbols.RulesWithin(payload.Type))
        {
            if (rule.IsChoice && (rule.Prefix.IsEmpty || payload.IsShorthand))
            {
                Check(context, symbols, payload, rule);
            }
        }
    }

    private static void Check(OperationAnalysisContext context, PayloadSymbols symbols, WrittenPayload payload, PayloadRule rule)
    {
        WrittenMember?[] members = [.. rule.Members.Select(m => payload.Find([.. rule.Prefix, m], 0))];

        // A shorthand that takes the payload as a whole, or that has nothing to do with these members, does not decide here.
        if (payload.IsShorthand && (members.Any(m => m?.Next <= rule.Prefix.Length) || members.All(static m => m is null)))
        {
            return;
        }

        WrittenMember[] set = [.. members.OfType<WrittenMember>().Where(Presence.IsSet).OrderBy(static m => m.Place.SpanStart)];
        if (rule.Kind is not PayloadRuleKind.AtLeastOne && set.Length > 1)
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(MembersProperty, string.Join(",", set.Select(static m => m.Name)));
            foreach (WrittenMember more in set.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    PayloadRules.Choice, more.Place.GetLocation(), properties, rule.Owner, Needs(rule), $"'{set[0].Name}' is set before; leave out one of them"));
            }
        }
        else if (rule.Kind is not PayloadRuleKind.AtMostOne && rule.IsCertain && members.All(Presence.IsAbsent) && IsFinal(context.Operation, rule, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                PayloadRules.Choice, NameOf(context.Operation), rule.Owner, Needs(rule), rule.Members.Length == 1 ? "it is not set; set it" : "none is set; set one"));
        }
    }

    /// <summary>What a shorthand has made inside is hardly ever replaced; the payload itself may be a template.</summary>
    private static bool IsFinal(IOperation payload, PayloadRule rule, PayloadSymbols symbols) =>
        rule.Prefix.IsEmpty ? FinalUse.Is(payload, symbols) : payload.Parent is not IWithOperation;

    private static string Needs(PayloadRule rule)
    {
        string names = string.Join(", ", rule.Members.Select(static m => $"'{m}'"));
        return rule switch
        {
            { Members.Length: 1 } => names,
            { Kind: PayloadRuleKind.ExactlyOne } => $"exactly one of {names}",
            { Kind: PayloadRuleKind.AtLeastOne } => $"at least one of {names}",
            _ => $"at most one of {names}",
        };
    }

    private static Location NameOf(IOperation payload) => payload.Syntax switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        BaseObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        var other => (SimpleName.In(other) ?? other).GetLocation(),
    };
}
