using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>What is done again after a change, and above all what is not.</summary>
public sealed class IncrementalityTests
{
    [Fact]
    public void The_first_run_prints_everything()
    {
        string[] schemas = [.. GeneratorRun.WebhookSchemas().Select(static s => NameOf(s.Path))];
        new Rerun(Edits.Shipped).Expect(parsed: schemas, changed: schemas, printed: [.. schemas, "contract", "usings"]);
    }

    [Fact]
    public void Editing_unrelated_code_parses_nothing_and_prints_nothing() =>
        Edits.After(static p => p.WithSource("class Other { int _number; }")).Expect(parsed: [], changed: [], printed: []);

    [Fact]
    public void White_space_in_a_schema_stops_at_its_model() =>
        Edits.After(static p => p.Replace("webhooks/messages.json", "{", "\n\n  {\t")).Expect(parsed: ["webhooks.messages"], changed: [], printed: []);

    [Fact]
    public void A_title_that_becomes_a_remark_stops_at_its_model() =>
        Edits.After(static p => p.Replace("common/text.json", "\"title\": \"Text\",", "\"$comment\": \"Checked again.\","))
            .Expect(parsed: ["common.text"], changed: [], printed: []);

    [Fact]
    public void A_changed_example_stops_at_its_model() =>
        Edits.After(static p => p.Replace("webhooks/partner_solutions.json", "\"time\": 1781690400", "\"time\": 1781690499"))
            .Expect(parsed: ["webhooks.partner_solutions"], changed: [], printed: []);

    [Fact]
    public void A_changed_description_prints_its_file_only() =>
        Edits.After(static p => p.Replace("webhooks/partner_solutions.json", "What happened to the solution.", "What became of the solution."))
            .Expect(parsed: ["webhooks.partner_solutions"], changed: ["webhooks.partner_solutions"], printed: ["webhooks.partner_solutions"]);

    [Fact]
    public void A_member_added_to_a_shared_definition_prints_its_file_and_none_of_those_that_refer_to_it() =>
        Edits.After(static p => p.Replace("common/error.json", "\"properties\": {", "\"properties\": { \"color\": { \"type\": \"string\" },"))
            .Expect(parsed: ["common.error"], changed: ["common.error"], printed: ["common.error"]);

    [Fact]
    public void A_type_added_to_a_shared_file_prints_that_file_only() =>
        Edits.After(static p => p.Replace("common/text.json", "\"$defs\": {", "\"$defs\": { \"Font\": { \"type\": \"string\", \"enum\": [\"serif\"] },"))
            .Expect(parsed: ["common.text"], changed: ["common.text"], printed: ["common.text"]);

    [Fact]
    public void A_moved_diagnostic_prints_nothing()
    {
        const string Path = "webhooks/partner_solutions.json";
        GeneratorRun before = Edits.Shipped.Replace(Path, "\"type\": \"object\",", "\"type\": \"object\", \"colour\": 1,");
        Assert.NotEmpty(before.Result.Diagnostics);

        GeneratorRun after = before.Replace(Path, "\"type\": \"object\",", "\"type\": \"object\",\n\n \"colour\": 1,");

        Assert.NotEqual(before.Result.Diagnostics.Single().Location, after.Result.Diagnostics.Single().Location);
        new Rerun(after).Expect(parsed: ["webhooks.partner_solutions"], changed: [], printed: []);
    }

    [Fact]
    public void An_added_event_prints_the_file_of_its_field_only() =>
        Edits.After(static p => p.Replace(
                "webhooks/partner_solutions.json",
                "{ \"$ref\": \"#/$defs/SolutionUpdated\" }",
                "{ \"$ref\": \"#/$defs/SolutionUpdated\" }, { \"type\": \"object\", \"x-wagen\": { \"name\": \"SolutionGone\" }, \"properties\": { \"event\": { \"const\": \"GONE\" } } }"))
            .Expect(parsed: ["webhooks.partner_solutions"], changed: ["webhooks.partner_solutions"], printed: ["webhooks.partner_solutions"]);

