namespace Classic;

public class Startup(IConfiguration configuration)
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddHttpLogging(static _ => { });
        WhatsAppWebhookBuilder webhooks = services.AddWhatsAppWebhooks(configuration.GetSection("WhatsApp"));
        webhooks.AddHandler<Bot>();
        webhooks.AddUnhandledHandler<Bot>();
    }

    public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }

        app.UseHttpLogging();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseEndpoints(static endpoints =>
        {
            endpoints.MapWhatsAppWebhooks("/webhooks/whatsapp");
            endpoints.MapGet("/me", static context => context.Response.WriteAsync(context.User.Identity?.Name ?? "")).RequireAuthorization();
        });
    }
}
