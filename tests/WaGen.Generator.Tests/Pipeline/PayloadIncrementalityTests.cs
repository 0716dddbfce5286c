using WaGen.Generator.Tests.Emit.Parcels;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>What an edit of a payload schema prints again.</summary>
public sealed class PayloadIncrementalityTests
{
    [Fact]
    public void A_change_that_no_path_of_another_file_passes_prints_one_file() =>
        Assert.Equal(["parcels.example.api.boxes.g.cs"], Changed("boxes.json", "\"title\": { \"type\": \"string\", \"maxLength\": 10 }", "\"title\": { \"type\": \"string\", \"maxLength\": 11 }"));

    [Fact]
    public void A_limit_of_a_member_that_a_shorthand_of_another_file_sets_prints_that_file_too() =>
        Assert.Equal(["parcels.example.api.boxes.g.cs", "parcels.example.api.orders.g.cs"], Changed("boxes.json", "\"maxLength\": 20", "\"maxLength\": 21"));

    [Fact]
    public void A_limit_of_a_scalar_that_another_file_refers_to_prints_that_file_too() =>
        Assert.Equal(["parcels.example.api.boxes.g.cs", "parcels.example.api.orders.g.cs"], Changed("boxes.json", "\"minimum\": 1, \"maximum\": 5", "\"minimum\": 1, \"maximum\": 6"));

    [Fact]
    public void White_space_prints_nothing() => Assert.Empty(Changed("orders.json", "\"title\": \"Orders\",", "\"title\": \"Orders\", "));

    /// <summary>The printed files that an edit changes; a file that is not printed again is the very same text.</summary>
    private static IEnumerable<string> Changed(string file, string old, string current)
    {
        string before = ParcelsProvider.Schemas().Single(s => string.Equals(s.Path, file, StringComparison.Ordinal)).Json;
        Assert.Contains(old, before, StringComparison.Ordinal);
        GeneratorRun edited = ParcelsProvider.Run.With(file, before.Replace(old, current, StringComparison.Ordinal));
        var first = ParcelsProvider.Run.Result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText, StringComparer.Ordinal);
        return edited.Result.GeneratedSources.Where(s => !ReferenceEquals(first[s.HintName], s.SourceText)).Select(static s => s.HintName).Order(StringComparer.Ordinal);
    }
}