    [Fact]
    public void An_added_field_prints_its_file_and_the_contract() =>
        Edits.After(static p => p.With("schemas/webhooks/paint.json", Edits.Field("paint", "Paint")))
            .Expect(parsed: ["webhooks.paint"], changed: ["webhooks.paint"], printed: ["webhooks.paint", "contract"]);

    [Fact]
    public void An_added_alias_of_a_field_prints_its_file_and_the_contract() =>
        Edits.After(static p => p.Replace("webhooks/partner_solutions.json", "\"name\": \"PartnerSolutions\",", "\"name\": \"PartnerSolutions\", \"aliases\": [\"solutions\"],"))
            .Expect(parsed: ["webhooks.partner_solutions"], changed: ["webhooks.partner_solutions"], printed: ["webhooks.partner_solutions", "contract"]);

    [Fact]
    public void A_renamed_type_prints_its_file_and_its_users()
    {
        IEnumerable<string> users = GeneratorRun.WebhookSchemas().Where(static s => s.Json.Contains("error.json#/$defs/WhatsAppError", StringComparison.Ordinal)).Select(static s => NameOf(s.Path));

        Edits.After(static p => p.Replace("common/error.json", "\"WhatsAppError\": {", "\"WhatsAppError\": { \"x-wagen\": { \"name\": \"PlatformError\" },"))
            .Expect(parsed: ["common.error"], changed: ["common.error"], printed: ["common.error", .. users]);
    }

    [Fact]
    public void A_user_file_that_replaces_a_shipped_one_prints_that_file_only() =>
        Edits.After(static p => p.With("mine.json", Repository.Read("schemas/common/text.json").Replace("What a text message says.", "The words.", StringComparison.Ordinal)))
            .Expect(parsed: ["common.text"], changed: ["common.text"], printed: ["common.text"]);

    [Fact]
    public void Another_accessibility_prints_everything_and_parses_nothing()
    {
        string[] schemas = [.. GeneratorRun.WebhookSchemas().Select(static s => NameOf(s.Path))];
        Edits.After(static p => p.WithProperty("WaGenAccessibility", "internal")).Expect(parsed: [], changed: [], printed: [.. schemas, "contract"]);
    }

    [Fact]
    public void Fewer_fields_print_the_contract_and_parse_nothing()
    {
        GeneratorRun run = Edits.Shipped.WithProperty("WaGenFields", "messages");

        new Rerun(run).Expect(parsed: [], changed: [], printed: ["contract"]);
        Assert.DoesNotContain("wagen.dev.schemas.webhooks.partner_solutions.g.cs", run.Printed.Keys);
        run.Diagnostics.Expect();
    }

    [Fact]
    public void What_is_left_after_fields_were_switched_off_survives_further_edits()
    {
        GeneratorRun fewer = Edits.Shipped.WithProperty("WaGenFields", "messages");
        string[] expected = [.. fewer.Printed.Keys.Order(StringComparer.Ordinal)];
        Assert.Contains(expected, static name => name.Contains("messages", StringComparison.Ordinal));

        GeneratorRun edited = fewer.WithSource("class Other { int _number; }");

        Assert.Equal(expected, edited.Printed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Edits.Shipped.Printed.Keys.Order(StringComparer.Ordinal), edited.WithProperty("WaGenFields", string.Empty).Printed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_left_beside_a_broken_schema_survives_further_edits()
    {
        GeneratorRun broken = Edits.Shipped.Replace("webhooks/partner_solutions.json", "\"type\": \"object\",", "\"type\": ");
        string[] expected = [.. broken.Printed.Keys.Order(StringComparer.Ordinal)];

        GeneratorRun edited = broken.WithSource("class Other { int _number; }");

        Assert.Equal(expected, edited.Printed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_property_of_somebody_else_prints_nothing() =>
        Edits.After(static p => p.WithProperty("RootNamespace", "Shop")).Expect(parsed: [], changed: [], printed: []);

    [Fact]
    public void A_property_with_the_value_that_holds_anyway_prints_nothing() =>
        Edits.After(static p => p.WithProperty("WaGenAccessibility", "PUBLIC")).Expect(parsed: [], changed: [], printed: []);

    private static string NameOf(string schema) => Path.ChangeExtension(schema, null)["schemas/".Length..].Replace('/', '.');
}
