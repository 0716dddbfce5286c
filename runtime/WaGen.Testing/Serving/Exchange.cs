using System.Net.Http.Headers;

namespace WaGen.Testing;

/// <summary>A request as it arrived, over a socket or in memory.</summary>
internal sealed class Exchange
{
    private const string TokenParameter = "access_token";
    private const string ProofParameter = "appsecret_proof";
    private const string ProofTimeParameter = "appsecret_time";
    private const string ClientSecretParameter = "client_secret";
    private const string InspectedTokenParameter = "input_token";
    private const string CodeParameter = "code";

    public required string Method { get; init; }

    /// <summary>The path, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query with the question mark; empty without one.</summary>
    public required string Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required Stream Body { get; init; }

    public string? ContentType => Headers.GetValueOrDefault("Content-Type");

    /// <summary>Begins the notes about the request, secrets apart.</summary>
    public FakeRequest Describe(DateTimeOffset now)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Query))
        {
            query[name] = value.ToString();
        }

        query.Remove(TokenParameter, out string? token);
        query.Remove(ProofParameter, out string? proof);
        query.Remove(ProofTimeParameter, out string? proofTime);
        var secrets = new RequestSecrets(Scheme: null, token, proof, proofTime);
        if (Headers.TryGetValue("Authorization", out string? header) && AuthenticationHeaderValue.TryParse(header, out AuthenticationHeaderValue? authorization))
        {
            secrets = secrets with { Scheme = authorization.Scheme, Token = authorization.Parameter };
        }

        var request = new FakeRequest
        {
            Method = Method.ToUpperInvariant(),
            Path = Path,
            Query = WithoutSecrets(query),
            Parameters = query,
            Headers = Headers.Where(static h => !IsSecret(h.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase),
            ReceivedAt = now,
            HasAppSecretProof = proof is not null,
            Secrets = secrets,
        };
        if (secrets.Token is not null)
        {
            request.RememberToken(secrets.Token);
        }

        return request;
    }

    /// <summary>Leaves out the parameters of operations that are secrets: those of an app, tokens that are inspected, and codes that stand for a token.</summary>
    private static Dictionary<string, string> WithoutSecrets(Dictionary<string, string> query)
    {
        bool isExchange = query.ContainsKey(ClientSecretParameter);
        return query
            .Where(p => p.Key is not (ClientSecretParameter or InspectedTokenParameter) && !(isExchange && p.Key is CodeParameter))
            .ToDictionary(StringComparer.Ordinal);
    }

    private static bool IsSecret(string header) =>
        header.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || header.Equals("Cookie", StringComparison.OrdinalIgnoreCase);
}
