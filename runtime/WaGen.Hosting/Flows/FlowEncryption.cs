using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using WaGen.Hosting;

namespace WaGen;

/// <summary>Decrypts what the platform posts to the data endpoints of Flows, and encrypts the answers.</summary>
/// <remarks>
/// <para>Several keys make a change without a gap possible: add the new key, set its public half with the operation <c>SetEncryptionKey</c>, remove the old one a day later.</para>
/// <para>Safe for use by many threads at a time. <c>MapFlowEndpoint</c> uses it; take it yourself for other hosts.</para>
/// </remarks>
public sealed class FlowEncryption : IDisposable
{
    private const int ContentKeySize = 16;
    private const int VectorSize = 16;
    private const int MostDepth = 64;

    private readonly FlowKey[] _keys;

    /// <summary>Takes private keys.</summary>
    /// <param name="keys">At least one; the order is that of trying.</param>
    /// <exception cref="ArgumentException">There is none, or one cannot be used; the message says why and quotes nothing.</exception>
    public FlowEncryption(IEnumerable<FlowPrivateKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var usable = new List<FlowKey>();
        foreach (FlowPrivateKey source in keys)
        {
            if (!FlowKey.TryCreate(source, out FlowKey? key, out string? problem))
            {
                usable.ForEach(static earlier => earlier.Dispose());
                throw new ArgumentException($"Private key {usable.Count + 1} {problem}.", nameof(keys));
            }

            usable.Add(key);
        }

        _keys = usable.Count > 0 ? [.. usable] : throw new ArgumentException("There is no private key.", nameof(keys));
        PublicKeys = [.. usable.Select(static key => key.PublicKey)];
    }

    /// <summary>The public halves of the keys as PEM with line breaks, in the order of the keys.</summary>
    public IReadOnlyList<string> PublicKeys { get; }

    /// <summary>Makes a new pair of keys.</summary>
    /// <param name="passphrase">What to encrypt the private key with; null for not encrypting it.</param>
    /// <returns>The keys as PEM.</returns>
    public static FlowKeyPair CreateKeyPair(string? passphrase = null)
    {
        using var rsa = RSA.Create(FlowKey.Bits);
        string privateKey = passphrase is null
            ? rsa.ExportPkcs8PrivateKeyPem()
            : rsa.ExportEncryptedPkcs8PrivateKeyPem(passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 600_000));
        return new FlowKeyPair(privateKey + "\n", rsa.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    /// <summary>Decrypts a request whose signature was checked.</summary>
    /// <param name="utf8Body">The body as received: JSON with <c>encrypted_flow_data</c>, <c>encrypted_aes_key</c> and <c>initial_vector</c>.</param>
    /// <param name="exchange">The request, with what its answer is encrypted with; null when it is not <see cref="FlowDecryption.Decrypted"/>.</param>
    /// <returns>How it ended.</returns>
    /// <remarks>It says nothing about why a request is <see cref="FlowDecryption.NotDecrypted"/>, because that would help who sends forged ones.</remarks>
    /// <exception cref="ObjectDisposedException">The keys were given up.</exception>
    public FlowDecryption Decrypt(ReadOnlySpan<byte> utf8Body, out FlowExchange? exchange)
    {
        exchange = null;
        if (!TryReadEnvelope(utf8Body, out byte[]? data, out byte[]? key, out byte[]? vector))
        {
            return FlowDecryption.Malformed;
        }

        byte[] contentKey = new byte[ContentKeySize];
        if (data.Length < FlowCipher.TagSize || !_keys.Any(candidate => candidate.TryDecrypt(key, contentKey)))
        {
            return FlowDecryption.NotDecrypted;
        }

        byte[] plain = new byte[data.Length - FlowCipher.TagSize];
        if (!FlowCipher.TryDecrypt(contentKey, vector, data, plain))
        {
            CryptographicOperations.ZeroMemory(contentKey);
            return FlowDecryption.NotDecrypted;
        }

        if (!RawJson.TryParse(plain, out RawJson json) || json.Kind != JsonKind.Object)
        {
            CryptographicOperations.ZeroMemory(contentKey);
            return FlowDecryption.Malformed;
        }

        exchange = new FlowExchange(plain, contentKey, vector);
        return FlowDecryption.Decrypted;
    }

    /// <summary>Gives up the keys.</summary>
    public void Dispose() => Array.ForEach(_keys, static key => key.Dispose());

    private static bool TryReadEnvelope(
        ReadOnlySpan<byte> utf8Body, [NotNullWhen(true)] out byte[]? data, [NotNullWhen(true)] out byte[]? key, [NotNullWhen(true)] out byte[]? vector)
    {
        data = key = vector = null;
        try
        {
            var reader = new Utf8JsonReader(utf8Body, new JsonReaderOptions { MaxDepth = MostDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("encrypted_flow_data"u8))
                {
                    data = ReadBytes(ref reader);
                }
                else if (reader.ValueTextEquals("encrypted_aes_key"u8))
                {
                    key = ReadBytes(ref reader);
                }
                else if (reader.ValueTextEquals("initial_vector"u8))
                {
                    vector = ReadBytes(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            return reader.TokenType == JsonTokenType.EndObject && !reader.Read() && data is not null && key is not null && vector is { Length: VectorSize };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[]? ReadBytes(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : null;
}
