using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Emit.Operations;

/// <summary>The printed code of a made-up API, as reviewed and as it works.</summary>
public sealed class OperationPrintedTests
{
    private static readonly GeneratorRun All = PostApi.Run("all", PostApi.Client);

    public static TheoryData<string> Printed => [.. All.Printed.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void An_API_that_the_generator_has_never_heard_of_compiles_without_any_diagnostic() => All.Diagnostics.Expect();

    [Fact]
    public void Each_file_and_the_list_of_operations_give_one_file() => Assert.Equal(
        [
            "Post.Api.PostApi.g.cs",
            "WaGen.GlobalUsings.g.cs",
            "post.example.api.AddPhoto.g.cs",
            "post.example.api.DeletePhoto.g.cs",
            "post.example.api.GetPhoto.g.cs",
            "post.example.api.ListVans.g.cs",
            "post.example.api.SendLetter.g.cs",
            "post.example.api.letters.g.cs",
            "post.example.api.post.g.cs",
        ],
        All.Printed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Printed))]
    public void Printed_code_is_the_reviewed_one(string file) =>
        Snapshot.Verify(All.Printed[file], Path.Combine("Printed", file[..^".g.cs".Length]), "cs");

    [Fact]
    public void Without_the_client_only_descriptions_are_printed()
    {
        GeneratorRun run = PostApi.Run("all");
        run.Diagnostics.Expect();
        Assert.Equal(All.Printed.Keys, run.Printed.Keys);
        Assert.All(run.Printed.Values, static text => Assert.DoesNotContain("PostClient", text, StringComparison.Ordinal));
    }
}
