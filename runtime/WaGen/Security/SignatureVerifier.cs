using System.Security.Cryptography;
using System.Text;

namespace WaGen;

/// <summary>Checks bodies against the secrets of one or more apps. Safe to use from many threads at once; allocates nothing once it is warm.</summary>
public sealed class SignatureVerifier
{
    private readonly SecretKey[] _keys;

    /// <summary>Takes the secrets.</summary>
    /// <param name="secrets">Names of apps with their secrets; at least one. The order is that of trying.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is empty.</exception>
    public SignatureVerifier(IEnumerable<KeyValuePair<string, string>> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var keys = new List<SecretKey>();
        foreach ((string app, string secret) in secrets)
        {
            if (string.IsNullOrEmpty(secret))
            {
                throw new ArgumentException($"The secret of the app '{app}' is empty.", nameof(secrets));
            }

            keys.Add(new SecretKey(app, Encoding.UTF8.GetBytes(secret)));
        }

        if (keys.Count == 0)
        {
            throw new ArgumentException("There is no secret. Without one every body would have to be refused.", nameof(secrets));
        }

        _keys = [.. keys];
    }

    /// <summary>Signs a body as the sender does.</summary>
    /// <param name="secret">The secret, in UTF-8.</param>
    /// <param name="body">The body.</param>
    /// <returns>The signature.</returns>
    public static WebhookSignature Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body)
    {
        Span<byte> mac = stackalloc byte[WebhookSignature.Size];
        HMACSHA256.HashData(secret, body, mac);
        return new WebhookSignature(mac);
    }

    /// <summary>Checks a body in constant time for each secret.</summary>
    /// <param name="body">The body, byte for byte as received.</param>
    /// <param name="signature">The signature that came with it.</param>
    /// <param name="app">The name of the first app whose secret fits, or null.</param>
    /// <returns>Whether the signature was made with one of the secrets.</returns>
    public bool TryVerify(ReadOnlySpan<byte> body, in WebhookSignature signature, out string? app)
    {
        foreach (SecretKey key in _keys)
        {
            if (key.Verify(body, signature))
            {
                app = key.App;
                return true;
            }
        }

        app = null;
        return false;
    }
}
