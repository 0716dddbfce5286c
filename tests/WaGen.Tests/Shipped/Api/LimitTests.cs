using System.Text.Json.Nodes;

namespace WaGen.Tests.Shipped.Api;

/// <summary>Every limit that a schema of the API documents is in force: the limit itself is accepted, one more is not.</summary>
public sealed class LimitTests
{
    private static readonly Dictionary<string, LimitCase> Cases = Collect();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_limit_is_accepted_and_one_more_is_not(string name)
    {
        LimitCase limit = Cases[name];
        (JsonObject? right, JsonObject? wrong, PayloadProblemKind kind, string path) = limit.Bodies();

        Assert.DoesNotContain(Problems(limit, right!), problem => problem.Kind == kind && problem.Path == path);
        PayloadProblem[] found = [.. Problems(limit, wrong!).Where(problem => problem.Kind == kind && problem.Path == path)];
        Assert.NotEmpty(found);
        Assert.All(found, problem => Assert.Contains($"'{path}'", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_limit_of_a_type_is_shown_by_an_example()
    {
        var documented = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiDefinitionSchema definition in ApiSchemas.Definitions.Values)
        {
            Limits(definition.Address, definition.Schema, documented);
        }

        Assert.NotEmpty(documented);
        Assert.Empty(documented.Except(Cases.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<PayloadProblem> Problems(LimitCase limit, JsonObject body) => PrintedPayloads.Read(limit.Example.Definition.Name, body).Validate();

    private static Dictionary<string, LimitCase> Collect()
    {
        var cases = new Dictionary<string, LimitCase>(StringComparer.Ordinal);
        foreach (ApiExample example in ApiSchemas.Examples)
        {
            SchemaWalk.Over(example, (place, value) =>
            {
                foreach (string keyword in LimitCase.Of(place))
                {
                    var limit = new LimitCase(keyword, place, example);
                    cases.TryAdd(limit.ToString(), limit);
                }
            });
        }

        return cases;
    }

    /// <summary>Finds limits by the schemas alone, whether an example reaches them or not.</summary>
    private static void Limits(string address, JsonNode? node, HashSet<string> found)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        found.UnionWith(LimitCase.Of(new SchemaPlace(address, schema, string.Empty)).Select(keyword => new LimitCase(keyword, new SchemaPlace(address, schema, string.Empty), null!).ToString()));
        foreach ((string name, JsonNode? member) in schema["properties"] as JsonObject ?? [])
        {
            Limits($"{address}/properties/{name}", member, found);
        }

        Limits($"{address}/items", schema["items"], found);
        Limits($"{address}/additionalProperties", schema["additionalProperties"], found);
    }
}
