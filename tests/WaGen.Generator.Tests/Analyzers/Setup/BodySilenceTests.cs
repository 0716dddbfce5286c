using WaGen.Generator.Analyzers;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>WAGEN304: what is right, or may be.</summary>
public class BodySilenceTests
{
    private const string Read = "await context.Request.Body.CopyToAsync(Stream.Null);";
    private const string Map = """app.MapWhatsAppWebhooks("/hook");""";

    private const string Middleware = """

        class ChoosingMiddleware(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                if (IsMine(context))
                {
                    await context.Request.Body.CopyToAsync(Stream.Null);
                }

                await next(context);
            }

            private static bool IsMine(HttpContext context) => context.Request.Path == "/mine";
        }
        """;

    [Theory]
    [InlineData("app.UseStaticFiles(); app.UseAuthentication(); app.UseAntiforgery(); app.UseHttpLogging(); app.UseResponseCompression();")]
    [InlineData("app.UseHttpMethodOverride(new HttpMethodOverrideOptions { FormFieldName = \"_method\" });")]
    [InlineData("app.Use(async (context, next) => { Console.WriteLine(context.Request.ContentLength); await next(context); });")]
    [InlineData("app.Use(async (context, next) => { await context.Response.Body.FlushAsync(); await next(context); });")]
    [InlineData("app.Use(async (context, next) => { if (context.Request.Body.CanSeek) { Console.WriteLine(); } await next(context); });")]
    [InlineData("app.UseMiddleware<Microsoft.AspNetCore.StaticFiles.StaticFileMiddleware>();")]
    public Task Middleware_that_leaves_the_body_alone(string statements) => ExpectNothing(statements + Map);

    [Theory]
    [InlineData("context.Request.EnableBuffering(); " + Read + " context.Request.Body.Position = 0;")]
    [InlineData("context.Request.EnableBuffering(); " + Read + " context.Request.Body.Seek(0, SeekOrigin.Begin);")]
    [InlineData("context.Request.EnableBuffering();")]
    [InlineData(Read + " context.Request.Body.Position = 0;")]
    [InlineData("var read = await context.Request.BodyReader.ReadAsync(); context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);")]
    [InlineData("var copy = new MemoryStream(); await context.Request.Body.CopyToAsync(copy); copy.Position = 0; context.Request.Body = copy;")]
    [InlineData("context.Request.Body = new BufferedStream(context.Request.Body);")]
    public Task Middleware_that_hands_the_body_on(string statements) => ExpectNothing("app.Use(async (context, next) => { " + statements + " await next(context); });" + Map);

    [Theory]
    [InlineData("if (context.Request.Path.StartsWithSegments(\"/api\")) { " + Read + " }")]
    [InlineData("if (!context.Request.Path.StartsWithSegments(\"/api\")) { await next(context); return; } " + Read)]
    [InlineData("if (context.Request.HasFormContentType) { await context.Request.ReadFormAsync(); }")]
    [InlineData("if (HttpMethods.IsPut(context.Request.Method)) { " + Read + " }")]
    [InlineData("bool mine = context.GetEndpoint()?.DisplayName == \"mine\"; if (mine) { " + Read + " }")]
    [InlineData("if (IsMine(context)) { " + Read + " } static bool IsMine(HttpContext c) => false;")]
    [InlineData("switch (context.Request.Path.Value) { case \"/mine\": " + Read + " break; }")]
    public Task Middleware_that_chooses_its_requests(string statements) => ExpectNothing("app.Use(async (context, next) => { " + statements + " await next(context); });" + Map);

    [Theory]
    [InlineData("app.Use(async (context, next) => { await next(context); " + Read + " });" + Map)]
    [InlineData("app.Use(next => async context => { await next.Invoke(context); " + Read + " });" + Map)]
    [InlineData("app.UseRouting(); app.UseEndpoints(endpoints => endpoints.MapWhatsAppWebhooks(\"/hook\")); app.UseRequestDecompression();")]
    [InlineData("app.UseRouting();" + Map + "app.UseEndpoints(endpoints => { }); app.UseRequestDecompression();")]
    public Task Middleware_that_runs_after_the_endpoint(string statements) => ExpectNothing(statements);

    [Theory]
    [InlineData("app.UseWhen(context => !context.Request.Path.StartsWithSegments(\"/hook\"), branch => branch.UseRequestDecompression());")]
    [InlineData("app.Map(\"/api\", api => api.UseRequestDecompression());")]
    [InlineData("app.MapWhen(context => false, api => { api.UseRequestDecompression(); });")]
    [InlineData("app.MapPost(\"/api\", async (HttpContext context) => { " + Read + " });")]
    [InlineData("var other = WebApplication.Create(); other.UseRequestDecompression();")]
    public Task Another_way_through_the_application(string statements) => ExpectNothing(statements + Map);

    [Fact]
    public Task A_class_that_chooses_its_requests() => ExpectNothing("app.UseMiddleware<ChoosingMiddleware>();" + Map + Middleware);

    [Fact]
    public Task An_application_without_an_endpoint() => ExpectNothing("app.UseRequestDecompression();");

    [Fact]
    public async Task A_test_project_tries_what_happens() =>
        (await Web.Project(Web.Start + "app.UseRequestDecompression();" + Map).WithProperty("IsTestProject", "true").AnalyzeAsync(new BodyAnalyzer())).Expect();

    private static async Task ExpectNothing(string statements) => (await Web.Project(Web.Start + statements).AnalyzeAsync(new BodyAnalyzer())).Expect();
}
