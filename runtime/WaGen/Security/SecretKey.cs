using System.Security.Cryptography;

namespace WaGen;

/// <summary>One secret with a few prepared hashes, so that the key is not set up again for each body.</summary>
internal sealed class SecretKey(string app, byte[] secret)
{
    private readonly IncrementalHash?[] _idle = new IncrementalHash?[Math.Clamp(Environment.ProcessorCount, 2, 64)];

    /// <summary>Gets the name of the app that has the secret.</summary>
    public string App { get; } = app;

    /// <summary>Checks a body in constant time.</summary>
    public bool Verify(ReadOnlySpan<byte> body, in WebhookSignature expected)
    {
        IncrementalHash hash = Take();
        Span<byte> actual = stackalloc byte[WebhookSignature.Size];
        hash.AppendData(body);
        bool computed = hash.TryGetHashAndReset(actual, out int written) && written == WebhookSignature.Size;
        Put(hash);
        return computed && expected.EqualsInConstantTime(actual);
    }

    private IncrementalHash Take()
    {
        foreach (ref IncrementalHash? place in _idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } hash)
            {
                return hash;
            }
        }

        return IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
    }

    private void Put(IncrementalHash hash)
    {
        foreach (ref IncrementalHash? place in _idle.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, hash, null) is null)
            {
                return;
            }
        }

        hash.Dispose();
    }
}
