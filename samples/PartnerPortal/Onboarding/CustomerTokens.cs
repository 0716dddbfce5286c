namespace PartnerPortal.Onboarding;

/// <summary>The tokens of customers after onboarding. The client takes them from the store by itself.</summary>
internal sealed class CustomerTokens(WhatsAppClient client, ITokenStore store)
{
    /// <summary>Fetches the token of a customer again, with the provider's system token and without making a new one.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="businessId">The id of the customer's portfolio.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WhatsAppApiException">The platform gives no token, such as when the customer has left.</exception>
    public async Task RenewAsync(string wabaId, string businessId, CancellationToken cancellationToken = default)
    {
        BusinessToken answer = await client.FetchBusinessTokenAsync(businessId, fetchOnly: true, cancellationToken: cancellationToken);
        if (answer.AccessToken is not { Length: > 0 } value)
        {
            throw new InvalidOperationException("The platform answered without a token.");
        }

        var token = new AccessToken(value, AccessTokenKind.Business);

        // Read just before it is saved, so that what onboarding notes meanwhile is not lost.
        StoredToken? known = await store.FindAsync(wabaId, cancellationToken);
        await store.SaveAsync(known is null ? new StoredToken { Token = token, WabaId = wabaId, BusinessId = businessId } : known with { Token = token }, cancellationToken);
    }

    /// <summary>Throws the token of a customer away who has left.</summary>
    /// <param name="wabaId">The id of the account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ForgetAsync(string wabaId, CancellationToken cancellationToken = default) => await store.RemoveAsync(wabaId, cancellationToken);
}
