namespace WaGen.Client;

/// <summary>The tokens that the options hold.</summary>
internal sealed class OptionsTokens(WhatsAppClientOptions options)
{
    private readonly Dictionary<string, AccessToken?> _ofAccounts = options.Accounts.ToDictionary(
        static account => account.Key,
        account => Make(account.Value.AccessToken, account.Value.TokenKind ?? options.TokenKind),
        StringComparer.Ordinal);

    /// <summary>The one for all accounts.</summary>
    public AccessToken? Default { get; } = Make(options.AccessToken, options.TokenKind);

    /// <summary>The app's own, which is its id and its secret.</summary>
    public AccessToken? App { get; } = string.IsNullOrEmpty(options.AppId) || string.IsNullOrEmpty(options.AppSecret)
        ? null
        : new AccessToken(options.AppId + "|" + options.AppSecret, AccessTokenKind.App);

    /// <summary>The account's own.</summary>
    public AccessToken? Of(string account) => _ofAccounts.GetValueOrDefault(account);

    private static AccessToken? Make(string? value, AccessTokenKind kind) => string.IsNullOrEmpty(value) ? null : new AccessToken(value, kind);
}
