using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Client;

/// <summary>Gets the token of a request and refuses what the operation would not accept.</summary>
internal sealed class TokenSource(IAccessTokenProvider provider)
{
    /// <summary>The token; null when the operation needs none.</summary>
    /// <exception cref="InvalidOperationException">There is no token, or one of the wrong kind.</exception>
    public async ValueTask<AccessToken?> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ApiOperation operation = call.Operation;
        if (operation.Tokens.Count == 0)
        {
            return null;
        }

        AccessToken token = await provider.GetTokenAsync(new AccessTokenRequest(operation, call.Account), cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"There is no access token for {operation.Name}: set AccessToken or that of the account in the client's options, or let the token provider return one.");
        if (token.Kind != AccessTokenKind.Unknown && !operation.Tokens.Contains(token.Kind))
        {
            throw new InvalidOperationException(
                $"{operation.Name} takes a token of kind {string.Join(" or ", operation.Tokens)}, but the one for its account is of kind {token.Kind}; nothing was sent. " +
                "Set the token of the account, or TokenKind when the kind is wrong.");
        }

        return token;
    }

    /// <summary>The proof that the caller has the app's secret, as query parameters that are added to an address.</summary>
    public static string Proof(string appSecret, AccessToken token, DateTimeOffset? time)
    {
        string seconds = time?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        string message = time is null ? token.Value : token.Value + "|" + seconds;
        string proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(appSecret), Encoding.ASCII.GetBytes(message)));
        return time is null ? "appsecret_proof=" + proof : "appsecret_proof=" + proof + "&appsecret_time=" + seconds;
    }
}
