using WaGen.Package.Tests.Infrastructure;

namespace WaGen.Package.Tests;

/// <summary>Several projects of a solution that reference the packages directly and through each other.</summary>
[Collection(PackageFixture.Collection)]
public sealed class SolutionTests(PackageFixture fixture)
{
    [Theory]
    [InlineData("Contracts")]
    [InlineData("Web")]
    [InlineData("Checks")]
    [InlineData("InternalOwner")]
    [InlineData("InternalTests")]
    [InlineData("Trimmed")]
    public void Projects_that_ask_for_nothing_special_build_without_a_warning(string project)
    {
        Assert.Empty(fixture.Build.Problems(project));
        Assert.Contains(fixture.Build.Lines, line => line.TrimStart().StartsWith($"{project} -> ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_solution_prints_once_and_every_handler_runs()
    {
        CommandResult run = await Command.DotNetAsync(fixture.Sandbox.ConsumerPath("Checks"), fixture.Sandbox.Environment, "bin/Release/net10.0/Checks.dll");

        Assert.Equal(
            ["bot: Guten Tag, printed once", "probe: printed once", "outcome: Accepted, 1 event", "printed in: Contracts"],
            run.MustSucceed().Lines);
    }

    [Fact]
    public void A_member_added_to_a_shipped_schema_becomes_a_property_with_its_description()
    {
        string expected = Unwrapped(Readme.Blocks("Change a schema", "csharp").Single());
        IEnumerable<string> printed = Directory.EnumerateFiles(fixture.Sandbox.ConsumerPath("Contracts", "generated"), "*.g.cs", SearchOption.AllDirectories)
            .Select(file => Unwrapped(File.ReadAllText(file)));

        Assert.Contains("Language", expected, StringComparison.Ordinal);
        Assert.Single(printed, text => text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_in_a_schema_is_an_error_with_file_and_line()
    {
        IReadOnlyList<string> problems = fixture.Build.Problems("SchemaMistake");

        Assert.Contains(problems, problem => problem.StartsWith(File("comma.json") + "(3,3): error WAGEN101: ", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith(File("misspelt.json") + "(12,11): error WAGEN103: ", StringComparison.Ordinal));
        Assert.Equal(2, problems.Count);

        string File(string name) => fixture.Sandbox.ConsumerPath("SchemaMistake", "schemas", name);
    }

    [Fact]
    public void Handlers_that_a_reference_keeps_internal_are_an_error()
    {
        string problem = Assert.Single(fixture.Build.Problems("InternalUser"));

        Assert.Contains("error WAGEN193: 'InternalOwner' has printed the contract WhatsApp as internal", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_for_other_fields_than_a_reference_has_printed_is_an_error()
    {
        string problem = Assert.Single(fixture.Build.Problems("OtherFields"));

        Assert.Contains("error WAGEN192: 'Contracts' has printed the contract WhatsApp already", problem, StringComparison.Ordinal);
    }

    /// <summary>Code without its line breaks, which the README has at other places.</summary>
    private static string Unwrapped(string text) =>
        string.Join(' ', text.Replace("///", string.Empty, StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
