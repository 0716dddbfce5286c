using System.Text.Json.Nodes;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped.Api;

/// <summary>The examples in the schemas of the API are read, checked and written again.</summary>
public sealed class ApiExampleTests
{
    public static TheoryData<string> Names => [.. ApiSchemas.Examples.Select(static example => example.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_is_known_and_right_and_survives_reading_and_writing(string name)
    {
        ApiExample example = ApiSchemas.Examples.Single(e => e.ToString() == name);
        var findings = new List<PayloadFinding>();

        Payload payload = PrintedPayloads.Read(example.Definition.Name, example.Body, findings);

        Assert.Empty(findings);
        Assert.Empty(payload.UnknownMembers);
        Assert.Empty(payload.Validate().Select(static problem => problem.Message));
        JsonNode written = JsonNode.Parse(payload.ToUtf8Json())!;
        Assert.True(JsonNode.DeepEquals(example.Body, written), $"{example.Body.ToJsonString()}\nbecame\n{written.ToJsonString()}");
    }

    [Fact]
    public void Every_body_and_answer_of_an_operation_has_an_example()
    {
        var shown = ApiSchemas.Examples.Select(static example => example.Definition.Name).ToHashSet(StringComparer.Ordinal);

        IEnumerable<string> bodies = WhatsAppApi.Operations.SelectMany(static operation => new[] { operation.BodyType?.Name, operation.AnswerType?.Name }).OfType<string>();

        Assert.Empty(bodies.Where(name => !shown.Contains(name)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_variant_of_a_union_is_shown()
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiExample example in ApiSchemas.Examples)
        {
            SchemaWalk.Over(example, (place, _) => shown.Add(place.Address));
        }

        IEnumerable<string> variants = ApiSchemas.Definitions.Values
            .Where(static definition => definition.Schema["oneOf"] is not null)
            .SelectMany(static definition => definition.Schema["oneOf"]!.AsArray().Select(branch => ApiSchemas.Resolve(definition.Address, branch!.AsObject()).Address));

        Assert.Empty(variants.Where(address => !shown.Contains(address)).Distinct(StringComparer.Ordinal));
    }
}
