using System.Text;
using WaGen.WhatsApp;

namespace WaGen.Tests.Shipped.Api;

/// <summary>Texts of templates with examples for their variables.</summary>
public sealed class TemplateTextTests
{
    [Fact]
    public void A_text_is_made_with_examples_for_its_variables()
    {
        AssertWritten(
            """{"type":"BODY","text":"Hi {{1}}, order {{2}} is here.","example":{"body_text":[["Ada","118"]]}}""",
            TemplateComponentDefinition.Body("Hi {{1}}, order {{2}} is here.", [["Ada", "118"]]));
        AssertWritten(
            """{"type":"BODY","text":"Hi {{name}}, welcome.","example":{"body_text_named_params":[{"param_name":"name","example":"Ada"}]}}""",
            TemplateComponentDefinition.Body("Hi {{name}}, welcome.", namedExamples: [TemplateNamedExample.Create("name", "Ada")]));
        AssertWritten("""{"type":"BODY","text":"Welcome."}""", TemplateComponentDefinition.Body("Welcome."));
        AssertWritten("""{"type":"BODY","text":"A fern for {{1}}.","example":{"body_text":[["shade"]]}}""", TemplateCardComponentDefinition.Body("A fern for {{1}}.", [["shade"]]));
        AssertWritten(
            """{"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["118"]}}""",
            TemplateComponentDefinition.TextHeader("Order {{1}}", ["118"]));
    }

    [Theory]
    [InlineData("""[["Ada"]]""")]
    [InlineData("""["Ada"]""")]
    [InlineData("\"Ada\"")]
    public void Examples_are_read_in_every_form_that_is_seen(string examples)
    {
        string json = $$$"""{"type":"BODY","text":"Hi {{1}}, welcome.","example":{"body_text":{{{examples}}}}}""";
        var findings = new List<PayloadFinding>();

        var body = (TemplateBodyDefinition)PayloadParser.Parse<TemplateComponentDefinition>(Encoding.UTF8.GetBytes(json), findings);

        Assert.Empty(findings);
        Assert.Equal<PayloadList<string>>([["Ada"]], body.Example!.BodyText);
        AssertWritten(json, body);
    }

    [Fact]
    public void An_empty_example_is_told_with_its_place() => Assert.Equal(
        ["'example.body_text[0][1]' must not be empty.", "'example.body_text[1]' has 0 elements; at least 1 is needed."],
        TemplateComponentDefinition.Body("Hi {{1}}, order {{2}} is here.", [["Ada", string.Empty], []]).Validate().Select(static problem => problem.Message));

    private static void AssertWritten(string json, Payload payload)
    {
        Assert.Empty(payload.Validate());
        Assert.Equal(json, Encoding.UTF8.GetString(payload.ToUtf8Json()));
    }
}
