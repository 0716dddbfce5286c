using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

/// <summary>One received body with everything that was read from it: bytes, tape, bound members, decoded text. Plumbing of generated code.</summary>
/// <remarks>
/// Documents are pooled. Each return raises the version, which turns every view that is still held into one that throws
/// <see cref="ObjectDisposedException"/>. Binding must be over before the first handler sees a view; reading is safe from many threads.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class WebhookDocument
{
    /// <summary>Arrays above this size (64 KiB each) are handed on to the shared pool instead of being kept by a pooled document.</summary>
    internal const int RetainedBytes = 64 * 1024;

    /// <summary>How many more slots than needed are cleared at a time.</summary>
    private const int SlotsClearedAhead = 1024;

    /// <summary>Offset of the tape node in an object block.</summary>
    internal const int BlockNode = 0;

    /// <summary>Offset of the variant code in an object block.</summary>
    internal const int BlockVariant = 1;

    /// <summary>Offset of the number of the item (1-based, 0 for none) in an object block.</summary>
    internal const int BlockItem = 2;

    /// <summary>Offset of the first slot in an object block.</summary>
    internal const int BlockHeader = 3;

    /// <summary>Offset of the count in a list or map block, whose offset 0 holds the tape node.</summary>
    internal const int ListCount = 1;

    /// <summary>Offset of the first element in a list or map block.</summary>
    internal const int ListHeader = 2;

    /// <summary>The values of the body in document order.</summary>
    internal readonly JsonTape Tape;

    /// <summary>Binds the objects of the body.</summary>
    internal readonly JsonBinder Binder;

    /// <summary>The received bytes, <see cref="BodyLength"/> of them in use.</summary>
    internal byte[] Body = [];

    /// <summary>Bytes of <see cref="Body"/> in use.</summary>
    internal int BodyLength;

    /// <summary>The bound blocks; zero from <see cref="SlotCount"/> up to what was cleared. Index 0 is never used, so that 0 can stand for absent.</summary>
    internal int[] Slots = [];

    /// <summary>Elements of <see cref="Slots"/> in use.</summary>
    internal int SlotCount = 1;

    /// <summary>The walk that visits bound views at the moment; null while views are bound.</summary>
    internal ViewWalk? Walk;

    private readonly bool _pooled;
    private bool _ownsBody;
    private int _clearedSlots;
    private bool _rented;
    private int _version;

    private WebhookDocument(bool pooled)
    {
        _pooled = pooled;
        Tape = new JsonTape(pooled);
        Binder = new JsonBinder(this);
        _decoded = new DecodedTexts(pooled);
    }

    /// <summary>Gets the version that a view of this document must carry.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <summary>Gets the received bytes.</summary>
    internal ReadOnlySpan<byte> Utf8 => new(Body, 0, BodyLength);

    /// <summary>Takes a document from the pool. It must be given back with <see cref="Return"/>.</summary>
    internal static WebhookDocument Rent()
    {
        WebhookDocument document = WebhookDocumentPool.TryTake() ?? new WebhookDocument(pooled: true);
        document._rented = true;
        return document;
    }

    /// <summary>Makes an unpooled document over a copy of <paramref name="utf8"/>, or returns null with the fault.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="anyRoot">Whether the root may be something else than an object.</param>
    /// <param name="fault">Why the text cannot be read.</param>
    internal static WebhookDocument? CreateDetached(ReadOnlySpan<byte> utf8, bool anyRoot, out JsonFault fault) =>
        CreateDetached(utf8.ToArray(), anyRoot, out fault);

    /// <summary>Makes an unpooled document that takes <paramref name="utf8"/> over, or returns null with the fault.</summary>
    internal static WebhookDocument? CreateDetached(byte[] utf8, bool anyRoot, out JsonFault fault)
    {
        var document = new WebhookDocument(pooled: false) { Body = utf8, BodyLength = utf8.Length };
        bool parsed = document.Tape.TryParse(utf8, anyRoot, out fault);
        document.Tape.Trim();
        return parsed ? document : null;
    }

    /// <summary>Makes an unpooled document over the copied bytes of an object of another one.</summary>
    /// <exception cref="InvalidOperationException">The bytes are not what was parsed before.</exception>
    internal static WebhookDocument OfCopy(byte[] utf8) =>
        CreateDetached(utf8, anyRoot: false, out JsonFault fault) ?? throw new InvalidOperationException("The body was changed while it was processed: " + fault);

    /// <summary>Binds the root object as <typeparamref name="T"/>. Only for detached documents.</summary>
    internal T BindRoot<T>()
        where T : struct, IJsonView<T>
    {
        int block = T.Bind(Binder, 0);
        Trim();
        return T.Create(new JsonView(this, Version, block));
    }

    /// <summary>Copies a body into the document's own memory.</summary>
    internal void CopyBody(ReadOnlySpan<byte> body)
    {
        if (!_ownsBody || Body.Length < body.Length)
        {
            ReleaseBody(retained: 0);
            Body = ArrayPool<byte>.Shared.Rent(body.Length);
            _ownsBody = true;
        }

        body.CopyTo(Body);
        BodyLength = body.Length;
    }

    /// <summary>Reads a body in the caller's memory, which must not change until the document is returned. The caller clears it.</summary>
    internal void UseBody(byte[] body, int length)
    {
        ReleaseBody(retained: 0);
        Body = body;
        BodyLength = length;
    }

    /// <summary>Parses the body. A second call forgets what was bound before.</summary>
    internal bool TryParse(out JsonFault fault)
    {
        ForgetSlots();
        RestCount = 0;
        bool parsed = Tape.TryParse(Utf8, anyRoot: false, out fault);
        if (Slots.Length < Tape.Count)
        {
            // Most objects have more slots than nodes: starting here saves a large body most of the growing.
            GrowSlots(Tape.Count * 2);
        }

        return parsed;
    }

    /// <summary>Reserves a zeroed run of slots and returns its index.</summary>
    internal int Reserve(int count)
    {
        int start = SlotCount;
        int end = start + count;
        if ((uint)end > (uint)_clearedSlots)
        {
            ClearSlots(checked(start + count));
        }

        SlotCount = end;
        return start;
    }

    /// <summary>Cuts the memory of a detached document to what it uses. Call it after binding.</summary>
    internal void Trim()
    {
        if (Slots.Length > SlotCount)
        {
            Slots = Slots.AsSpan(0, SlotCount).ToArray();
            _clearedSlots = SlotCount;
        }
    }

    /// <summary>Makes every view of this document late, clears what was received, and gives the document back to the pool.</summary>
    /// <exception cref="InvalidOperationException">The document is not rented.</exception>
    internal void Return()
    {
        lock (_decoding)
        {
            if (!_rented)
            {
                throw new InvalidOperationException("The document was returned twice, or never rented.");
            }

            _rented = false;

            // A reader that sees anything that is written from here on also sees the new version.
            Volatile.Write(ref _version, _version + 1);
            Volatile.WriteBarrier();
            ReleaseBody(RetainedBytes);
            if (Slots.Length > RetainedBytes / sizeof(int))
            {
                ReleaseSlots();
            }

            ForgetSlots();

            _decoded.Reset();
            ResetDrift();
            ForgetRest();
            Tape.Reset();
        }

        ResetItems();
        WebhookDocumentPool.Put(this);
    }

    /// <summary>Forgets the items, when the document is returned.</summary>
    partial void ResetItems();

    private void ReleaseBody(int retained)
    {
        if (_ownsBody)
        {
            Body.AsSpan(0, BodyLength).Clear();
            BodyLength = 0;
            if (Body.Length <= retained)
            {
                return;
            }

            ArrayPool<byte>.Shared.Return(Body);
        }

        Body = [];
        BodyLength = 0;
        _ownsBody = false;
    }

    private void GrowSlots(int needed)
    {
        int length = Math.Max(needed, Math.Min(Slots.Length, Array.MaxLength / 2) * 2);
        int[] larger = _pooled ? ArrayPool<int>.Shared.Rent(Math.Max(length, 256)) : new int[length];
        Slots.AsSpan(0, Math.Min(SlotCount, Slots.Length)).CopyTo(larger);
        ReleaseSlots();
        Slots = larger;
        _clearedSlots = SlotCount;
    }

    /// <summary>Clears slots up to an index and some more, so that most blocks find theirs cleared.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ClearSlots(int end)
    {
        if (end > Slots.Length)
        {
            GrowSlots(end);
        }

        int cleared = (int)Math.Min((long)end + SlotsClearedAhead, Slots.Length);
        Slots.AsSpan(_clearedSlots, cleared - _clearedSlots).Clear();
        _clearedSlots = cleared;
    }

    private void ForgetSlots()
    {
        Slots.AsSpan(0, Math.Min(SlotCount, Slots.Length)).Clear();
        _clearedSlots = Math.Min(_clearedSlots, Slots.Length);
        SlotCount = 1;
    }

    private void ReleaseSlots()
    {
        if (_pooled && Slots.Length > 0)
        {
            ArrayPool<int>.Shared.Return(Slots);
        }

        Slots = [];
        _clearedSlots = 0;
    }
}
