using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers.Setup;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Setup;

public class BodyCodeFixTests
{
    private const string Condition = "context => !context.Request.Path.StartsWithSegments(\"/hook\")";

    [Theory]
    [InlineData("app.UseRequestDecompression(); // Kept.\n", $"app.UseWhen({Condition}, branch => branch.UseRequestDecompression()); // Kept.\n")]
    [InlineData(
        "app.Use(async (context, next) =>\n{\n    // Kept.\n    await context.Request.Body.CopyToAsync(Stream.Null);\n    await next(context);\n});\n",
        $"app.UseWhen({Condition}, branch => branch.Use(async (context, next) =>\n{{\n    // Kept.\n    await context.Request.Body.CopyToAsync(Stream.Null);\n    await next(context);\n}}));\n")]
    [InlineData(
        "int branch = 1; app.Use(async (context, next) => { branch++; await context.Request.Body.CopyToAsync(Stream.Null); await next(context); });\n",
        $"int branch = 1; app.UseWhen({Condition}, pipeline => pipeline.Use(async (context, next) => {{ branch++; await context.Request.Body.CopyToAsync(Stream.Null); await next(context); }}));\n")]
    public Task The_route_is_kept_out(string before, string after) => Expect("Keep '/hook' out of this middleware", before + "app.MapWhatsAppWebhooks(\"/hook/\");", after + "app.MapWhatsAppWebhooks(\"/hook/\");");

    [Theory]
    [InlineData("app.MapGroup(\"/a\").MapWhatsAppWebhooks(\"hook\");", "/a/hook")]
    [InlineData("var a = app.MapGroup(\"a\"); var b = a.MapGroup(\"/b/\"); b.MapWhatsAppWebhooks(\"\");", "/a/b")]
    [InlineData("app.UseRouting(); app.UseEndpoints(e => e.MapWhatsAppWebhooks(\"/hook\"));", "/hook")]
    public Task The_route_of_groups(string map, string route) => Expect(
        $"Keep '{route}' out of this middleware",
        "app.UseRequestDecompression(); " + map,
        $"app.UseWhen(context => !context.Request.Path.StartsWithSegments(\"{route}\"), branch => branch.UseRequestDecompression()); " + map);

    [Fact]
    public Task The_routes_of_several_endpoints() => Expect(
        "Keep '/a' and '/b' out of this middleware",
        "app.UseRequestDecompression(); app.MapWhatsAppWebhooks(\"/a\"); app.MapWhatsAppWebhooks(\"/b\", \"b\");",
        "app.UseWhen(context => !context.Request.Path.StartsWithSegments(\"/a\") && !context.Request.Path.StartsWithSegments(\"/b\"), branch => branch.UseRequestDecompression()); app.MapWhatsAppWebhooks(\"/a\"); app.MapWhatsAppWebhooks(\"/b\", \"b\");");

    [Theory]
    [InlineData("app.UseRequestDecompression(); app.MapWhatsAppWebhooks(args[0]);")]
    [InlineData("app.UseRequestDecompression(); app.MapWhatsAppWebhooks(\"/{shop}/hook\");")]
    [InlineData("app.UseRequestDecompression(); app.MapWhatsAppWebhooks(\"/\");")]
    [InlineData("app.UseRequestDecompression().UseStaticFiles(); app.MapWhatsAppWebhooks(\"/hook\");")]
    [InlineData("var same = app.UseRequestDecompression(); app.MapWhatsAppWebhooks(\"/hook\");")]
    public async Task Not_offered(string statements) => Assert.Empty(await CodeFixRun.OfferedAsync<BodyAnalyzer, BodyCodeFixProvider>(Web.Project(Web.Start + statements)));

    [Fact]
    public async Task All_middleware_of_a_project()
    {
        const string Map = " app.MapWhatsAppWebhooks(\"/hook\");";
        FixedSources result = await CodeFixRun.FixAllAsync<BodyAnalyzer, BodyCodeFixProvider>(Web.Project(
            Web.Start + "app.UseRequestDecompression(); app.Run(async context => await context.Request.Body.CopyToAsync(Stream.Null));" + Map));
        Assert.Equal(
            Web.Start + $"app.UseWhen({Condition}, branch => branch.UseRequestDecompression()); app.UseWhen({Condition}, branch => branch.Run(async context => await context.Request.Body.CopyToAsync(Stream.Null)));" + Map,
            result.Texts[0]);
        result.Diagnostics.Expect();
    }

    private static async Task Expect(string title, string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<BodyAnalyzer, BodyCodeFixProvider>(title, Web.Project(Web.Start + before));
        Assert.Equal(Web.Start + after, result.Texts[0], ignoreLineEndingDifferences: true);
        result.Diagnostics.Expect();
    }
}
