using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>What generated types use to bind themselves and to tell the variants of a union apart.</summary>
public sealed partial class JsonBinder
{
    /// <summary>What <see cref="FindObject"/> returns when there is no object; the other methods here accept it.</summary>
    private const int NoObject = -1;

    /// <summary>Binds an object member by member; a member that its type does not know is recorded.</summary>
    /// <typeparam name="T">The generated type of the object.</typeparam>
    /// <param name="node">The tape index of the object.</param>
    /// <param name="slotCount">How many slots the type has.</param>
    /// <returns>The index of the block.</returns>
    public int BindMembers<T>(int node, int slotCount)
        where T : struct, IJsonView<T>
    {
        if (_document.Walk is { } walk)
        {
            return walk.Members<T>(this, node, slotCount, isOpen: false);
        }

        int block = Begin(node, slotCount);
        BindEach<T>(node, block, keepUnknown: false);
        return block;
    }

    /// <summary>Binds those members of a union that all its variants have, and keeps the others until the variant is known.</summary>
    /// <typeparam name="T">The generated type of the union.</typeparam>
    /// <param name="node">The tape index of the object.</param>
    /// <param name="slotCount">How many slots the largest variant has.</param>
    /// <param name="rest">What to hand to <see cref="BindRest"/>, which must follow.</param>
    /// <returns>The index of the block.</returns>
    public int BindShared<T>(int node, int slotCount, out int rest)
        where T : struct, IJsonView<T>
    {
        rest = _document.RestCount;
        if (_document.Walk is { } walk)
        {
            KeepAll(node);
            return walk.Pending;
        }

        int block = Begin(node, slotCount);
        BindEach<T>(node, block, keepUnknown: true);
        return block;
    }

    /// <summary>Binds what <see cref="BindShared"/> has left; a member that the variant does not know either is recorded.</summary>
    /// <typeparam name="T">The generated type of the variant, whose slots start with those of the union.</typeparam>
    /// <param name="node">The tape index of the object.</param>
    /// <param name="block">The block of the object.</param>
    /// <param name="rest">What <see cref="BindShared"/> has left.</param>
    /// <param name="isOpen">Whether members that no type knows are expected.</param>
    /// <returns>The index of the block.</returns>
    public int BindRest<T>(int node, int block, int rest, bool isOpen = false)
        where T : struct, IJsonView<T>
    {
        if (_document.Walk is { } walk)
        {
            _document.RestCount = rest;
            return walk.Members<T>(this, node, T.SlotCount, isOpen);
        }

        int end = _document.RestCount;
        for (int i = rest; i < end; i++)
        {
            int name = _document.RestAt(i);
            if (!T.BindMember(this, block, Text(name), name + 1) && !isOpen)
            {
                _document.AddDrift(DriftKind.UnknownMember, name);
            }
        }

        _document.RestCount = rest;
        return block;
    }

    /// <summary>Binds one member as another type would, whose slots come first in the block.</summary>
    /// <typeparam name="T">The other type.</typeparam>
    /// <param name="block">The block of the object.</param>
    /// <param name="name">The name of the member, decoded.</param>
    /// <param name="value">The tape index of its value.</param>
    /// <returns>Whether the member is known.</returns>
    public bool BindMember<T>(int block, ReadOnlySpan<byte> name, int value)
        where T : struct, IJsonView<T> => T.BindMember(this, block, name, value);

    /// <summary>Finds a member that is an object.</summary>
    /// <param name="node">The object around it, or the result of another call of this method.</param>
    /// <param name="name">The name of the member.</param>
    /// <returns>The tape index; negative when there is no such object.</returns>
    public int FindObject(int node, ReadOnlySpan<byte> name) => FindMember(node, name) is int found and not 0 && Kind(found) == JsonKind.Object ? found : NoObject;

    /// <summary>Finds a member of what <see cref="FindObject"/> returned.</summary>
    /// <param name="node">The object around it; a negative index has no members.</param>
    /// <param name="name">The name of the member.</param>
    /// <returns>The tape index; 0 when the member is absent or null.</returns>
    public int FindMember(int node, ReadOnlySpan<byte> name) => node < 0 ? 0 : Find(node, name);

