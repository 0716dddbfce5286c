namespace WaGen;

/// <content>Accounts, their tokens and their quotas.</content>
public sealed partial class WhatsAppClient
{
    /// <summary>Gets the same client for the calls of one account: its token is used where the arguments of a call name no account, or none that has a token.</summary>
    /// <param name="account">The id of the WhatsApp Business account, of one of its phone numbers, or of the customer's business portfolio.</param>
    /// <returns>A client that shares options, limits and connections with this one; it costs next to nothing.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public WhatsAppClient ForAccount(string account)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        return new WhatsAppClient(Name, _state, account, _token);
    }

    /// <summary>Gets the same client with a token for all its calls. An operation that does not take this kind of token is refused, whatever other tokens there are.</summary>
    /// <param name="token">The token.</param>
    /// <returns>A client that shares options, limits and connections with this one; it costs next to nothing.</returns>
    public WhatsAppClient WithToken(AccessToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new WhatsAppClient(Name, _state, _account, token);
    }

    /// <summary>Tells how much is left of the quota that an operation counts against.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="account">The id of the account or number that has the quota; null for the one of <see cref="ForAccount"/>. Quotas of the whole app need none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The quota that lets a call wait longest; null when the operation counts against none, or none without an account.</returns>
    /// <remarks>The client knows what it has sent since it started, and what the usage headers of the platform told.</remarks>
    public ValueTask<QuotaState?> GetQuotaAsync(ApiOperation operation, string? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return _state.Current.LookAsync(operation, account ?? _account, cancellationToken);
    }
}
