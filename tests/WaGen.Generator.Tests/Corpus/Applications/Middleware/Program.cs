using System.Diagnostics;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRequestDecompression(_ => { });
builder.Services.AddHttpLogging(_ => { });
builder.Services.AddResponseCompression();
builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp")).AddHandler<Bot>();

var app = builder.Build();
app.UseHttpLogging();
app.UseResponseCompression();
app.UseHttpsRedirection();
app.UseStaticFiles();
app.UseMiddleware<Timing>();
app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), branch => branch.UseRequestDecompression());
app.UseWhen(context => !context.Request.Path.StartsWithSegments("/webhooks/whatsapp"), branch => branch.Use(async (context, next) =>
{
    using var reader = new StreamReader(context.Request.Body);
    context.Items["body"] = await reader.ReadToEndAsync(context.RequestAborted);
    await next(context);
}));
app.Map("/upload", branch => branch.Run(async context => await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted)));
app.Use(async (context, next) =>
{
    context.Response.Headers["X-Frame-Options"] = "DENY";
    long started = Stopwatch.GetTimestamp();
    await next(context);
    app.Logger.LogInformation("{Length} bytes, {Elapsed}", context.Request.ContentLength, Stopwatch.GetElapsedTime(started));
});
app.Use(async (context, next) =>
{
    context.Request.EnableBuffering();
    byte[] start = new byte[16];
    await context.Request.Body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, context.RequestAborted);
    context.Request.Body.Position = 0;
    await next(context);
});
app.MapWhatsAppWebhooks("/webhooks/whatsapp");
app.MapPost("/echo", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync());
app.Run();

internal sealed class Timing(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers["X-Started"] = DateTimeOffset.UtcNow.ToString("O");
        await next(context);
    }
}

internal sealed class Bot : IMessagesHandler
{
    public ValueTask OnMessageAsync(Message message, MessagesContext context, CancellationToken cancellationToken) => context.Unhandled();
}
