using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Emit.Parcels;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers;

/// <summary>The shipped schemas as if a user had written them, and projects that only have the shipped ones.</summary>
public class ShippedSchemaAnalysisTests
{
    [Fact]
    public Task Shipped_schemas_as_files_of_a_user_are_right() => AssertSilentAsync(AnalysisProject.Of().WithSchemas(GeneratorRun.ShippedSchemas()));

    [Fact]
    public Task Copies_beside_the_shipped_files_have_lost_nothing() => AssertSilentAsync(
        AnalysisProject.Of()
            .WithSchemas(GeneratorRun.ShippedSchemas(), isShipped: true)
            .WithSchemas(GeneratorRun.ShippedSchemas().Select(static f => ("own/" + f.Path, f.Json))));

    [Fact]
    public async Task Payloads_of_a_user_are_right() =>
        (await AnalysisProject.Of().WithSchemas(ParcelsProvider.Schemas()).AnalyzeAsync(new VariantAnalyzer(), new ExampleAnalyzer(), new ProvenanceAnalyzer(), new ReplacementAnalyzer())).Expect();

    [Fact]
    public async Task Shipped_files_are_not_looked_at()
    {
        // A mistake of each rule; the file would be full of diagnostics.
        AnalysisProject project = AnalysisProject.Of()
            .WithSchema(SchemaProject.EnvelopePath, SchemaProject.Envelope, isShipped: true)
            .WithSchema(SchemaProject.FieldPath, SchemaProject.Field(), isShipped: true);
        (await project.AnalyzeAsync(new VariantAnalyzer(), new ExampleAnalyzer(), new ProvenanceAnalyzer(), new ReplacementAnalyzer())).Expect();
    }

    [Fact]
    public async Task A_project_that_prints_nothing_is_left_alone()
    {
        AnalysisProject project = AnalysisProject.Of()
            .WithProperty("WaGenGenerate", "false")
            .WithSchema(SchemaProject.EnvelopePath, SchemaProject.Envelope)
            .WithSchema(SchemaProject.FieldPath, SchemaProject.Field());
        (await project.AnalyzeAsync(new ExampleAnalyzer(), new ProvenanceAnalyzer())).Expect();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "$id": "https://example.com/field.json" }""")]
    [InlineData("""{ "$id": "https://example.com/field.json", "x-wagen": { "kind": "definitions", "namespace": "Example" }, "$defs": { "A": { "tpye": 1 } } }""")]
    public async Task A_file_that_the_generator_complains_about_comes_first(string json) =>
        (await AnalysisProject.Of().WithSchema(SchemaProject.FieldPath, json).AnalyzeAsync(new VariantAnalyzer(), new ExampleAnalyzer(), new ProvenanceAnalyzer(), new ReplacementAnalyzer())).Expect();

    private static async Task AssertSilentAsync(AnalysisProject project)
    {
        // WAGEN123 is a suggestion that a few shipped files have no answer to.
        (await project.AnalyzeAsync(new VariantAnalyzer(), new ExampleAnalyzer(), new ReplacementAnalyzer())).Expect();
    }
}
