using WaGen.Generator.Tests.Emit.Acme;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit;

/// <summary>The printed code of a made-up provider, as reviewed.</summary>
public sealed class AcmePrintedTests
{
    public static TheoryData<string> Printed => [.. AcmeProvider.Run.Printed.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void A_provider_that_the_generator_has_never_heard_of_compiles_without_any_diagnostic() => AcmeProvider.Run.Diagnostics.Expect();

    [Fact]
    public void Each_schema_and_the_contract_give_one_file() => Assert.Equal(
        [
            "Acme.Hooks.AcmeContract.g.cs",
            "WaGen.GlobalUsings.g.cs",
            "acme.example.hooks.alarm.g.cs",
            "acme.example.hooks.envelope.g.cs",
            "acme.example.hooks.lockers.g.cs",
            "acme.example.hooks.shared.g.cs",
        ],
        AcmeProvider.Run.Printed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Printed))]
    public void Printed_code_is_the_reviewed_one(string file) =>
        Snapshot.Verify(AcmeProvider.Run.Printed[file], Path.Combine("Acme", file[..^".g.cs".Length]), "cs");
}
