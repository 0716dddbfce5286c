using PartnerPortal.Tests.Support;

namespace PartnerPortal.Tests;

/// <summary>Scenario d: solutions of two providers.</summary>
public sealed class SolutionTests
{
    [Fact]
    public async Task A_solution_that_was_declined_cannot_be_accepted()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await using DemoPortal partner = await DemoPortal.StartAsync(world.Graph, "Campaign Makers");
        string id = await world.Portal.Get<SolutionDesk>().InviteAsync("Shrubs by phone", partner.Registration.Id, isSender: true);
        await partner.Get<SolutionDesk>().RejectAsync(id);
        await world.SettleAsync();

        Assert.Equal((SolutionStatus.Rejected, SolutionStatus.Rejected), (world.Portal.Get<SolutionBook>().Find(id), partner.Get<SolutionBook>().Find(id)));
        await Assert.ThrowsAsync<WhatsAppApiException>(() => partner.Get<SolutionDesk>().AcceptAsync(id));
        Assert.Equal(SolutionState.Rejected, (await world.Portal.Get<SolutionDesk>().GetAsync(id)).Status);
    }

    [Fact]
    public async Task Who_invites_cannot_accept()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await using DemoPortal partner = await DemoPortal.StartAsync(world.Graph, "Campaign Makers");
        string id = await world.Portal.Get<SolutionDesk>().InviteAsync("Shrubs by phone", partner.Registration.Id, isSender: true);

        WhatsAppApiException refusal = await Assert.ThrowsAsync<WhatsAppApiException>(() => world.Portal.Get<SolutionDesk>().AcceptAsync(id));

        Assert.Equal(200, refusal.Code);
    }

    [Fact]
    public async Task Who_asks_to_end_a_solution_cannot_agree()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await using DemoPortal partner = await DemoPortal.StartAsync(world.Graph, "Campaign Makers");
        SolutionDesk owners = world.Portal.Get<SolutionDesk>();
        string id = await owners.InviteAsync("Shrubs by phone", partner.Registration.Id, isSender: true);
        await partner.Get<SolutionDesk>().AcceptAsync(id);
        await owners.AskToEndAsync(id);

        await Assert.ThrowsAsync<WhatsAppApiException>(() => owners.AgreeToEndAsync(id));
        await partner.Get<SolutionDesk>().AgreeToEndAsync(id);
        await world.SettleAsync();

        Assert.Equal(SolutionStatus.Deactivated, world.Portal.Get<SolutionBook>().Find(id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_of_the_two_sends_the_messages(bool isSender)
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await using DemoPortal partner = await DemoPortal.StartAsync(world.Graph, "Campaign Makers");

        string id = await world.Portal.Get<SolutionDesk>().InviteAsync("Shrubs by phone", partner.Registration.Id, isSender);

        FakeSolution solution = world.Platform.Find<FakeSolution>(id)!;
        Assert.Equal((isSender ? 1 : 0, isSender ? 0 : 1), (solution.OwnerPermissions.Count, solution.PartnerPermissions.Count));
        Assert.Equal("MESSAGING", Assert.Single(solution.OwnerPermissions.Concat(solution.PartnerPermissions)));
    }

    [Fact]
    public async Task The_token_of_a_customer_is_refused_before_anything_is_sent()
    {
        await using DemoWorld world = await DemoWorld.StartAsync();
        await world.SignUpAsync();

        string sentence = await Refusals.OfCustomersTokenAsync(world, static client => client.AcceptSolutionAsync("1029384756"));

        Assert.Contains("Only the partner itself may speak for its app, with a system token.", sentence, StringComparison.Ordinal);
    }
}
