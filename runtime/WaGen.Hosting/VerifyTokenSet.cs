using System.Security.Cryptography;
using System.Text;

namespace WaGen.Hosting;

/// <summary>The verify tokens of an endpoint, kept and compared as hashes.</summary>
internal sealed class VerifyTokenSet
{
    private readonly byte[][] _hashes;

    public VerifyTokenSet(WhatsAppWebhookOptions options)
    {
        IEnumerable<string> tokens = string.IsNullOrEmpty(options.VerifyToken) ? options.VerifyTokens : options.VerifyTokens.Prepend(options.VerifyToken);
        _hashes = [.. tokens.Select(static token => SHA256.HashData(Encoding.UTF8.GetBytes(token)))];
    }

    /// <summary>Whether <paramref name="token"/> is one of the tokens. The time taken tells neither which one, nor how much of it was right.</summary>
    public bool Contains(string token)
    {
        // Hashes have one length, so the comparison does not reveal how long the tokens are.
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        bool found = false;
        foreach (byte[] known in _hashes)
        {
            found |= CryptographicOperations.FixedTimeEquals(hash, known);
        }

        return found;
    }
}