    /// <summary>Finds a member of an object that is bound already.</summary>
    /// <param name="node">The object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="block">The block of the object.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>The tape index; 0 when the member is absent or null.</returns>
    public int FindMember(int node, ReadOnlySpan<byte> name, int block, int slot)
    {
        // A member that is there and was not bound is a difference.
        int bound = Place(block, slot);
        return bound != 0 || _document.DriftTotal == 0 ? bound : Find(node, name);
    }

    /// <summary>Tells whether an object, array or map is there that was bound.</summary>
    /// <param name="block">The block of the object that has the member.</param>
    /// <param name="slot">The slot of the member.</param>
    /// <returns>Whether the member is there and of the right kind.</returns>
    public bool IsBound(int block, int slot) => Place(block, slot) != 0;

    /// <summary>Tells whether the content of a variant is there.</summary>
    /// <param name="node">The object around it; a negative index has no members.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="kind">What the content must be.</param>
    /// <returns>Whether the member is there and of that kind.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool HasContent(int node, ReadOnlySpan<byte> name, JsonKind kind) => FindMember(node, name) is int found and not 0 && Kind(found) == kind;

    /// <summary>Tells whether a member is there but of another kind.</summary>
    /// <param name="node">The object around it; a negative index has no members.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="kind">What the member must be.</param>
    /// <returns>Whether the member is there, not null, and of another kind.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool IsMalformed(int node, ReadOnlySpan<byte> name, JsonKind kind) => FindMember(node, name) is int found and not 0 && Kind(found) != kind;

    /// <summary>Confirms a variant unless its content is of another kind.</summary>
    /// <param name="node">The object around the content; a negative index has no members.</param>
    /// <param name="name">The name of the content.</param>
    /// <param name="kind">What the content must be.</param>
    /// <param name="variant">The number of the variant.</param>
    /// <returns>The variant, also when the content is absent or null; otherwise <see cref="WebhookVariant.MalformedContent"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int CheckContent(int node, ReadOnlySpan<byte> name, JsonKind kind, int variant) => IsMalformed(node, name, kind) ? WebhookVariant.MalformedContent : variant;

    /// <summary>Confirms a variant unless its content, one of the members that <see cref="BindShared"/> has left, is of another kind.</summary>
    /// <param name="rest">What <see cref="BindShared"/> has left.</param>
    /// <param name="name">The name of the content.</param>
    /// <param name="kind">What the content must be.</param>
    /// <param name="variant">The number of the variant.</param>
    /// <returns>The variant, also when the content is absent or null; otherwise <see cref="WebhookVariant.MalformedContent"/>.</returns>
    public int CheckRest(int rest, ReadOnlySpan<byte> name, JsonKind kind, int variant)
    {
        // The last member of a name counts.
        for (int i = _document.RestCount - 1; i >= rest; i--)
        {
            int found = _document.RestAt(i);
            if (Text(found).SequenceEqual(name))
            {
                return Kind(found + 1) == kind || Kind(found + 1) == JsonKind.Null ? variant : WebhookVariant.MalformedContent;
            }
        }

        return variant;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BindEach<T>(int node, int block, bool keepUnknown)
        where T : struct, IJsonView<T>
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        byte[] body = _document.Body;
        int end = nodes[node].Next;
        for (int name = node + 1; name < end;)
        {
            ref readonly TapeNode text = ref nodes[name];
            int value = name + 1;
            int next = nodes[value].Next;
            ReadOnlySpan<byte> utf8 = text.Escaped ? _document.Decode(name) : new ReadOnlySpan<byte>(body, text.Offset, text.Length);
            if (!T.BindMember(this, block, utf8, value))
            {
                if (keepUnknown)
                {
                    _document.KeepForRest(name);
                }
                else
                {
                    _document.AddDrift(DriftKind.UnknownMember, name);
                }
            }

            name = next;
        }
    }

    /// <summary>Keeps all members of an object, when nothing is bound.</summary>
    private void KeepAll(int node)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        for (int name = node + 1; name < nodes[node].Next; name = nodes[name + 1].Next)
        {
            _document.KeepForRest(name);
        }
    }
}
