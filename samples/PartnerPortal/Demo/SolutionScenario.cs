using PartnerPortal.Customers;
using PartnerPortal.Solutions;
using WaGen.Testing;

namespace PartnerPortal.Demo;

/// <summary>Two providers serve customers together. Each has a portal; every state arrives at both by webhook.</summary>
internal static class SolutionScenario
{
    public static async Task RunAsync(DemoWorld world, DemoReport report)
    {
        await using DemoPortal partner = await DemoPortal.StartAsync(world.Graph, "Campaign Makers", world.Configure);
        SolutionDesk owners = world.Portal.Get<SolutionDesk>();
        SolutionDesk partners = partner.Get<SolutionDesk>();

        string declined = await owners.InviteAsync("Shrubs by phone", partner.Registration.Id, isSender: false);
        report.Step("A solution is made and another provider invited: INITIATED.", await AreTheyToldAsync(declined, SolutionStatus.Initiated));
        await partners.RejectAsync(declined);
        report.Step("The other provider declines: REJECTED.", await AreTheyToldAsync(declined, SolutionStatus.Rejected));

        FakeSolution solution = world.Platform.DraftSolution(world.Portal.Registration, partner.Registration, "Shrubs and campaigns");
        await world.SettleAsync();
        report.Step("Another one is drafted in the dashboard, and the owner alone is told: DRAFT.", StateAt(world.Portal, solution.Id) == SolutionStatus.Draft && StateAt(partner, solution.Id) is null);
        world.Platform.InvitePartner(solution);
        report.Step("The draft is sent: INITIATED.", await AreTheyToldAsync(solution.Id, SolutionStatus.Initiated));
        await partners.AcceptAsync(solution.Id);
        report.Step("The other provider accepts: ACTIVE.", await AreTheyToldAsync(solution.Id, SolutionStatus.Active));

        world.Platform.OnboardBySolution(solution, world.Account);
        await world.SettleAsync();
        report.Step("A customer comes by the solution, and both are told by account_update PARTNER_ADDED.", SolutionOf(world.Portal) == solution.Id && SolutionOf(partner) == solution.Id);

        await owners.AskToEndAsync(solution.Id);
        report.Step("The owner asks to end it: PENDING_DEACTIVATION.", await AreTheyToldAsync(solution.Id, SolutionStatus.PendingDeactivation));
        await partners.RefuseToEndAsync(solution.Id);
        report.Step("The other provider refuses: ACTIVE.", await AreTheyToldAsync(solution.Id, SolutionStatus.Active));
        await partners.AskToEndAsync(solution.Id);
        report.Step("The other provider asks to end it: PENDING_DEACTIVATION.", await AreTheyToldAsync(solution.Id, SolutionStatus.PendingDeactivation));
        await owners.AgreeToEndAsync(solution.Id);
        report.Step("The owner agrees: DEACTIVATED.", await AreTheyToldAsync(solution.Id, SolutionStatus.Deactivated));
        report.Step("The platform says the same when it is asked.", (await owners.GetAsync(solution.Id)).Status == SolutionState.Deactivated);

        async Task<bool> AreTheyToldAsync(string id, SolutionStatus state)
        {
            await world.SettleAsync();
            return StateAt(world.Portal, id) == state && StateAt(partner, id) == state;
        }

        string? SolutionOf(DemoPortal portal) => portal.Get<CustomerBook>().Find(world.Account.Id)?.SolutionId;
    }

    private static SolutionStatus? StateAt(DemoPortal portal, string id) => portal.Get<SolutionBook>().Find(id);
}
