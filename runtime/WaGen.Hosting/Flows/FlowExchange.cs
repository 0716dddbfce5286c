using System.Security.Cryptography;
using WaGen.Hosting;

namespace WaGen;

/// <summary>A decrypted request of a Flow, and what its answer has to be encrypted with. Dispose it, which erases the key.</summary>
public sealed class FlowExchange : IDisposable
{
    private readonly byte[] _vector;
    private byte[]? _key;

    internal FlowExchange(byte[] utf8Json, byte[] key, byte[] vector)
    {
        Utf8Json = utf8Json;
        _key = key;
        _vector = vector;
    }

    /// <summary>The request as JSON in UTF-8; always an object.</summary>
    public ReadOnlyMemory<byte> Utf8Json { get; }

    /// <summary>Encrypts the answer. That works once: two answers under one key and vector would betray both.</summary>
    /// <param name="utf8Json">The answer as JSON in UTF-8.</param>
    /// <returns>The body of the response, Base64 for <c>text/plain</c>.</returns>
    /// <exception cref="InvalidOperationException">An answer was encrypted before, or the exchange was disposed.</exception>
    public string EncryptAnswer(ReadOnlySpan<byte> utf8Json)
    {
        byte[] key = Interlocked.Exchange(ref _key, null) ?? throw new InvalidOperationException("An exchange has one answer.");
        byte[] encrypted = new byte[utf8Json.Length + FlowCipher.TagSize];
        Span<byte> vector = stackalloc byte[_vector.Length];
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = (byte)~_vector[i];
        }

        FlowCipher.Encrypt(key, vector, utf8Json, encrypted);
        CryptographicOperations.ZeroMemory(key);
        return Convert.ToBase64String(encrypted);
    }

    /// <summary>Erases the key.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _key, null) is { } key)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Names the type only.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FlowExchange);
}
