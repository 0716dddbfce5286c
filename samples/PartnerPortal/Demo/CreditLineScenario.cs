using PartnerPortal.CreditLines;
using WaGen.Testing;

namespace PartnerPortal.Demo;

/// <summary>A Solution Partner pays for a customer, and stops to.</summary>
internal static class CreditLineScenario
{
    public static async Task RunAsync(DemoWorld world, DemoReport report)
    {
        FakeCreditLine line = world.Platform.AddCreditLine(world.Portal.Registration.Business);
        report.Step("A customer signs up.", (await world.SignUpAsync()).Result is "completed");

        CreditLineDesk desk = world.Portal.Get<CreditLineDesk>();
        string allocation = await desk.ShareAsync(world.Account.Id, "EUR");
        report.Step("The credit line is shared with the system token and attached to the account.", line.Allocations is [{ IsRevoked: false } shared] && shared.Id == allocation);
        report.Step("The account names the line as its payer.", await desk.IsPayingAsync(world.Account.Id));
        report.Step("To share again shares nothing twice.", await desk.ShareAsync(world.Account.Id, "EUR") == allocation && line.Allocations.Count == 1);

        int before = world.Graph.Requests.Count;
        string refusal = await TryWithCustomersTokenAsync(world, line);
        report.Step($"The customer's token is refused before anything is sent: {refusal}", refusal.Length > 0 && world.Graph.Requests.Count == before);

        report.Step("The line is revoked.", await desk.RevokeAsync(world.Account.Id) && line.Allocations is [{ IsRevoked: true }]);
        report.Step("The account has no payer any more.", !await desk.IsPayingAsync(world.Account.Id) && world.Account.GetField("primary_funding_id") is null);
    }

    private static async Task<string> TryWithCustomersTokenAsync(DemoWorld world, FakeCreditLine line)
    {
        StoredToken token = (await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id))!;
        try
        {
            await world.Portal.Get<WhatsAppClient>().WithToken(token.Token).ShareCreditLineAsync(line.Id, world.Customer.Id);
            return string.Empty;
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }
}
