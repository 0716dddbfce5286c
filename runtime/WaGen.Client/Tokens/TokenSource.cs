using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Client;

/// <summary>Gets the token of a request and refuses what the operation would not accept.</summary>
/// <param name="provider">Gives tokens instead of the options; null without one.</param>
/// <param name="store">Keeps tokens of customers; null without one.</param>
/// <param name="options">The tokens of the options.</param>
/// <param name="time">Tells which tokens have expired.</param>
internal sealed class TokenSource(IAccessTokenProvider? provider, ITokenStore? store, OptionsTokens options, TimeProvider time)
{
    private const string Store = "from the token store";

    /// <summary>The token; null when the operation needs none.</summary>
    /// <exception cref="InvalidOperationException">There is no token, or none of a kind that the operation takes.</exception>
    public async ValueTask<AccessToken?> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ApiOperation operation = call.Operation;
        if (operation.Tokens.Count == 0)
        {
            return null;
        }

        var choice = new TokenChoice(operation);
        if (call.Token is { } given)
        {
            return choice.Take(given, "given to WithToken") ?? throw choice.RefusalOfGiven();
        }

        // No other token would do, not even one of which nobody knows the kind.
        if (operation.Tokens is [AccessTokenKind.App] && options.App is { } app)
        {
            return app;
        }

        return await OfProviderAsync(call, choice, cancellationToken).ConfigureAwait(false)
            ?? await OfAccountAsync(call, choice, cancellationToken).ConfigureAwait(false)
            ?? choice.Take(provider is null ? options.Default : null, "AccessToken of the options")
            ?? choice.Take(operation.Tokens.Contains(AccessTokenKind.App) ? options.App : null, "the app's own")
            ?? throw choice.Refusal(provider is not null, call.Account is not null);
    }

    /// <summary>The proof that the caller has the app's secret, as query parameters that are added to an address.</summary>
    public static string Proof(string appSecret, AccessToken token, DateTimeOffset? time)
    {
        string seconds = time?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        string message = time is null ? token.Value : token.Value + "|" + seconds;
        string proof = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(appSecret), Encoding.ASCII.GetBytes(message)));
        return time is null ? "appsecret_proof=" + proof : "appsecret_proof=" + proof + "&appsecret_time=" + seconds;
    }

    private async ValueTask<AccessToken?> OfProviderAsync(ApiCall call, TokenChoice choice, CancellationToken cancellationToken) => provider is null
        ? null
        : choice.Take(await provider.GetTokenAsync(new AccessTokenRequest(call.Operation, call.Account), cancellationToken).ConfigureAwait(false), "from the token provider");

    /// <summary>The token of the nearest account that has one: what the arguments name comes before what the client was made for.</summary>
    private async ValueTask<AccessToken?> OfAccountAsync(ApiCall call, TokenChoice choice, CancellationToken cancellationToken)
    {
        foreach (string account in call.Accounts)
        {
            if ((choice.Take(provider is null ? options.Of(account) : null, "set for the account")
                ?? await FromStoreAsync(account, choice, cancellationToken).ConfigureAwait(false)) is { } token)
            {
                return token;
            }
        }

        return null;
    }

    private async ValueTask<AccessToken?> FromStoreAsync(string account, TokenChoice choice, CancellationToken cancellationToken)
    {
        StoredToken? found = store is null ? null : await store.FindAsync(account, cancellationToken).ConfigureAwait(false);
        if (found?.IsExpired(time.GetUtcNow()) == true)
        {
            choice.Pass(Store);
            return null;
        }

        return choice.Take(found?.Token, Store);
    }
}
