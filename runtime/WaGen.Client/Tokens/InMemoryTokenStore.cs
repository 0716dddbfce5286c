using System.Runtime.CompilerServices;

namespace WaGen;

/// <summary>Keeps tokens as long as the process lives, for tests and for applications that fetch them anew when they start.</summary>
public sealed class InMemoryTokenStore : ITokenStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StoredToken> _tokens = new(StringComparer.Ordinal);

    // Ids of numbers and portfolios, each with its accounts; the one that was saved last stands last.
    private readonly Dictionary<string, List<string>> _accounts = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask SaveAsync(StoredToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_lock)
        {
            Remove(token.WabaId);
            _tokens.Add(token.WabaId, token);
            foreach (string id in IdsOf(token))
            {
                if (!_accounts.TryGetValue(id, out List<string>? accounts))
                {
                    accounts = [];
                    _accounts.Add(id, accounts);
                }

                accounts.Add(token.WabaId);
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<StoredToken?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_lock)
        {
            StoredToken? token = _tokens.GetValueOrDefault(id);
            return new(token is null && _accounts.TryGetValue(id, out List<string>? accounts) ? _tokens[accounts[^1]] : token);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveAsync(string wabaId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wabaId);
        lock (_lock)
        {
            return new(Remove(wabaId));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredToken> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StoredToken[] tokens;
        lock (_lock)
        {
            tokens = [.. _tokens.Values];
        }

        foreach (StoredToken token in tokens)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return token;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private static IEnumerable<string> IdsOf(StoredToken token) =>
        token.PhoneNumberIds.Concat(token.BusinessId is { } business ? [business] : []).Distinct(StringComparer.Ordinal);

    private bool Remove(string wabaId)
    {
        if (!_tokens.Remove(wabaId, out StoredToken? former))
        {
            return false;
        }

        foreach (string id in IdsOf(former))
        {
            List<string> accounts = _accounts[id];
            accounts.Remove(wabaId);
            if (accounts.Count == 0)
            {
                _accounts.Remove(id);
            }
        }

        return true;
    }
}
