using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>WAGEN305.</summary>
public class AuthorizationTests
{
    private static readonly ExpectedDiagnostic Refused = new(
        "WAGEN305",
        DiagnosticSeverity.Warning,
        "RequireAuthorization",
        "'RequireAuthorization' refuses every delivery, because the provider has no account here and proves itself by the signature; remove it from this endpoint");

    [Theory]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\").RequireAuthorization();")]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\").WithDisplayName(\"b\").RequireAuthorization(\"policy\").WithGroupName(\"c\");")]
    [InlineData("var hook = app.MapWhatsAppWebhooks(\"/a\"); hook.WithDisplayName(\"b\").RequireAuthorization();")]
    [InlineData("IEndpointConventionBuilder hook; hook = app.MapWhatsAppWebhooks(\"/a\"); hook.RequireAuthorization();")]
    [InlineData("app.MapGroup(\"/a\").RequireAuthorization().MapWhatsAppWebhooks(\"/b\");")]
    [InlineData("var group = app.MapGroup(\"/a\").RequireAuthorization(); group.MapWhatsAppWebhooks(\"/b\");")]
    [InlineData("var group = app.MapGroup(\"/a\"); group.RequireAuthorization(); group.MapWhatsAppWebhooks(\"/b\");")]
    [InlineData("var api = app.MapGroup(\"/a\").RequireAuthorization(); var hooks = api.MapGroup(\"/b\").WithTags(\"c\"); hooks.MapWhatsAppWebhooks(\"/d\");")]
    [InlineData("IEndpointRouteBuilder group = app.MapGroup(\"/a\").RequireAuthorization(); group.MapWhatsAppWebhooks(\"/b\");")]
    [InlineData("app.UseEndpoints(endpoints => endpoints.MapWhatsAppWebhooks(\"/a\").RequireAuthorization());")]
    [InlineData("AuthorizationEndpointConventionBuilderExtensions.RequireAuthorization(app.MapWhatsAppWebhooks(\"/a\"));")]
    public Task Required(string statements) => Expect(statements, Refused);

    [Fact]
    public Task Required_by_an_attribute() => Expect(
        "app.MapWhatsAppWebhooks(\"/a\").WithMetadata(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute());",
        new ExpectedDiagnostic(
            "WAGEN305",
            DiagnosticSeverity.Warning,
            "new Microsoft.AspNetCore.Authorization.AuthorizeAttribute()",
            "'AuthorizeAttribute' refuses every delivery, because the provider has no account here and proves itself by the signature; remove it from this endpoint"));

    [Theory]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\");")]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\").RequireHost(\"b\").WithMetadata(new object());")]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\").AllowAnonymous();")]
    [InlineData("app.MapGroup(\"/a\").RequireAuthorization().MapWhatsAppWebhooks(\"/b\").AllowAnonymous();")]
    [InlineData("app.MapGroup(\"/a\").RequireAuthorization().MapWhatsAppWebhooks(\"/b\").WithMetadata(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());")]
    [InlineData("var group = app.MapGroup(\"/a\").RequireAuthorization(); var hook = group.MapWhatsAppWebhooks(\"/b\"); hook.AllowAnonymous();")]
    [InlineData("app.MapWhatsAppWebhooks(\"/a\"); app.MapGet(\"/b\", () => \"\").RequireAuthorization();")]
    [InlineData("var group = app.MapGroup(\"/a\"); group.MapWhatsAppWebhooks(\"/b\"); group.MapGet(\"/c\", () => \"\").RequireAuthorization();")]
    [InlineData("var group = app.MapGroup(\"/a\"); group.MapWhatsAppWebhooks(\"/b\"); group.MapGroup(\"/c\").RequireAuthorization().MapGet(\"/d\", () => \"\");")]
    [InlineData("var group = app.MapGroup(\"/a\"); var admin = group.MapGroup(\"/c\"); admin.RequireAuthorization(); group.MapWhatsAppWebhooks(\"/b\");")]
    [InlineData("Map(app); static void Map(IEndpointRouteBuilder routes) { routes.MapWhatsAppWebhooks(\"/a\"); routes.MapGroup(\"/b\").RequireAuthorization(); }")]
    public Task Not_required(string statements) => Expect(statements);

    private static async Task Expect(string statements, params ExpectedDiagnostic[] expected) =>
        (await Web.Project(Web.Program(Web.Add, statements)).AnalyzeAsync(new AuthorizationAnalyzer())).Expect(expected);
}
