using PartnerPortal.Customers;
using PartnerPortal.Messages;
using PartnerPortal.Onboarding;
using WaGen.Testing;

namespace PartnerPortal.Demo;

/// <summary>A Tech Provider onboards a customer: from the signup page to the statuses of the first message.</summary>
internal static class OnboardingScenario
{
    public static async Task RunAsync(DemoWorld world, DemoReport report)
    {
        using (var browser = new SignupBrowser(world.Portal.Address))
        {
            string policy = await browser.OpenAsync();
            report.Step("The signup page is served, with a policy that lets no foreign script in but Meta's.", policy.Contains("script-src 'self' https://connect.facebook.net;", StringComparison.Ordinal));

            SignupResult result = await browser.FinishAsync(world.Platform.IssueCode(world.Portal.Registration, world.Account), world.Account, world.Number);
            report.Step("The code is exchanged for the customer's token, which is inspected.", result.IsDone(OnboardingSteps.ExchangeCode) && result.IsDone(OnboardingSteps.InspectToken));
            report.Step($"Onboarding is {result.Result}.", result.Result is "completed");
        }

        await world.SettleAsync();
        StoredToken? token = await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id);
        report.Step("The token is kept, encrypted, as one of the customer.", token?.Token.Kind == AccessTokenKind.Business && !await IsReadableAsync(world.Portal, token));
        report.Step(
            "The app is subscribed, with an address of its own for this customer.",
            world.Account.GetOverride(world.Portal.Registration)?.AbsolutePath == $"{SignupSettings.CallbackPath}/{world.Account.Id}");
        report.Step("The number is registered, with a PIN.", world.Number is { IsRegistered: true, HasPin: true });
        report.Step("The webhook account_update PARTNER_ADDED has told whose account it is.", IsTold(world, "account_update") && world.Known is { IsShared: true } known && known.BusinessId == world.Customer.Id);

        world.Platform.AddTemplate(world.Account, "order_received", "Hello {{1}}, we have got your order.");
        string id = await world.Portal.Get<MessageDesk>().SendTemplateAsync(
            world.Account.Id, DemoWorld.User, "order_received", "en_US", [TemplateComponent.Body([TemplateParameter.Text("Sheena")])]);
        FakeRequest? sent = world.Graph.Requests.LastOrDefault(static request => request.Operation == nameof(WhatsAppApi.SendMessage));
        report.Step("The first template message is sent, with the customer's token.", sent is { Status: 200 } && token is not null && sent.WasSentWith(token.Token.Reveal()));

        await world.SettleAsync();
        FakeDelivery[] statuses = [.. world.Graph.Deliveries.Where(static delivery => delivery.Statuses.Count > 0)];
        report.Step(
            "Its statuses sent, delivered and read arrive at the address of the customer.",
            statuses.Length == 3 && world.Known.Messages[id] == MessageProgress.Read
                && statuses.All(delivery => delivery.IsDelivered && delivery.Endpoint.AbsolutePath == $"{SignupSettings.CallbackPath}/{world.Account.Id}"));
    }

    private static bool IsTold(DemoWorld world, string field) => world.Graph.Deliveries.Any(delivery => delivery.IsDelivered && field.Equals(delivery.Field, StringComparison.Ordinal));

    private static async Task<bool> IsReadableAsync(DemoPortal portal, StoredToken token)
    {
        string value = token.Token.Reveal();
        foreach (string file in Directory.EnumerateFiles(portal.TokenDirectory, "*", SearchOption.AllDirectories))
        {
            if ((await File.ReadAllTextAsync(file)).Contains(value, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
