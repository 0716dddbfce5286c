using WaGen.Generator.Tests.Emit.Operations;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Pipeline;

/// <summary>What an edit of an operation, or of what it answers, prints again.</summary>
public sealed class OperationIncrementalityTests
{
    private static readonly GeneratorRun Run = PostLists.Run(PostApi.Client);

    [Fact]
    public void An_operation_s_own_file_is_printed_alone() =>
        Assert.Equal(["post.example.api.ListBoxes.g.cs"], Changed(PostLists.ListPath, "The members.", "Some members."));

    [Fact]
    public void Another_name_of_an_operation_prints_the_list_of_operations_too() =>
        Assert.Equal(["Post.Api.PostApi.g.cs", "post.example.api.ListNames.g.cs"], Changed(PostLists.NamesPath, "\"name\": \"ListNames\"", "\"name\": \"ListLabels\""));

    [Theory]
    [InlineData("The boxes.", "All boxes.")]
    [InlineData("Where it begins and ends.", "Its marks.")]
    [InlineData("\"count\": { \"type\": \"integer\"", "\"count\": { \"type\": \"string\"")]
    public void A_change_of_an_answer_that_its_pages_do_not_show_prints_no_operation(string old, string current) =>
        Assert.Equal(["post.example.api.boxes.g.cs"], Changed(PostLists.AnswersPath, old, current));

    [Fact]
    public void Another_type_of_the_elements_prints_the_operation_that_lists_them() => Assert.Equal(
        ["post.example.api.ListBoxes.g.cs", "post.example.api.boxes.g.cs"],
        Changed(PostLists.AnswersPath, "\"items\": { \"$ref\": \"#/$defs/Box\" }", "\"items\": { \"type\": \"string\" }"));

    [Fact]
    public void A_quota_prints_what_the_operations_share() => Assert.Equal(["post.example.api.post.g.cs"], Changed(PostApi.ApiPath, "\"calls\": 10", "\"calls\": 11"));

    [Fact]
    public void Another_parameter_for_the_cursor_prints_the_lists() => Assert.Equal(
        ["post.example.api.ListBoxes.g.cs"],
        Changed(PostApi.ApiPath, "\"back\": \"to\"", "\"back\": \"until\"").Where(static f => f.Contains("ListBoxes", StringComparison.Ordinal)));

    /// <summary>The printed files that an edit changes; a file that is not printed again is the very same text.</summary>
    private static IEnumerable<string> Changed(string file, string old, string current)
    {
        string before = PostLists.Schemas().Prepend((PostApi.ApiPath, PostApi.Api)).Single(s => string.Equals(s.Item1, file, StringComparison.Ordinal)).Item2;
        Assert.Contains(old, before, StringComparison.Ordinal);
        GeneratorRun edited = Run.With(file, before.Replace(old, current, StringComparison.Ordinal), isShipped: true);
        var first = Run.Result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText, StringComparer.Ordinal);
        return edited.Result.GeneratedSources.Where(s => !ReferenceEquals(first[s.HintName], s.SourceText)).Select(static s => s.HintName).Order(StringComparer.Ordinal);
    }
}
