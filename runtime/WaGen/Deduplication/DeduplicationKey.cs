using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace WaGen;

/// <summary>Stands for one event and one of its handlers: 128 bits, the same in every process and version.</summary>
/// <remarks>Made by a hash, so nothing can be read from it, and keys are spread evenly. The default value is a key like any other.</remarks>
public readonly struct DeduplicationKey : IEquatable<DeduplicationKey>
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 16;

    private DeduplicationKey(ulong high, ulong low)
    {
        High = high;
        Low = low;
    }

    /// <summary>Reads a key as <see cref="WriteTo"/> writes it.</summary>
    /// <param name="bytes">16 bytes.</param>
    /// <exception cref="ArgumentException">There are not 16 bytes.</exception>
    public DeduplicationKey(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException("A key has 16 bytes.", nameof(bytes));
        }

        High = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        Low = BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]);
    }

    /// <summary>Gets the first half.</summary>
    internal ulong High { get; }

    /// <summary>Gets the second half.</summary>
    internal ulong Low { get; }

    /// <summary>Compares two keys.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other key.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(DeduplicationKey left, DeduplicationKey right) => left.Equals(right);

    /// <summary>Compares two keys.</summary>
    /// <param name="left">One key.</param>
    /// <param name="right">The other key.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(DeduplicationKey left, DeduplicationKey right) => !left.Equals(right);

    /// <summary>Writes the key, for instance as the primary key of a table.</summary>
    /// <param name="destination">Takes 16 bytes.</param>
    /// <exception cref="ArgumentException">There is no room for 16 bytes.</exception>
    public void WriteTo(Span<byte> destination)
    {
        if (destination.Length < Size)
        {
            throw new ArgumentException("A key has 16 bytes.", nameof(destination));
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, High);
        BinaryPrimitives.WriteUInt64BigEndian(destination[sizeof(ulong)..], Low);
    }

    /// <inheritdoc/>
    public bool Equals(DeduplicationKey other) => High == other.High && Low == other.Low;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DeduplicationKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(High, Low);

    /// <summary>Returns the key as text.</summary>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        WriteTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Joins the key of an event with that of a handler; both are hashes, so the result is as good as one over both.</summary>
    internal DeduplicationKey With(DeduplicationKey handler) => new(High ^ handler.High, Low ^ handler.Low);
}
