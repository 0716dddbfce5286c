using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Testing;

/// <summary>Checks token and proof of requests.</summary>
internal sealed class Authorization(FakeGraphOptions options)
{
    private static readonly TimeSpan ProofLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Checks the token.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="secrets">What the request came with.</param>
    /// <param name="isKnown">Whether somebody else knows which tokens there are.</param>
    /// <returns>The error; null when the request may go on.</returns>
    public FakeAnswer? CheckToken(ApiOperation operation, RequestSecrets secrets, bool isKnown = false)
    {
        if (operation.Tokens.Count == 0)
        {
            return null;
        }

        if (string.IsNullOrEmpty(secrets.Token))
        {
            return secrets.Scheme is null ? GraphErrors.Create(operation.Api, GraphErrors.NoToken, status: 401) : BadToken(operation, "The Authorization header has no token.");
        }

        if (secrets.Scheme is { } scheme && !scheme.Equals(operation.Authorization, StringComparison.OrdinalIgnoreCase))
        {
            return BadToken(operation, $"The Authorization header must begin with {operation.Authorization}.");
        }

        return isKnown || options.AccessTokens.Count == 0 || options.AccessTokens.Contains(secrets.Token) ? null : BadToken(operation, "The token is not known.");
    }

    /// <summary>Checks the proof of the app secret.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="secrets">What the request came with.</param>
    /// <param name="appSecret">The secret; null or empty when it is not known.</param>
    /// <returns>The error; null when the request may go on.</returns>
    public FakeAnswer? CheckProof(ApiOperation operation, RequestSecrets secrets, string? appSecret)
    {
        if (secrets.Token is null)
        {
            return null;
        }

        if (secrets.Proof is null)
        {
            return options.RequireAppSecretProof || operation.NeedsProof ? BadProof(operation, "API calls from the server require an appsecret_proof argument") : null;
        }

        if (string.IsNullOrEmpty(appSecret))
        {
            return null;
        }

        string message = secrets.Token;
        if (secrets.ProofTime is { } text)
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) || !IsFresh(seconds))
            {
                return BadProof(operation, "The appsecret_time is more than 5 minutes away");
            }

            message += "|" + text;
        }

        byte[] expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), Encoding.UTF8.GetBytes(message))));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(secrets.Proof)) ? null : BadProof(operation, "Invalid appsecret_proof provided in the API argument");
    }

    private static FakeAnswer BadToken(ApiOperation operation, string details) =>
        GraphErrors.Create(operation.Api, GraphErrors.BadToken, details, status: 401);

    private static FakeAnswer BadProof(ApiOperation operation, string message) =>
        GraphErrors.Create(operation.Api, GraphErrors.BadParameter, message: message);

    private bool IsFresh(long seconds) => Math.Abs(options.TimeProvider.GetUtcNow().ToUnixTimeSeconds() - seconds) <= ProofLifetime.TotalSeconds;
}
