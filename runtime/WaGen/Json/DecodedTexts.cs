using System.Buffers;
using System.Diagnostics;
using System.Numerics;

namespace WaGen.Runtime;

/// <summary>The strings of a document whose escapes were decoded, in chunks that never move. Not thread-safe.</summary>
internal sealed class DecodedTexts(bool pooled)
{
    private const int FirstChunk = 4096;
    private const int LargestChunk = 1024 * 1024;

    private Chunk[] _chunks = [];
    private int _chunkCount;

    // Open addressing, at most half full; an entry with key 0 is free.
    private Entry[] _entries = [];
    private int _entryCount;
    private int _mask = -1;

    /// <summary>Gets how many strings were decoded.</summary>
    public int Count => _entryCount;

    /// <summary>Finds the text of a string that was decoded before.</summary>
    public bool TryGet(int node, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (_entryCount == 0)
        {
            return false;
        }

        ref Entry entry = ref Find(_entries, _mask, node + 1);
        if (entry.Key == 0)
        {
            return false;
        }

        text = new ReadOnlySpan<byte>(_chunks[entry.Chunk].Bytes, entry.Offset, entry.Length);
        return true;
    }

    /// <summary>Decodes a string that was not decoded before.</summary>
    /// <param name="node">The tape index of the string.</param>
    /// <param name="content">The string's content with its escapes.</param>
    public ReadOnlySpan<byte> Add(int node, ReadOnlySpan<byte> content)
    {
        if ((_entryCount + 1) * 2 > _mask + 1)
        {
            GrowEntries();
        }

        if (_chunkCount == 0 || _chunks[_chunkCount - 1].Free < content.Length)
        {
            AddChunk(content.Length);
        }

        ref Chunk chunk = ref _chunks[_chunkCount - 1];
        int offset = chunk.Used;
        int length = JsonText.Unescape(content, chunk.Bytes.AsSpan(offset));
        chunk.Used += length;

        Find(_entries, _mask, node + 1) = new Entry { Key = node + 1, Chunk = _chunkCount - 1, Offset = offset, Length = length };
        _entryCount++;
        return new ReadOnlySpan<byte>(chunk.Bytes, offset, length);
    }

    /// <summary>Clears the texts, keeps small arrays and gives larger ones to the shared pool.</summary>
    public void Reset()
    {
        Debug.Assert(pooled, "The texts of a detached document are never reset.");
        for (int index = 0; index < _chunkCount; index++)
        {
            ref Chunk chunk = ref _chunks[index];
            chunk.Bytes.AsSpan(0, chunk.Used).Clear();
            chunk.Used = 0;
            if (index > 0 || chunk.Bytes.Length > WebhookDocument.RetainedBytes)
            {
                ArrayPool<byte>.Shared.Return(chunk.Bytes);
                chunk = default;
            }
        }

        _chunkCount = _chunks.Length > 0 && _chunks[0].Bytes is not null ? 1 : 0;
        if (_entryCount > 0)
        {
            _entryCount = 0;
            _entries.AsSpan(0, _mask + 1).Clear();
            if (_entries.Length > WebhookDocument.RetainedBytes / 16)
            {
                ArrayPool<Entry>.Shared.Return(_entries);
                _entries = [];
                _mask = -1;
            }
        }
    }

    private static ref Entry Find(Entry[] entries, int mask, int key)
    {
        int index = (int)((uint)key * 0x9E3779B1u >> 7) & mask;
        while (entries[index].Key != 0 && entries[index].Key != key)
        {
            index = (index + 1) & mask;
        }

        return ref entries[index];
    }

    private void AddChunk(int needed)
    {
        if (_chunkCount == _chunks.Length)
        {
            Array.Resize(ref _chunks, Math.Max(4, _chunkCount * 2));
        }

        // Detached documents live long and hold little, so their chunks have no spare room.
        byte[] bytes = pooled
            ? ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Min(FirstChunk << Math.Min(_chunkCount, 16), LargestChunk)))
            : new byte[needed];
        _chunks[_chunkCount++] = new Chunk { Bytes = bytes };
    }

    private void GrowEntries()
    {
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(_mask + 1, pooled ? 32 : 4) * 2);
        Entry[] larger = pooled ? ArrayPool<Entry>.Shared.Rent(length) : new Entry[length];
        larger.AsSpan(0, length).Clear();
        foreach (Entry entry in _entries.AsSpan(0, _mask + 1))
        {
            if (entry.Key != 0)
            {
                Find(larger, length - 1, entry.Key) = entry;
            }
        }

        if (pooled && _entries.Length > 0)
        {
            ArrayPool<Entry>.Shared.Return(_entries);
        }

        _entries = larger;
        _mask = length - 1;
    }

    private struct Chunk
    {
        public byte[] Bytes;
        public int Used;

        public readonly int Free => Bytes.Length - Used;
    }

    private struct Entry
    {
        public int Key;
        public int Chunk;
        public int Offset;
        public int Length;
    }
}
