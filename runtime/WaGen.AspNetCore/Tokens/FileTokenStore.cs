using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace WaGen.AspNetCore;

/// <summary>Keeps each token in an encrypted file of its own.</summary>
/// <remarks>
/// Names of files are random, so that they tell no id. What the files hold is remembered decrypted; before each look-up the time of the directory tells
/// whether somebody else changed it, and then changed files are read again. Several processes may therefore share a directory.
/// </remarks>
internal sealed class FileTokenStore : ITokenStore, IDisposable
{
    private readonly SemaphoreSlim _lock = new(1, 1);
    private readonly TokenDirectory _directory;

    public FileTokenStore(string directory, IDataProtectionProvider protection, TimeProvider time, ILogger logger) =>
        _directory = new TokenDirectory(directory, new TokenFileFormat(protection), time, logger);

    public async ValueTask SaveAsync(StoredToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _directory.Refresh();
            _directory.Save(token);
        }
        finally
        {
            _lock.Release();
        }
    }

    public async ValueTask<StoredToken?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _directory.Refresh();
            StoredToken? token = _directory.Find(id);
            if (token is null)
            {
                // Without this a call of the account would go on with a token that is not the customer's.
                _directory.ThrowIfLocked();
            }

            return token;
        }
        finally
        {
            _lock.Release();
        }
    }

    public async ValueTask<bool> RemoveAsync(string wabaId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wabaId);
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _directory.Refresh();
            bool isRemoved = _directory.Remove(wabaId);
            if (!isRemoved)
            {
                _directory.ThrowIfLocked();
            }

            return isRemoved;
        }
        finally
        {
            _lock.Release();
        }
    }

    public async IAsyncEnumerable<StoredToken> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<StoredToken> tokens;
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _directory.Refresh();
            tokens = _directory.List();
        }
        finally
        {
            _lock.Release();
        }

        foreach (StoredToken token in tokens)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return token;
        }

        // What can be read is of use; that it is not all must not be overlooked.
        _directory.ThrowIfLocked();
    }

    public void Dispose() => _lock.Dispose();
}
