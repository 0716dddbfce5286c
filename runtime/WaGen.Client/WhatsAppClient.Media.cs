using System.Net;
using WaGen.Client;
using WaGen.Runtime;

namespace WaGen;

/// <content>Files, which are streamed up and down.</content>
public sealed partial class WhatsAppClient
{
    /// <summary>Sends a file, alone or in a form, and reads the JSON answer.</summary>
    /// <typeparam name="TBody">The body of the request, which such an operation does not have.</typeparam>
    /// <typeparam name="TAnswer">The answer.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Values of the operation's parameters, fields of the form included.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    /// <exception cref="PayloadValidationException">The operation does not accept the type or the size of the file; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">There is no token, or none of a kind that the operation accepts; nothing was sent.</exception>
    /// <exception cref="WhatsAppOutcomeUnknownException">Nobody knows whether the file arrived.</exception>
    /// <exception cref="WhatsAppApiException">The operation failed.</exception>
    /// <remarks>It is repeated like any other request, but only when <see cref="MediaFile.CanReopen"/>.</remarks>
    public Task<TAnswer> UploadAsync<TBody, TAnswer>(
        ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, MediaFile file, CancellationToken cancellationToken = default)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer>
    {
        ArgumentNullException.ThrowIfNull(file);
        return UploadAsync(operation, arguments, (IReadOnlyList<MediaFile>)[file], cancellationToken);
    }

