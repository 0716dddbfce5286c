namespace WaGen;

/// <summary>Gives access tokens, for applications that keep those of many customers or renew them.</summary>
/// <remarks>It is asked before each try of a request that needs a token, so it should remember what it fetched.</remarks>
public interface IAccessTokenProvider
{
    /// <summary>Gets the token for a request.</summary>
    /// <param name="request">What the token is for.</param>
    /// <param name="cancellationToken">Is cancelled when the caller gives up.</param>
    /// <returns>The token; null when there is none. Then the client asks its token store, and a request that finds no token at all is refused before anything is sent.</returns>
    ValueTask<AccessToken?> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken);
}
