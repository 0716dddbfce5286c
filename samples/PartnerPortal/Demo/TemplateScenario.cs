using PartnerPortal.Customers;
using PartnerPortal.Messages;
using PartnerPortal.Templates;
using WaGen.Testing;

namespace PartnerPortal.Demo;

/// <summary>The life of a template, from its first review to another category.</summary>
internal static class TemplateScenario
{
    private const string Name = "parcel_on_its_way";
    private const string Language = "en_US";
    private const int IsPaused = 132015;

    public static async Task RunAsync(DemoWorld world, DemoReport report)
    {
        report.Step("A customer signs up.", (await world.SignUpAsync()).Result is "completed");
        TemplateDesk desk = world.Portal.Get<TemplateDesk>();
        string account = world.Account.Id;

        string id = await desk.CreateAsync(account, TemplateDefinition.Create(Name, Language, MessageTemplateCategory.Utility, [TemplateComponentDefinition.Body("Your parcel comes today. BUY MORE!")]));
        FakeTemplate template = world.Platform.FindTemplate(world.Account, Name)!;
        report.Step("A template is handed in.", (await KnownAsync()).Status is "PENDING");

        world.Platform.ReviewTemplate(template, "INVALID_FORMAT", recommendation: "Write without capitals.");
        CustomerTemplate known = await KnownAsync();
        report.Step($"It is rejected: {known.Reason}. {known.Advice}", known is { Status: "REJECTED", Reason: "INVALID_FORMAT", Advice: "Write without capitals." });

        await desk.EditAsync(account, id, new TemplateEdit { Components = [TemplateComponentDefinition.Body("Your parcel comes today, between nine and noon.")] });
        report.Step("It is edited, and waits for review again.", (await KnownAsync()) is { Status: "PENDING", Reason: null });
        world.Platform.ReviewTemplate(template);
        report.Step("It is approved.", (await KnownAsync()) is { Status: "APPROVED", Reason: null });
        report.Step("It can be sent.", await TrySendAsync(world) is null);

        world.Platform.ChangeQuality(template, "YELLOW");
        report.Step("Its quality falls to YELLOW.", (await KnownAsync()).Quality is "YELLOW");
        world.Platform.ChangeQuality(template, "RED");
        report.Step("Its quality falls to RED.", (await KnownAsync()).Quality is "RED");
        world.Platform.PauseTemplate(template);
        report.Step("It is paused for the first time.", (await KnownAsync()) is { Status: "PAUSED", Pause: "FIRST_PAUSE" });
        report.Step("It cannot be sent now.", await TrySendAsync(world) == IsPaused);
        world.Platform.ResumeTemplate(template);
        report.Step("The pause ends.", (await KnownAsync()) is { Status: "APPROVED", Pause: null });

        world.Platform.AnnounceCategory(template, "MARKETING");
        report.Step("Another category is announced.", (await KnownAsync()) is { Category: "UTILITY", NextCategory: "MARKETING" });
        world.Platform.ChangeCategory(template, "MARKETING");
        report.Step("The category changes.", (await KnownAsync()) is { Category: "MARKETING", NextCategory: null });
        report.Step("The platform says the same when it is asked.", (await desk.GetAsync(account, id)).Category == MessageTemplateCategory.Marketing);

        async Task<CustomerTemplate> KnownAsync()
        {
            await world.SettleAsync();
            return world.Known.Templates[id];
        }
    }

    /// <summary>The code of the refusal; null when the message was taken.</summary>
    private static async Task<int?> TrySendAsync(DemoWorld world)
    {
        try
        {
            await world.Portal.Get<MessageDesk>().SendTemplateAsync(world.Account.Id, DemoWorld.User, Name, Language);
            return null;
        }
        catch (WhatsAppApiException refusal)
        {
            return refusal.Code;
        }
    }
}
