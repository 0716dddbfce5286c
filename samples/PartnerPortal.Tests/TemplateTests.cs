namespace PartnerPortal.Tests;

/// <summary>Scenario e: templates, and what their webhooks tell.</summary>
public sealed class TemplateTests
{
    private const string Name = "parcel_on_its_way";

    [Fact]
    public async Task A_reason_comes_with_advice_only_where_the_platform_has_some()
    {
        await using DemoWorld world = await StartAsync();
        string id = await CreateAsync(world);

        world.Platform.ReviewTemplate(Template(world), "TAG_CONTENT_MISMATCH");
        await world.SettleAsync();
        Assert.Equal(("REJECTED", "TAG_CONTENT_MISMATCH", null), Of(world, id));

        world.Platform.ReviewTemplate(Template(world), "INVALID_FORMAT", recommendation: "Say which parcel.");
        await world.SettleAsync();
        Assert.Equal(("REJECTED", "INVALID_FORMAT", "Say which parcel."), Of(world, id));

        world.Platform.ReviewTemplate(Template(world));
        await world.SettleAsync();
        Assert.Equal(("APPROVED", null, null), Of(world, id));
    }

    [Fact]
    public async Task A_template_that_breaks_a_limit_is_not_sent()
    {
        await using DemoWorld world = await StartAsync();
        int before = world.Graph.Requests.Count;
        TemplateDefinition wrong = Definition() with { Name = new string('x', 600) };

        await Assert.ThrowsAsync<PayloadValidationException>(() => world.Portal.Get<TemplateDesk>().CreateAsync(world.Account.Id, wrong));

        Assert.Equal(before, world.Graph.Requests.Count);
    }

    [Fact]
    public async Task The_platform_refuses_a_second_template_of_the_same_name()
    {
        await using DemoWorld world = await StartAsync();
        await CreateAsync(world);

        WhatsAppApiException refusal = await Assert.ThrowsAsync<WhatsAppApiException>(() => CreateAsync(world));

        Assert.Equal(100, refusal.Code);
        Assert.Single(world.Known.Templates);
    }

    [Fact]
    public async Task The_third_pause_is_the_end()
    {
        await using DemoWorld world = await StartAsync();
        string id = await CreateAsync(world);
        world.Platform.ReviewTemplate(Template(world));
        await world.SettleAsync();
        List<(string?, string?)> states = [];

        for (int pause = 0; pause < 3; pause++)
        {
            world.Platform.PauseTemplate(Template(world));
            await world.SettleAsync();
            states.Add((world.Known.Templates[id].Status, world.Known.Templates[id].Pause));
            world.Platform.ResumeTemplate(Template(world));
            await world.SettleAsync();
        }

        Assert.Equal([("PAUSED", "FIRST_PAUSE"), ("PAUSED", "SECOND_PAUSE"), ("DISABLED", null)], states);
        Assert.Equal("DISABLED", world.Known.Templates[id].Status);
    }

    [Fact]
    public async Task Everything_is_done_with_the_token_of_the_customer()
    {
        await using DemoWorld world = await StartAsync();
        string id = await CreateAsync(world);
        world.Platform.ReviewTemplate(Template(world), "PROMOTIONAL");
        await world.SettleAsync();
        TemplateDesk desk = world.Portal.Get<TemplateDesk>();
        string token = (await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id))!.Token.Reveal();

        await desk.EditAsync(world.Account.Id, id, new TemplateEdit { Components = [TemplateComponentDefinition.Body("Your parcel comes at noon.")] });
        TemplateInfo info = await desk.GetAsync(world.Account.Id, id);

        Assert.Equal((Name, MessageTemplateStatus.Pending), (info.Name, info.Status));
        string[] operations = [nameof(WhatsAppApi.CreateTemplate), nameof(WhatsAppApi.UpdateTemplate), nameof(WhatsAppApi.GetTemplate)];
        FakeRequest[] requests = [.. world.Graph.Requests.Where(request => operations.Contains(request.Operation, StringComparer.Ordinal))];
        Assert.Equal(operations, requests.Select(static request => request.Operation!));
        Assert.All(requests, request => Assert.True(request.WasSentWith(token)));
    }

    private static async Task<DemoWorld> StartAsync()
    {
        DemoWorld world = await DemoWorld.StartAsync();
        Assert.Equal("completed", (await world.SignUpAsync()).Result);
        return world;
    }

    private static TemplateDefinition Definition() =>
        TemplateDefinition.Create(Name, "en_US", MessageTemplateCategory.Utility, [TemplateComponentDefinition.Body("Your parcel comes today.")]);

    private static Task<string> CreateAsync(DemoWorld world) => world.Portal.Get<TemplateDesk>().CreateAsync(world.Account.Id, Definition());

    private static FakeTemplate Template(DemoWorld world) => world.Platform.FindTemplate(world.Account, Name)!;

    private static (string? Status, string? Reason, string? Advice) Of(DemoWorld world, string id)
    {
        CustomerTemplate template = world.Known.Templates[id];
        return (template.Status, template.Reason, template.Advice);
    }
}
