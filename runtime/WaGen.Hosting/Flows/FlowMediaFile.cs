using System.Diagnostics.CodeAnalysis;

namespace WaGen;

/// <summary>A file that a user sent from a screen of a Flow to its data endpoint: where it is, and what decrypts it.</summary>
/// <remarks>The components <c>PhotoPicker</c> and <c>DocumentPicker</c> send arrays of these. The file may be malicious: treat it like anything that strangers upload.</remarks>
public sealed class FlowMediaFile
{
    /// <summary>The largest file that the components accept, in bytes: 25 MiB.</summary>
    public const long LargestFile = 25L * 1024 * 1024;

    private const string Host = "whatsapp.net";
    private const int HashSize = 32;
    private const int KeySize = 32;
    private const int VectorSize = 16;

    private readonly FlowMediaKeys _keys;

    private FlowMediaFile(string? id, string? fileName, Uri url, FlowMediaKeys keys)
    {
        Id = id;
        FileName = fileName;
        Url = url;
        _keys = keys;
    }

    /// <summary>The id of the file; null when it is not told.</summary>
    public string? Id { get; }

    /// <summary>The name that the user's device gave the file; null when it is not told. Never use it as a path.</summary>
    public string? FileName { get; }

    /// <summary>Where to download the encrypted file; no token is needed. Always HTTPS and a host of <c>whatsapp.net</c>.</summary>
    public Uri Url { get; }

    /// <summary>Reads an element of the array.</summary>
    /// <param name="json">The element.</param>
    /// <param name="file">The file; null when it cannot be used.</param>
    /// <returns>
    /// Whether it is complete and lies where the platform keeps files. The request was put together on the phone of a user, who could name any address, also
    /// one inside your network.
    /// </returns>
    public static bool TryRead(RawJson json, [NotNullWhen(true)] out FlowMediaFile? file)
    {
        file = null;
        RawJson metadata = json["encryption_metadata"u8];
        if (!Uri.TryCreate(json["cdn_url"u8].GetString(), UriKind.Absolute, out Uri? url) || !IsTrusted(url)
            || !TryReadBytes(metadata["encryption_key"u8], KeySize, out byte[]? key)
            || !TryReadBytes(metadata["hmac_key"u8], KeySize, out byte[]? macKey)
            || !TryReadBytes(metadata["iv"u8], VectorSize, out byte[]? vector)
            || !TryReadBytes(metadata["encrypted_hash"u8], HashSize, out byte[]? encryptedHash)
            || !TryReadBytes(metadata["plaintext_hash"u8], HashSize, out byte[]? plainHash))
        {
            return false;
        }

        file = new FlowMediaFile(json["media_id"u8].GetString(), json["file_name"u8].GetString(), url, new(key, macKey, vector, encryptedHash, plainHash));
        return true;
    }

    /// <summary>Decrypts the file while it is read.</summary>
    /// <param name="encrypted">What <see cref="Url"/> gave.</param>
    /// <param name="destination">Takes the file. Use nothing of it before the task has ended well.</param>
    /// <param name="maxBytes">The largest encrypted file to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Ends when everything is written and its hashes are right.</returns>
    /// <exception cref="InvalidDataException">It is not the file that was announced, or it is too large; throw away what was written.</exception>
    public Task DecryptAsync(Stream encrypted, Stream destination, long maxBytes = LargestFile + 1024, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(encrypted);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        return DecryptCoreAsync(encrypted, destination, maxBytes, cancellationToken);
    }

    /// <summary>Names the type only.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FlowMediaFile);

    private static bool IsTrusted(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.UserInfo.Length == 0
        && (url.IdnHost.Equals(Host, StringComparison.OrdinalIgnoreCase) || url.IdnHost.EndsWith("." + Host, StringComparison.OrdinalIgnoreCase));

    private static bool TryReadBytes(RawJson json, int size, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = new byte[size];
        if (json.GetString() is { } text && Convert.TryFromBase64String(text, bytes, out int written) && written == size)
        {
            return true;
        }

        bytes = null;
        return false;
    }

    private async Task DecryptCoreAsync(Stream encrypted, Stream destination, long maxBytes, CancellationToken cancellationToken)
    {
        using var decryption = new FlowMediaDecryption(_keys);
        byte[] input = new byte[FlowMediaDecryption.ChunkSize];
        byte[] output = new byte[FlowMediaDecryption.OutputSize];
        long total = 0;
        int read;
        while ((read = await encrypted.ReadAsync(input, cancellationToken).ConfigureAwait(false)) > 0)
        {
            total += read;
            if (total > maxBytes)
            {
                throw new InvalidDataException("The file is larger than allowed; do not use what was written.");
            }

            int written = decryption.Add(input.AsSpan(0, read), output);
            await destination.WriteAsync(output.AsMemory(0, written), cancellationToken).ConfigureAwait(false);
        }

        int rest = decryption.Finish(output);
        await destination.WriteAsync(output.AsMemory(0, rest), cancellationToken).ConfigureAwait(false);
    }
}
