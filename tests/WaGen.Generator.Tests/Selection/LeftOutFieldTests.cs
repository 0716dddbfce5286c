using Microsoft.CodeAnalysis;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Selection;

/// <summary>WAGEN204: a class handles a field that WaGenFields leaves out.</summary>
public class LeftOutFieldTests
{
    private static readonly GeneratorRun Messages = GeneratorRun.Tracked().WithProperty("WaGenFields", "messages").With(GeneratorRun.WebhookSchemas(), isShipped: true);

    [Theory]
    [InlineData("class Bot : ICallsHandler;", "ICallsHandler")]
    [InlineData("partial class Bot : IMessagesHandler, ICallsHandler { }", "ICallsHandler")]
    [InlineData("struct Bot : WaGen.WhatsApp.ICallsHandler { }", "WaGen.WhatsApp.ICallsHandler")]
    [InlineData("record Bot(int Number) : global::WaGen.WhatsApp.ICallsHandler { }", "global::WaGen.WhatsApp.ICallsHandler")]
    [InlineData("class Outer { abstract class Bot : ICallsHandler { } }", "ICallsHandler")]
    public void The_interface_of_a_field_that_is_left_out(string source, string text) => Problems(source).Expect(new ExpectedDiagnostic(
        "WAGEN204",
        DiagnosticSeverity.Error,
        text,
        "'Bot' handles the field 'calls', which WaGenFields of this project leaves out; add 'calls' to WaGenFields or remove the handler"));

    [Fact]
    public void The_compiler_speaks_as_well()
    {
        GeneratorRun run = Messages.WithSource("class Bot : ICallsHandler;");
        run.Diagnostics.Expect(
            new ExpectedDiagnostic("WAGEN204", DiagnosticSeverity.Error, "ICallsHandler"),
            new ExpectedDiagnostic("CS0246", DiagnosticSeverity.Error, "ICallsHandler"));
    }

    [Theory]
    [InlineData("class Bot : IMessagesHandler;")]
    [InlineData("class Bot : IWhatsAppHandler;")]
    [InlineData("class Bot : ICalsHandler;")]
    [InlineData("class Bot : ICallsHandler<int>;")]
    [InlineData("interface IBot : ICallsHandler;")]
    [InlineData("interface ICallsHandler; class Bot : ICallsHandler;")]
    [InlineData("namespace Mine { interface ICallsHandler; } namespace Other { using Mine; class Bot : ICallsHandler; }")]
    [InlineData("class Bot { void Run(ICallsHandler handler) { } }")]
    public void Other_names(string source) => Problems(source).Expect();

    [Fact]
    public void A_project_with_all_fields() => GeneratorRun.Of().WithShippedSchemas().WithSource("class Bot : ICallsHandler;").Diagnostics.Expect();

    [Fact]
    public void A_project_that_prints_nothing() =>
        GeneratorRun.Of("class Bot : ICallsHandler;").WithProperty("WaGenGenerate", "false").WithProperty("WaGenFields", "messages").WithShippedSchemas().Problems.Expect();

    [Fact]
    public void A_schema_of_the_users() => SchemaProject
        .Run((SchemaProject.EnvelopePath, SchemaProject.Envelope), (SchemaProject.FieldPath, SchemaProject.Field()), ("other.json", OtherField))
        .WithProperty("WaGenFields", "other")
        .WithSource("class Depot : IParcelEventsHandler, Example.IOtherHandler;")
        .Problems.Expect(new ExpectedDiagnostic(
            "WAGEN204",
            DiagnosticSeverity.Error,
            "IParcelEventsHandler",
            "'Depot' handles the field 'parcel', which WaGenFields of this project leaves out; add 'parcel' to WaGenFields or remove the handler"));

    [Fact]
    public void An_alias_selects_the_field() => SchemaProject
        .Run((SchemaProject.EnvelopePath, SchemaProject.Envelope), (SchemaProject.FieldPath, SchemaProject.Field(extension: """ "field": "parcel", "aliases": ["package"], "name": "ParcelEvents" """)))
        .WithProperty("WaGenFields", "package")
        .WithSource("class Depot : IParcelEventsHandler;")
        .Problems.Expect();

    [Fact]
    public void Fields_that_a_referenced_assembly_has_printed_are_no_matter_of_this_project() => GeneratorRun
        .Over(TestCompiler.Compile("class Bot : IClalsHandler, ICallsHandler;").AddReferences(TestCompiler.WhatsApp))
        .WithShippedSchemas()
        .WithProperty("WaGenFields", "messages")
        .Problems.Expect(new ExpectedDiagnostic("WAGEN192", DiagnosticSeverity.Error, ""));

    [Fact]
    public void A_pragma()
    {
        GeneratorRun run = Messages.WithSource("#pragma warning disable WAGEN204\nclass Bot : ICallsHandler;");
        Assert.All(run.Result.Diagnostics.Where(static d => d.Id is "WAGEN204"), static d => Assert.True(d.IsSuppressed));
        run.Diagnostics.Expect(new ExpectedDiagnostic("CS0246", DiagnosticSeverity.Error, "ICallsHandler"));
    }

    [Fact]
    public void The_mistake_goes_when_the_name_means_something()
    {
        GeneratorRun run = Messages.WithSource("class Bot : ICallsHandler;");
        Assert.Equal("Added.cs", run.Result.Diagnostics.Single().Location.SourceTree!.FilePath);

        run.WithSource("interface ICallsHandler;", "More.cs").Diagnostics.Expect();
        run.WithSource("class Other;", "More.cs").Problems.Expect(new ExpectedDiagnostic("WAGEN204", DiagnosticSeverity.Error, "ICallsHandler"));
    }

    [Fact]
    public void An_edit_elsewhere_parses_and_prints_nothing_while_the_mistake_is_there()
    {
        GeneratorRun before = Messages.WithSource("class Bot : ICallsHandler;");
        GeneratorRun after = before.WithSource("class Other { int _number; }", "Other.cs");

        Assert.NotEmpty(after.Result.Diagnostics);
        string[] steps = [Steps.Files, Steps.Models, Steps.Linked, Steps.Contracts, Steps.Selection];
        Assert.All(
            steps.SelectMany(s => after.Result.TrackedSteps[s]).SelectMany(static s => s.Outputs),
            static o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{o.Value}: {o.Reason}"));
    }

    private static string OtherField => SchemaProject.Field(
        extension: """ "field": "other", "name": "Other" """,
        id: "https://example.com/other.json").Replace("Parcel", "Letter", StringComparison.Ordinal);

    private static ReportedDiagnostics Problems(string source) => Messages.WithSource(source).Problems;
}
