using WaGen.Generator.Tests.Emit.Parcels;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit;

/// <summary>The printed payloads of a made-up API, as reviewed.</summary>
public sealed class ParcelsPrintedTests
{
    public static TheoryData<string> Printed => [.. ParcelsProvider.Run.Printed.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Payloads_that_the_generator_has_never_heard_of_compile_without_any_diagnostic() => ParcelsProvider.Run.Diagnostics.Expect();

    [Theory]
    [MemberData(nameof(Printed))]
    public void Printed_code_is_the_reviewed_one(string file) =>
        Snapshot.Verify(ParcelsProvider.Run.Printed[file], Path.Combine("Parcels", file[..^".g.cs".Length]), "cs");
}
