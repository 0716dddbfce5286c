using System.Text.Json.Nodes;

namespace WaGen.Tests.Shipped.Api;

/// <summary>Rules over several members are in force: totals at the limit are accepted and one more is not, what must differ must, one of several must be there.</summary>
public sealed class RuleTests
{
    private static readonly Dictionary<string, RuleCase> Cases = Collect();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_accepts_what_keeps_it_and_names_what_breaks_it(string name)
    {
        RuleCase rule = Cases[name];
        (JsonObject right, JsonObject wrong, PayloadProblemKind kind) = rule.Bodies()!.Value;

        // Copies repeat their ids, which is another rule.
        Assert.DoesNotContain(PrintedPayloads.Read(rule.Example.Definition.Name, right).Validate(), problem => problem.Kind == kind);
        Assert.Contains(PrintedPayloads.Read(rule.Example.Definition.Name, wrong).Validate(), problem => problem.Kind == kind);
    }

    [Fact]
    public void Every_total_every_text_that_must_differ_and_every_choice_is_shown_by_an_example()
    {
        IEnumerable<string> documented = ApiSchemas.Definitions.Values.SelectMany(static definition => RuleCase
            .Of(new SchemaPlace(definition.Address, definition.Schema, string.Empty))
            .Select(rule => new RuleCase(rule.Index, rule.Rule, new SchemaPlace(definition.Address, definition.Schema, string.Empty), null!))
            .Where(static rule => rule.Kind is "count" or "unique" or "exactlyOne" or "atLeastOne")
            .Select(static rule => rule.ToString()));

        Assert.Empty(documented.Except(Cases.Keys, StringComparer.Ordinal));
    }

    private static Dictionary<string, RuleCase> Collect()
    {
        var cases = new Dictionary<string, RuleCase>(StringComparer.Ordinal);
        foreach (ApiExample example in ApiSchemas.Examples)
        {
            SchemaWalk.Over(example, (place, _) =>
            {
                foreach ((int index, JsonObject rule) in RuleCase.Of(place))
                {
                    var found = new RuleCase(index, rule, place, example);
                    if (!cases.ContainsKey(found.ToString()) && found.Bodies() is not null)
                    {
                        cases.Add(found.ToString(), found);
                    }
                }
            });
        }

        return cases;
    }
}
