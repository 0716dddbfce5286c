namespace WaGen;

/// <summary>Keeps the access tokens that customers granted, by account. The client takes tokens from it by itself.</summary>
/// <remarks>
/// <para>Add one to a client with <see cref="WhatsAppClientBuilder.KeepTokensInMemory"/>, <see cref="WhatsAppClientBuilder.UseTokenStore{T}()"/>, or the encrypted files of WaGen.AspNetCore.</para>
/// <para>An implementation must be safe for all threads at once, and must not write a token anywhere in plain text. The client asks it before each try of a call of an account, so it should answer fast.</para>
/// </remarks>
public interface ITokenStore
{
    /// <summary>Keeps a token. One that is there for the same <see cref="StoredToken.WabaId"/> is replaced with all that belongs to it.</summary>
    /// <param name="token">The token and to whom it belongs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that is done when the token is kept.</returns>
    ValueTask SaveAsync(StoredToken token, CancellationToken cancellationToken = default);

    /// <summary>Finds the token of an account.</summary>
    /// <param name="id">The id of the WhatsApp Business account, of one of its phone numbers, or of the customer's business portfolio.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The token, also when it has expired; of several accounts of one portfolio the token that was saved last. Null when there is none.</returns>
    ValueTask<StoredToken?> FindAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Forgets the token of an account, because the customer has left or taken back the permission.</summary>
    /// <param name="wabaId">The id of the WhatsApp Business account.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> RemoveAsync(string wabaId, CancellationToken cancellationToken = default);

    /// <summary>Lists all tokens, in no certain order, for example to find those that expire soon.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The tokens.</returns>
    IAsyncEnumerable<StoredToken> ListAsync(CancellationToken cancellationToken = default);
}
