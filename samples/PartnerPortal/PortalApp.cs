using Microsoft.AspNetCore.DataProtection;
using PartnerPortal.CreditLines;
using PartnerPortal.Customers;
using PartnerPortal.MarketingMessages;
using PartnerPortal.Messages;
using PartnerPortal.Onboarding;
using PartnerPortal.Solutions;
using PartnerPortal.Templates;

namespace PartnerPortal;

/// <summary>The portal as an application: one for <c>Program.cs</c>, any number for the demo and for tests.</summary>
internal static class PortalApp
{
    /// <summary>Where the app receives webhooks.</summary>
    public const string WebhookPath = "/webhooks/whatsapp";

    /// <summary>Where customers sign up.</summary>
    public const string SignupPath = "/onboarding";

    /// <summary>Builds the application without starting it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes settings and services; null for none.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

        // ASP.NET Core would log the query of the handshake, and with it the verify token.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        configure?.Invoke(builder);

        IConfigurationSection section = builder.Configuration.GetSection("Portal");
        PortalOptions portal = section.Get<PortalOptions>() ?? new PortalOptions();
        builder.Services.Configure<PortalOptions>(section);
        builder.Services.AddSingleton<CustomerBook>();
        builder.Services.AddSingleton<SolutionBook>();
        builder.Services.AddSingleton<PinBook>();
        builder.Services.AddSingleton<CustomerTokens>();
        builder.Services.AddSingleton<MessageDesk>();
        builder.Services.AddSingleton<TemplateDesk>();
        builder.Services.AddSingleton<CreditLineDesk>();
        builder.Services.AddSingleton<MarketingDesk>();
        builder.Services.AddSingleton<SolutionDesk>();

        // The system token of the provider is in the configuration; those of customers come by onboarding and are kept encrypted.
        builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"))
            .KeepTokensInFiles(portal.TokenDirectory);

        // In production the keys need protection of their own, such as ProtectKeysWithCertificate.
        builder.Services.AddDataProtection().SetApplicationName("PartnerPortal").PersistKeysToFileSystem(new DirectoryInfo(portal.KeyDirectory));

        builder.Services.AddWhatsAppWebhooks(builder.Configuration.GetSection("WhatsApp"))
            .AddHandler<AccountEvents>()
            .AddHandler<SolutionEvents>()
            .AddHandler<TemplateEvents>()
            .AddHandler<MessageEvents>();

        builder.Services.AddEmbeddedSignup(static signup => signup.Language = "en").AddHandler<CustomerOnboarding>();
        builder.Services.ConfigureOptions<SignupSettings>();

        WebApplication app = builder.Build();
        app.MapEmbeddedSignup(SignupPath);
        app.MapWhatsAppWebhooks(WebhookPath);
        app.MapWhatsAppWebhooks(SignupSettings.CallbackPath + "/{account}");
        return app;
    }
}
