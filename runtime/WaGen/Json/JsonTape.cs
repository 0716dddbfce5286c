using System.Buffers;

namespace WaGen.Runtime;

/// <summary>The flat form of one JSON text: a node for each value and member name, in document order.</summary>
/// <param name="pooled">Whether memory comes from the shared pool and goes back to it.</param>
internal sealed partial class JsonTape(bool pooled = true)
{
    /// <summary>How many objects and arrays may be nested.</summary>
    public const int MaxDepth = 512;

    private const int RetainedNodes = WebhookDocument.RetainedBytes / 16;

    /// <summary>The nodes, <see cref="Count"/> of them in use.</summary>
    public TapeNode[] Nodes = [];

    /// <summary>Nodes in use, 0 when nothing was parsed.</summary>
    public int Count;

    /// <summary>Parses a text whose root must be an object. See the other overload.</summary>
    public bool TryParse(ReadOnlySpan<byte> utf8, out JsonFault fault) => TryParse(utf8, anyRoot: false, out fault);

    /// <summary>Forgets the nodes. Keeps an array of up to 4,096 nodes and gives a larger one to the shared pool.</summary>
    public void Reset()
    {
        Count = 0;
        if (Nodes.Length > RetainedNodes)
        {
            Release();
        }
    }

    /// <summary>Cuts the memory of a tape that is not pooled to what it uses.</summary>
    public void Trim()
    {
        if (!pooled && Nodes.Length > Count)
        {
            Nodes = Nodes.AsSpan(0, Count).ToArray();
        }
    }

    private void Grow(int used, int needed)
    {
        int length = Math.Max(needed, Math.Min(Nodes.Length, Array.MaxLength / 2) * 2);
        TapeNode[] larger = pooled ? ArrayPool<TapeNode>.Shared.Rent(length) : new TapeNode[length];
        Nodes.AsSpan(0, used).CopyTo(larger);
        Release();
        Nodes = larger;
    }

    private void Release()
    {
        if (pooled && Nodes.Length > 0)
        {
            ArrayPool<TapeNode>.Shared.Return(Nodes);
        }

        Nodes = [];
    }
}
