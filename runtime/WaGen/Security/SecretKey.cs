using System.Security.Cryptography;

namespace WaGen;

/// <summary>One secret with prepared hashes, so that the key is not set up again for each body: one for each thread that used it last, and a few for all.</summary>
internal sealed class SecretKey(string app, byte[] secret)
{
    // The key that this thread has used last, with a hash that no other thread has.
    [ThreadStatic]
    private static SecretKey? _keyOfThread;

    [ThreadStatic]
    private static IncrementalHash? _hashOfThread;

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
        if (_keyOfThread == this)
        {
            _keyOfThread = null;
            return _hashOfThread!;
        }

        foreach (ref IncrementalHash? place in _idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } hash)
            {
                return hash;
            }
        }

        return IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
    }

    /// <summary>Leaves a hash to the thread, and the one that the thread had to all.</summary>
    private void Put(IncrementalHash hash)
    {
        _keyOfThread?.Share(_hashOfThread!);
        _keyOfThread = this;
        _hashOfThread = hash;
    }

    private void Share(IncrementalHash hash)
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