    /// <summary>Sends several files in one form, and reads the JSON answer.</summary>
    /// <typeparam name="TBody">The body of the request, which such an operation does not have.</typeparam>
    /// <typeparam name="TAnswer">The answer.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Values of the operation's parameters, fields of the form included.</param>
    /// <param name="files">The files; at least one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">An argument is missing, there is no file, or the operation takes only one.</exception>
    /// <exception cref="PayloadValidationException">The operation does not accept the type or the size of a file; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">There is no token, or none of a kind that the operation accepts; nothing was sent.</exception>
    /// <exception cref="WhatsAppOutcomeUnknownException">Nobody knows whether the files arrived.</exception>
    /// <exception cref="WhatsAppApiException">The operation failed.</exception>
    /// <remarks>It is repeated like any other request, but only when all files can be read again, see <see cref="MediaFile.CanReopen"/>.</remarks>
    public async Task<TAnswer> UploadAsync<TBody, TAnswer>(
        ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, IReadOnlyList<MediaFile> files, CancellationToken cancellationToken = default)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer>
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0 || (files.Count > 1 && !operation.Parameters.Any(static p => p is { IsFile: true, IsList: true })))
        {
            throw new ArgumentException($"{operation.Name} takes {(files.Count == 0 ? "at least one file" : "one file only")}.", nameof(files));
        }

        ApiRun run = _state.Current;
        if (run.Options.ValidatePayloads)
        {
            ArgumentCheck.ThrowIfRefused(operation, arguments);
            foreach (MediaFile file in files)
            {
                MediaCheck.ThrowIfRefused(operation, file);
            }
        }

        using ApiCall call = Call(operation, arguments, new FileBody(operation, arguments, files));
        return await run.RunAsync(call, isTransfer: true, ReadAnswerAsync<TAnswer>, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts the download of a file.</summary>
    /// <typeparam name="TBody">The body of the request, which such an operation does not have.</typeparam>
    /// <typeparam name="TAnswer">The answer, which is no JSON object.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Values of the operation's parameters.</param>
    /// <param name="cancellationToken">Gives up waiting for the first bytes.</param>
    /// <returns>The file; dispose it. Its hash is not compared, see <see cref="DownloadVerifiedAsync{TBody, TAnswer}(ApiOperation{TBody, TAnswer}, ApiArguments, string, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">An argument is missing.</exception>
    /// <exception cref="InvalidOperationException">There is no token for it, or the address is none that a token may be sent to; nothing was sent.</exception>
    /// <exception cref="WhatsAppApiException">The operation failed; 404 means that the address has expired.</exception>
    public Task<MediaDownload> DownloadAsync<TBody, TAnswer>(ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, CancellationToken cancellationToken = default)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer> =>
        DownloadAsync(operation, arguments, account: null, hash: null, cancellationToken);

    /// <summary>Starts the download of a file whose hash is known.</summary>
    /// <typeparam name="TBody">The body of the request, which such an operation does not have.</typeparam>
    /// <typeparam name="TAnswer">The answer, which is no JSON object.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Values of the operation's parameters.</param>
    /// <param name="expectedSha256">The hash, in hexadecimal digits as the API tells it or in Base64 as webhooks do.</param>
    /// <param name="cancellationToken">Gives up waiting for the first bytes.</param>
    /// <returns>The file; dispose it. Reading its end throws <see cref="InvalidDataException"/> when the bytes have another hash.</returns>
    /// <exception cref="ArgumentException">An argument is missing, or the hash is none.</exception>
    /// <exception cref="InvalidOperationException">There is no token for it, or the address is none that a token may be sent to; nothing was sent.</exception>
    /// <exception cref="WhatsAppApiException">The operation failed; 404 means that the address has expired.</exception>
    public Task<MediaDownload> DownloadVerifiedAsync<TBody, TAnswer>(
        ApiOperation<TBody, TAnswer> operation, ApiArguments arguments, string expectedSha256, CancellationToken cancellationToken = default)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer>
    {
        ArgumentNullException.ThrowIfNull(expectedSha256);
        return DownloadAsync(operation, arguments, account: null, HashingStream.ParseHash(expectedSha256), cancellationToken);
    }

    /// <summary>Starts the download of a file whose address expires: where that has happened, a new one is asked for, once.</summary>
    /// <typeparam name="TBody">The body of the request, which such an operation does not have.</typeparam>
    /// <typeparam name="TAnswer">The answer, which is no JSON object.</typeparam>
    /// <param name="operation">The operation; its path is the address alone.</param>
    /// <param name="locate">Asks the API where the file is and what its hash is.</param>
    /// <param name="cancellationToken">Gives up waiting for the first bytes.</param>
    /// <returns>The file; dispose it. Reading its end throws <see cref="InvalidDataException"/> when the bytes have another hash than expected.</returns>
    /// <exception cref="ArgumentException">The operation's path is no address alone, or the hash is none.</exception>
    /// <exception cref="InvalidOperationException">There is no token for it, or the address is none that a token may be sent to; nothing was sent.</exception>
    /// <exception cref="WhatsAppApiException">The operation failed.</exception>
    public async Task<MediaDownload> DownloadVerifiedAsync<TBody, TAnswer>(
        ApiOperation<TBody, TAnswer> operation, Func<CancellationToken, Task<MediaLocation>> locate, CancellationToken cancellationToken = default)
        where TBody : Payload, IPayload<TBody>
        where TAnswer : Payload, IPayload<TAnswer>
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(locate);
        if (operation.Path is not ['{', .., '}'])
        {
            throw new ArgumentException($"{operation.Name} takes no address that an earlier answer gave.", nameof(operation));
        }

        try
        {
            return await DownloadAsync(operation, await locate(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (WhatsAppApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound && exception.Operation == operation.Name)
        {
            return await DownloadAsync(operation, await locate(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<MediaDownload> DownloadAsync(ApiOperation operation, MediaLocation location, CancellationToken cancellationToken) => DownloadAsync(
        operation,
        new ApiArguments { { operation.Path[1..^1], location.Url } },
        location.Account,
        location.Sha256 is null ? null : HashingStream.ParseHash(location.Sha256),
        cancellationToken);

    private async Task<MediaDownload> DownloadAsync(ApiOperation operation, ApiArguments arguments, string? account, byte[]? hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(arguments);
        ApiRun run = _state.Current;
        if (run.Options.ValidatePayloads)
        {
            ArgumentCheck.ThrowIfRefused(operation, arguments);
        }

        using ApiCall call = Call(operation, arguments, body: null, account);
        return await run.RunAsync(call, isTransfer: true, ReadFileAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<MediaDownload> ReadFileAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new MediaDownload(response, hash is null ? stream : new HashingStream(stream, hash));
        }
    }
}
