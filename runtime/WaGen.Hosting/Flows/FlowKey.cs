using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace WaGen.Hosting;

/// <summary>One private key, ready for use by one thread at a time.</summary>
internal sealed class FlowKey : IDisposable
{
    public const int Bits = 2048;

    private readonly Lock _lock = new();
    private readonly RSA _rsa;

    private FlowKey(RSA rsa) => _rsa = rsa;

    /// <summary>Gets the public half as PEM.</summary>
    public string PublicKey => _rsa.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>Reads a key, or says what is wrong with it, without a word of it.</summary>
    public static bool TryCreate(FlowPrivateKey source, [NotNullWhen(true)] out FlowKey? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        RSA? rsa = null;
        try
        {
            // Variables and vaults that take one line often hold the line breaks as two characters.
            string pem = source.Pem.Replace("\\n", "\n", StringComparison.Ordinal);
            problem = ProblemOf(pem, source.Passphrase);
            if (problem is not null)
            {
                return false;
            }

            rsa = RSA.Create();
            if (source.Passphrase is null)
            {
                rsa.ImportFromPem(pem);
            }
            else
            {
                rsa.ImportFromEncryptedPem(pem, source.Passphrase);
            }

            if (rsa.KeySize != Bits)
            {
                problem = $"has {rsa.KeySize} bits: the platform takes RSA keys of {Bits} bits";
                return false;
            }

            key = new FlowKey(rsa);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            problem = "cannot be read: it is damaged, or its passphrase is another one";
            return false;
        }
        finally
        {
            if (key is null)
            {
                rsa?.Dispose();
            }
        }
    }

    /// <summary>Decrypts the key of a request.</summary>
    /// <returns>Whether it was encrypted for this key and has the right size.</returns>
    public bool TryDecrypt(ReadOnlySpan<byte> encrypted, Span<byte> contentKey)
    {
        if (encrypted.Length != Bits / 8)
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[Bits / 8];
        try
        {
            int length;
            lock (_lock)
            {
                if (!_rsa.TryDecrypt(encrypted, plain, RSAEncryptionPadding.OaepSHA256, out length))
                {
                    return false;
                }
            }

            if (length != contentKey.Length)
            {
                return false;
            }

            plain[..length].CopyTo(contentKey);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public void Dispose() => _rsa.Dispose();

    private static string? ProblemOf(string pem, string? passphrase)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields))
        {
            return pem.Contains("Proc-Type:", StringComparison.Ordinal)
                ? "is encrypted in a way that is no longer in use: convert it with 'openssl pkcs8 -topk8'"
                : "is no PEM: it begins with '-----BEGIN PRIVATE KEY-----' or '-----BEGIN ENCRYPTED PRIVATE KEY-----'";
        }

        return (pem[fields.Label], passphrase) switch
        {
            ("ENCRYPTED PRIVATE KEY", null) => "is encrypted, but has no passphrase",
            ("ENCRYPTED PRIVATE KEY", _) => null,
            ("PRIVATE KEY" or "RSA PRIVATE KEY", null) => null,
            ("PRIVATE KEY" or "RSA PRIVATE KEY", _) => "has a passphrase, but is not encrypted",
            _ => "is no private RSA key",
        };
    }
}
