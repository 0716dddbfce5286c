namespace WaGen.Client;

/// <summary>Takes tokens from the options: the account's own one, else the one for all.</summary>
internal sealed class OptionsTokenProvider(WhatsAppClientOptions options) : IAccessTokenProvider
{
    private readonly AccessToken? _token = Make(options.AccessToken, options.TokenKind);

    private readonly Dictionary<string, AccessToken?> _ofAccounts = options.Accounts.ToDictionary(
        static account => account.Key,
        account => Make(account.Value.AccessToken, account.Value.TokenKind ?? options.TokenKind),
        StringComparer.Ordinal);

    public ValueTask<AccessToken?> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
        new((request.Account is { } account ? _ofAccounts.GetValueOrDefault(account) : null) ?? _token);

    private static AccessToken? Make(string? value, AccessTokenKind kind) => string.IsNullOrEmpty(value) ? null : new AccessToken(value, kind);
}
