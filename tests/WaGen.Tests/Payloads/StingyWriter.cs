using System.Buffers;

namespace WaGen.Tests.Payloads;

/// <summary>Gives little more memory than it is asked for, each time other memory, and filled with what must not be found in the output.</summary>
internal sealed class StingyWriter(int more) : IBufferWriter<byte>
{
    private readonly List<byte> _written = [];
    private byte[] _given = [];

    /// <summary>Gets what was written.</summary>
    public byte[] Written => [.. _written];

    /// <summary>Gets the most bytes that were asked for at a time.</summary>
    public int LargestRequest { get; private set; }

    /// <inheritdoc/>
    public void Advance(int count) => _written.AddRange(_given.AsSpan(0, count));

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        LargestRequest = Math.Max(LargestRequest, sizeHint);
        _given = new byte[Math.Max(1, sizeHint + more)];
        Array.Fill(_given, (byte)0xFF);
        return _given;
    }
}
