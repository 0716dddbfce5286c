using Microsoft.CodeAnalysis;
using WaGen.Generator.Analyzers;
using WaGen.Generator.Tests.Infrastructure;

namespace WaGen.Generator.Tests.Analyzers.Setup;

/// <summary>WAGEN304: what is reported.</summary>
public class BodyTests
{
    private const string Map = """app.MapWhatsAppWebhooks("/hook");""";

    private const string Middleware = """

        class ReadingMiddleware(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                using var reader = new StreamReader(context.Request.Body);
                Console.WriteLine(await reader.ReadToEndAsync());
                await next(context);
            }
        }
        """;

    [Theory]
    [InlineData("app.Use(async (context, next) => { await new StreamReader(context.Request.Body).ReadToEndAsync(); await next(context); });", "Use")]
    [InlineData("app.Use(async (context, next) => { await context.Request.BodyReader.ReadAsync(); await next(); });", "Use")]
    [InlineData("app.Use(async (context, next) => { Console.WriteLine(context.Request.Form.Count); await next(context); });", "Use")]
    [InlineData("app.Use(async (context, next) => { await context.Request.ReadFormAsync(); await next(context); });", "Use")]
    [InlineData("app.Use(async (context, next) => { await context.Request.ReadFromJsonAsync<object>(); await next(context); });", "Use")]
    [InlineData("app.Use(async (context, next) => { var request = context.Request; await request.Body.CopyToAsync(Stream.Null); await next(context); });", "Use")]
    [InlineData("app.Use(async (context, next) => { context.Request.EnableBuffering(); await context.Request.Body.CopyToAsync(Stream.Null); await next(context); });", "Use")]
    [InlineData("app.Use(async (context, next) => { var read = await context.Request.BodyReader.ReadAsync(); context.Request.BodyReader.AdvanceTo(read.Buffer.End); await next(context); });", "Use")]
    [InlineData("app.Use(async (context, next) => { if (context.Request.ContentLength > 0) { await context.Request.Body.CopyToAsync(Stream.Null); } await next(context); });", "Use")]
    [InlineData("app.Use(next => async context => { await context.Request.Body.CopyToAsync(Stream.Null); await next(context); });", "Use")]
    [InlineData("app.Use(Read); static async Task Read(HttpContext context, RequestDelegate next) { await context.Request.Body.CopyToAsync(Stream.Null); await next(context); }", "Use")]
    [InlineData("app.UseStaticFiles().Use(async (context, next) => { await context.Request.Body.CopyToAsync(Stream.Null); await next(context); });", "Use")]
    [InlineData("app.Run(async context => await context.Request.Body.CopyToAsync(context.Response.Body));", "Run")]
    [InlineData("app.UseMiddleware<ReadingMiddleware>();", "UseMiddleware")]
    [InlineData("app.UseMiddleware(typeof(ReadingMiddleware));", "UseMiddleware")]
    public Task Reads_the_body(string statement, string text) => Expect(statement + Map + Middleware, Diagnostic(text, "reads"));

    [Theory]
    [InlineData("app.UseRequestDecompression();", "UseRequestDecompression")]
    [InlineData("if (app.Environment.IsProduction()) { app.UseRequestDecompression(); }", "UseRequestDecompression")]
    [InlineData("app.Use(async (context, next) => { context.Request.Body = new System.IO.Compression.GZipStream(context.Request.Body, System.IO.Compression.CompressionMode.Decompress); await next(context); });", "Use")]
    public Task Replaces_the_body(string statement, string text) => Expect(statement + Map, Diagnostic(text, "replaces"));

    [Theory]
    [InlineData(Map + "app.UseRequestDecompression();")]
    [InlineData("app.UseRouting(); app.UseRequestDecompression();" + Map)]
    [InlineData(Map + "app.UseRouting(); app.UseRequestDecompression();")]
    [InlineData("var group = app.MapGroup(\"/a\"); group.MapGroup(\"/b\").MapWhatsAppWebhooks(\"/c\"); app.UseRequestDecompression();")]
    [InlineData("app.UseRouting(); app.UseRequestDecompression(); app.UseEndpoints(endpoints => endpoints.MapWhatsAppWebhooks(\"/hook\"));")]
    [InlineData("app.UseRequestDecompression(); app.UseEndpoints(endpoints => { });" + Map)]
    public Task A_web_application_runs_middleware_before_its_endpoints(string statements) => Expect(statements, Diagnostic("UseRequestDecompression", "replaces"));

    [Fact]
    public Task Several_endpoints_of_an_application_are_one_case() =>
        Expect("app.UseRequestDecompression(); app.MapWhatsAppWebhooks(\"/a\"); app.MapWhatsAppWebhooks(\"/b\", \"other\");", Diagnostic("UseRequestDecompression", "replaces"));

    [Fact]
    public async Task Startup_class() => (await Web.Project(
        """
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();

        class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddWhatsAppWebhooks();

            public void Configure(IApplicationBuilder app)
            {
                app.UseRouting();
                app.Use(ReadAsync);
                app.UseEndpoints(endpoints => endpoints.MapWhatsAppWebhooks("/webhooks"));
                app.UseRequestDecompression();
            }

            private async Task ReadAsync(HttpContext context, Func<Task> next)
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                await next();
            }
        }
        """).AnalyzeAsync(new BodyAnalyzer())).Expect(Diagnostic("Use", "reads"));

    private static ExpectedDiagnostic Diagnostic(string text, string verb) => new(
        "WAGEN304",
        DiagnosticSeverity.Warning,
        text,
        $"'{text}' {verb} the body before the endpoint checks its signature, so that deliveries are refused; keep the route of the endpoint out of this middleware");

    // The class of a middleware stands behind the statements, so nothing follows them.
    private static async Task Expect(string statements, params ExpectedDiagnostic[] expected) =>
        (await Web.Project(Web.Start + statements).AnalyzeAsync(new BodyAnalyzer())).Expect(expected);
}
