using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace WaGen;

/// <summary>The signature of a body: 32 bytes of HMAC-SHA256.</summary>
/// <remarks>The default value is 32 zero bytes, which verify nothing.</remarks>
public readonly struct WebhookSignature : IEquatable<WebhookSignature>
{
    /// <summary>Bytes of a signature.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const string Prefix = "sha256=";

    private readonly Mac _mac;

    /// <summary>Wraps the bytes of a signature.</summary>
    /// <param name="mac">32 bytes.</param>
    /// <exception cref="ArgumentException">There are not 32 bytes.</exception>
    public WebhookSignature(ReadOnlySpan<byte> mac)
    {
        if (mac.Length != Size)
        {
            throw new ArgumentException("A signature has 32 bytes.", nameof(mac));
        }

        mac.CopyTo(_mac);
    }

    /// <summary>Gets the bytes.</summary>
    [UnscopedRef]
    internal ReadOnlySpan<byte> Bytes => _mac;

    /// <summary>Compares two signatures in constant time.</summary>
    /// <param name="left">One signature.</param>
    /// <param name="right">The other signature.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(WebhookSignature left, WebhookSignature right) => left.Equals(right);

    /// <summary>Compares two signatures in constant time.</summary>
    /// <param name="left">One signature.</param>
    /// <param name="right">The other signature.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(WebhookSignature left, WebhookSignature right) => !left.Equals(right);

    /// <summary>Reads a signature header: <c>sha256=</c> and 64 hexadecimal digits of either case.</summary>
    /// <param name="header">The value of the header, without white space around it.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>Whether the header has this form.</returns>
    public static bool TryParse(ReadOnlySpan<char> header, out WebhookSignature signature)
    {
        Span<byte> mac = stackalloc byte[Size];
        if (header.Length == Prefix.Length + (Size * 2)
            && header.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.FromHexString(header[Prefix.Length..], mac, out _, out _) == System.Buffers.OperationStatus.Done)
        {
            signature = new WebhookSignature(mac);
            return true;
        }

        signature = default;
        return false;
    }

    /// <summary>Compares two signatures in constant time.</summary>
    /// <param name="other">The other signature.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WebhookSignature other) => EqualsInConstantTime(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WebhookSignature other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>Returns the signature as a sender writes it in the header.</summary>
    /// <returns><c>sha256=</c> and 64 lower-case hexadecimal digits.</returns>
    public override string ToString() => Prefix + Convert.ToHexStringLower(Bytes);

    /// <summary>Compares with 32 bytes. Every byte counts before anything is decided, so the time says nothing about where they differ.</summary>
    internal bool EqualsInConstantTime(ReadOnlySpan<byte> mac)
    {
        ReadOnlySpan<ulong> left = MemoryMarshal.Cast<byte, ulong>(Bytes);
        ReadOnlySpan<ulong> right = MemoryMarshal.Cast<byte, ulong>(mac[..Size]);
        return ((left[0] ^ right[0]) | (left[1] ^ right[1]) | (left[2] ^ right[2]) | (left[3] ^ right[3])) == 0;
    }

    [InlineArray(Size)]
    private struct Mac
    {
        private byte _first;
    }
}
