using WaGen.CodeFixes;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Analyzers.Setup;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.CodeFixes.Setup;

public class AuthorizationCodeFixTests
{
    private const string Remove = "Remove RequireAuthorization";
    private const string Allow = "Allow anonymous requests to this endpoint";

    [Theory]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\").RequireAuthorization(); // Kept.", "app.MapWhatsAppWebhooks(\"/a\"); // Kept.")]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\")\n    .RequireAuthorization(\"x\")\n    .WithDisplayName(\"b\");", "app.MapWhatsAppWebhooks(\"/a\")\n    .WithDisplayName(\"b\");")]
    [InlineData("var hook = app.MapWhatsAppWebhooks(\"/a\");\nhook.RequireAuthorization().WithDisplayName(\"b\");", "var hook = app.MapWhatsAppWebhooks(\"/a\");\nhook.WithDisplayName(\"b\");")]
    [InlineData("var hook = app.MapWhatsAppWebhooks(\"/a\");\nhook.RequireAuthorization();\nhook.WithDisplayName(\"b\");", "var hook = app.MapWhatsAppWebhooks(\"/a\");\nhook.WithDisplayName(\"b\");")]
    [InlineData("var hook = app.MapWhatsAppWebhooks(\"/a\");\n// Kept.\nhook.RequireAuthorization();", "var hook = app.MapWhatsAppWebhooks(\"/a\");\n// Kept.")]
    [InlineData("app.UseEndpoints(endpoints => endpoints.MapWhatsAppWebhooks(\"/a\").RequireAuthorization());", "app.UseEndpoints(endpoints => endpoints.MapWhatsAppWebhooks(\"/a\"));")]
    public Task The_endpoint_itself_asks(string before, string after) => Expect(Remove, before, after);

    [Theory]
    [InlineData("app.MapGroup(\"/a\").RequireAuthorization().MapWhatsAppWebhooks(\"/b\");", "app.MapGroup(\"/a\").RequireAuthorization().MapWhatsAppWebhooks(\"/b\").AllowAnonymous();")]
    [InlineData(
        "var group = app.MapGroup(\"/a\").RequireAuthorization();\ngroup.MapWhatsAppWebhooks(\"/b\")\n    .WithDisplayName(\"c\"); // Kept.",
        "var group = app.MapGroup(\"/a\").RequireAuthorization();\ngroup.MapWhatsAppWebhooks(\"/b\")\n    .AllowAnonymous()\n    .WithDisplayName(\"c\"); // Kept.")]
    [InlineData(
        "app.MapWhatsAppWebhooks(\"/a\").WithMetadata(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute());",
        "app.MapWhatsAppWebhooks(\"/a\").AllowAnonymous().WithMetadata(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute());")]
    public Task Something_around_it_asks(string before, string after) => Expect(Allow, before, after);

    [Fact]
    public async Task A_call_that_is_no_link_of_a_chain_is_left_alone() => Assert.Empty(await CodeFixRun.OfferedAsync<AuthorizationAnalyzer, AuthorizationCodeFixProvider>(
        Web.Project(Web.Program(Web.Add, "var hook = app.MapWhatsAppWebhooks(\"/a\"); if (args.Length > 0) hook.RequireAuthorization();"))));

    [Fact]
    public async Task All_endpoints_of_a_project()
    {
        FixedSources result = await CodeFixRun.FixAllAsync<AuthorizationAnalyzer, AuthorizationCodeFixProvider>(
            Web.Project(Web.Program(Web.Add, "app.MapWhatsAppWebhooks(\"/a\").RequireAuthorization(); app.MapWhatsAppWebhooks(\"/b\", \"c\").RequireAuthorization();")));
        Assert.Equal(Web.Program(Web.Add, "app.MapWhatsAppWebhooks(\"/a\"); app.MapWhatsAppWebhooks(\"/b\", \"c\");"), result.Texts[0]);
        result.Diagnostics.Expect();
    }

    [Fact]
    public async Task All_endpoints_of_a_group()
    {
        const string Group = "var group = app.MapGroup(\"/a\").RequireAuthorization(); ";
        FixedSources result = await CodeFixRun.FixAllAsync<AuthorizationAnalyzer, AuthorizationCodeFixProvider>(
            Web.Project(Web.Program(Web.Add, Group + "group.MapWhatsAppWebhooks(\"/a\"); group.MapWhatsAppWebhooks(\"/b\", \"c\");")));
        Assert.Equal(Web.Program(Web.Add, Group + "group.MapWhatsAppWebhooks(\"/a\").AllowAnonymous(); group.MapWhatsAppWebhooks(\"/b\", \"c\").AllowAnonymous();"), result.Texts[0]);
        result.Diagnostics.Expect();
    }

    private static async Task Expect(string title, string before, string after)
    {
        FixedSources result = await CodeFixRun.FixAsync<AuthorizationAnalyzer, AuthorizationCodeFixProvider>(title, Web.Project(Web.Program(Web.Add, before)));
        Assert.Equal(Web.Program(Web.Add, after), result.Texts[0], ignoreLineEndingDifferences: true);
        result.Diagnostics.Expect();
    }
}
