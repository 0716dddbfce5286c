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
    [InlineData("RoundTrip")]
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
    public async Task A_bot_replies_to_the_fake_api_and_takes_the_statuses_where_contracts_and_payloads_are_printed_apart()
    {
        CommandResult run = await Command.DotNetAsync(fixture.Sandbox.ConsumerPath("RoundTrip"), fixture.Sandbox.Environment, "bin/Release/net10.0/RoundTrip.dll");

        Assert.Equal(
            [
                "bot: Hello, Hello",
                "status: sent",
                "status: delivered",
                "status: read",
                "message: 200",
                "SendMessage: 200, ReadReceipt",
                "SendMessage: 200, You said: Hello",
                "sent: 200",
                "delivered: 200",
                "read: 200",
                "IMessagesHandler: Contracts",
                "OutgoingMessage: Web",
            ],
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

    /// <summary>Code without its line breaks, which the README has at other places.</summary>
    private static string Unwrapped(string text) =>
        string.Join(' ', text.Replace("///", string.Empty, StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
