using Microsoft.CodeAnalysis;
using WaGen.Generator.Tests.Emit.Operations;
using WaGen.Generator.Tests.Infrastructure;
using static WaGen.Generator.Tests.Infrastructure.SchemaProject;

namespace WaGen.Generator.Tests.Selection;

/// <summary>Which groups of an API are printed, and where in a solution.</summary>
public sealed class ApiGroupTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("none", "")]
    [InlineData("default", "AddPhoto DeletePhoto GetPhoto SendLetter")]
    [InlineData("photos", "AddPhoto DeletePhoto GetPhoto SendLetter")]
    [InlineData("vans", "ListVans")]
    [InlineData("default,vans", "AddPhoto DeletePhoto GetPhoto SendLetter ListVans")]
    [InlineData("all", "AddPhoto DeletePhoto GetPhoto SendLetter ListVans")]
    public void WaGenApiGroups_chooses_groups(string groups, string operations)
    {
        GeneratorRun run = PostApi.Run(groups);

        run.Diagnostics.Expect();
        Assert.Equal(operations.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), OperationsOf(run));
    }

    [Fact]
    public void A_group_that_no_schema_describes_is_reported() => PostApi.Run("photos,trains").Diagnostics.Expect(
        Error("WAGEN191", "", "WaGenApiGroups names 'trains', which no schema of this project describes; the groups are: photos, vans"));

    [Fact]
    public void Groups_are_printed_where_no_webhooks_are()
    {
        GeneratorRun run = PostApi.Run("vans").WithProperty("WaGenGenerate", "false").With([(EnvelopePath, Envelope), (FieldPath, Field())], isShipped: true);

        run.Diagnostics.Expect();
        Assert.Equal(["Post.Api.PostApi.g.cs", "WaGen.GlobalUsings.g.cs", "post.example.api.ListVans.g.cs", "post.example.api.post.g.cs"], run.Printed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_schema_of_the_project_whose_group_is_not_printed_is_reported()
    {
        string mine = PostApi.Operation("Mine", """ "method": "GET", "path": "/mine", "repeat": "safe" """, "", group: "vans");
        const string Message = "'https://post.example/api/Mine.json' has no effect, because this project prints no group of its API; name the group in WaGenApiGroups, or remove the WaGenSchema item";
        var expected = new ExpectedDiagnostic("WAGEN116", DiagnosticSeverity.Warning, "\"https://post.example/api/Mine.json\"", Message);

        PostApi.Run("photos").With("mine.json", mine).Diagnostics.Expect(expected);
        PostApi.Run("none").With("mine.json", mine).Diagnostics.Expect(expected);
        PostApi.Run("vans").With("mine.json", mine).Diagnostics.Expect();
    }

    [Fact]
    public void A_group_brings_the_groups_that_its_files_refer_to()
    {
        string van = PostApi.Operation("SendVan", """ "method": "POST", "path": "/vans", "body": "letters.json#/$defs/PostRequest", "repeat": "unsafe" """, "", group: "vans");
        GeneratorRun run = PostApi.Run("vans").With("send-van.json", van, isShipped: true);

        run.Diagnostics.Expect();
        Assert.Equal(["AddPhoto", "DeletePhoto", "GetPhoto", "ListVans", "SendLetter", "SendVan"], OperationsOf(run));
    }

    [Fact]
    public void An_operation_of_no_known_API_or_group_is_reported()
    {
        string stray = PostApi.Operation("Stray", """ "method": "GET", "path": "/stray", "repeat": "safe" """, "", group: "trains");
        PostApi.Run("all").With("stray.json", stray, isShipped: true).Diagnostics.Expect(new ExpectedDiagnostic("WAGEN114", DiagnosticSeverity.Error, "\"post.json\""));
        PostApi.Run("all").With("stray.json", stray.Replace("post.json", "rail.json", StringComparison.Ordinal), isShipped: true)
            .Diagnostics.Expect(new ExpectedDiagnostic("WAGEN105", DiagnosticSeverity.Error, "\"rail.json\""));
    }

    [Fact]
    public void A_group_is_printed_once_in_a_solution()
    {
        CompilationReference contracts = Contracts(PostApi.Run("photos", PostApi.Client));

        GeneratorRun web = Over("Web", contracts, "photos");
        web.Diagnostics.Expect();
        Assert.Equal(["WaGen.GlobalUsings.g.cs"], web.Printed.Keys);
    }

    [Fact]
    public void Another_group_goes_into_a_class_of_its_own()
    {
        CompilationReference contracts = Contracts(PostApi.Run("photos", PostApi.Client));

        GeneratorRun web = Over("Web", contracts, "all").WithSource("public static class Use { public static object Both(Post.Net.PostClient client) => (PostApi.AddPhoto, PostVansApi.ListVans, client.ListVansAsync(), PostVansApi.Operations); }");
        web.Diagnostics.Expect();
        Assert.Equal(["Post.Api.PostVansApi.g.cs", "WaGen.GlobalUsings.g.cs", "post.example.api.ListVans.g.cs"], web.Printed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_group_that_is_internal_elsewhere_is_reported()
    {
        CompilationReference contracts = Contracts(PostApi.Run("photos", PostApi.Client).WithProperty("WaGenAccessibility", "internal"));
        Over("Web", contracts, "photos").Diagnostics.Expect(
            Error("WAGEN193", "", "'Contracts' has printed operations of Post as internal, so that this project cannot use it; set WaGenAccessibility=public there, or make this project a friend with InternalsVisibleTo"));
    }

    [Fact]
    public void A_library_that_uses_operations_inside_leaves_them_to_be_printed_by_others()
    {
        GeneratorRun inside = PostApi.Run("photos", PostApi.Client).WithProperty("WaGenAccessibility", "internal").WithProperty("WaGenMark", "false")
            .WithSource("internal static class Inside { public static object Use(Post.Net.PostClient client) => client.GetPhotoAsync(\"x\"); }");
        inside.Diagnostics.Expect();

        GeneratorRun web = Over("Web", Contracts(inside), "photos").WithSource("public static class Use { public static object Of(Post.Net.PostClient client) => (PostApi.GetPhoto, client.GetPhotoAsync(\"x\")); }");
        web.Diagnostics.Expect();
        Assert.Equal(["AddPhoto", "DeletePhoto", "GetPhoto", "SendLetter"], OperationsOf(web));
    }

    [Fact]
    public void What_is_public_is_marked()
    {
        GeneratorRun run = PostApi.Run("photos").WithProperty("WaGenMark", "false");
        run.Diagnostics.Expect(Error("WAGEN190", "", "The MSBuild property WaGenMark is 'false', but must be true where WaGenAccessibility is not internal"));
        Assert.Equal(PostApi.Run("photos").Printed, run.Printed);
    }

    [Fact]
    public void Webhooks_of_the_same_namespace_are_printed_all_the_same()
    {
        CompilationReference contracts = Contracts(PostApi.Run("photos", PostApi.Client));
        string envelope = Envelope.Replace("\"namespace\": \"Example\"", "\"namespace\": \"Post.Api\"", StringComparison.Ordinal);
        Assert.Contains("Post.Api.ParcelsContract.g.cs", Over("Web", contracts, "none").With(EnvelopePath, envelope, isShipped: true).Printed.Keys);
    }

    private static IEnumerable<string> OperationsOf(GeneratorRun run) => run.Printed.Keys
        .Where(static k => k.StartsWith("post.example.api.", StringComparison.Ordinal) && char.IsUpper(k["post.example.api.".Length]))
        .Select(static k => k.Split('.')[3])
        .Order(StringComparer.Ordinal);

    private static CompilationReference Contracts(GeneratorRun run) => run.Output.WithAssemblyName("Contracts").ToMetadataReference();

    private static GeneratorRun Over(string name, CompilationReference reference, string groups) => GeneratorRun
        .Over(TestCompiler.Compile().WithAssemblyName(name).AddReferences(reference))
        .WithProperty("WaGenApiGroups", groups)
        .With(PostApi.Schemas(), isShipped: true);
}
