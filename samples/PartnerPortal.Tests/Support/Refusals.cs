namespace PartnerPortal.Tests.Support;

/// <summary>Calls with the token of a customer where the provider's own is needed.</summary>
internal static class Refusals
{
    /// <summary>Makes a call with the customer's token, and makes sure that nothing was sent.</summary>
    /// <returns>The sentence that says why.</returns>
    public static async Task<string> OfCustomersTokenAsync(DemoWorld world, Func<WhatsAppClient, Task> call)
    {
        StoredToken token = (await world.Portal.Get<ITokenStore>().FindAsync(world.Account.Id))!;
        int before = world.Graph.Requests.Count;
        InvalidOperationException refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => call(world.Portal.Get<WhatsAppClient>().WithToken(token.Token)));
        Assert.Equal(before, world.Graph.Requests.Count);
        Assert.DoesNotContain(token.Token.Reveal(), refusal.Message, StringComparison.Ordinal);
        return refusal.Message;
    }
}
