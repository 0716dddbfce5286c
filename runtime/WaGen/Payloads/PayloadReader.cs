using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>Reads the members of one object into a payload. Plumbing of printed code.</summary>
/// <remarks>
/// Base record and variant each walk over all members and take their own. What nobody took is unknown; <see cref="Finish"/> keeps it,
/// together with everything whose form writing would change.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct PayloadReader
{
    private readonly WebhookDocument _document;
    private readonly int _node;
    private readonly ICollection<PayloadFinding>? _findings;
    private HashSet<int>? _taken;
    private ulong _takenFirst;
    private int _name;
    private int _next;
    private PayloadSource? _source;

    internal PayloadReader(WebhookDocument document, int node, ICollection<PayloadFinding>? findings)
    {
        _document = document;
        _node = node;
        _findings = findings;
        _next = node + 1;
    }

    private readonly int Value => _name + 1;

    private readonly JsonKind Kind => _document.Tape.Nodes[Value].Kind;

    /// <summary>Goes on to the next member that has one of the names and is not null.</summary>
    /// <param name="names">The names, each followed by a line feed.</param>
    /// <returns>The position of the name among the names, from 1; 0 at the end, after which the walk begins anew.</returns>
    public int Next(ReadOnlySpan<byte> names)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        while (_next < nodes[_node].Next)
        {
            _name = _next;
            _next = nodes[Value].Next;
            int position = PositionOf(NameOf(_name), names);
            if (position == 0)
            {
                continue;
            }

            Take();
            if (Kind == JsonKind.Null)
            {
                Keep(written: default);
                continue;
            }

            return position;
        }

        _next = _node + 1;
        return 0;
    }

    /// <summary>Tells which of several texts a member has.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="texts">The texts, each followed by a line feed.</param>
    /// <returns>The position of the text among the texts, from 1; 0 when it is none of them.</returns>
    public readonly int Choose(ReadOnlySpan<byte> member, ReadOnlySpan<byte> texts)
    {
        int name = Find(member);
        return name != 0 && _document.Tape.Nodes[name + 1].Kind == JsonKind.String ? PositionOf(_document.Binder.Text(name + 1), texts) : 0;
    }

    /// <summary>Tells which of several members is there first in the list.</summary>
    /// <param name="names">The names, each followed by a line feed.</param>
    /// <returns>The position of the name among the names, from 1; 0 when none is there.</returns>
    public readonly int ChooseByMember(ReadOnlySpan<byte> names)
    {
        int best = 0;
        TapeNode[] nodes = _document.Tape.Nodes;
        for (int name = _node + 1; name < nodes[_node].Next; name = nodes[name + 1].Next)
        {
            int position = PositionOf(NameOf(name), names);
            best = position != 0 && (best == 0 || position < best) ? position : best;
        }

        return best;
    }

    /// <summary>Notes a member that is written always and was received in another form or not at all.</summary>
    /// <param name="written">Comma, name and value as they are written.</param>
    public void Constant(ReadOnlySpan<byte> written)
    {
        ReadOnlySpan<byte> name = PayloadWriter.NameIn(written);
        ReadOnlySpan<byte> value = written[(name.Length + 4)..];
        int found = Find(name);
        if (found == 0)
        {
            (_source ??= new PayloadSource()).Add(name, value, raw: default);
            return;
        }

        _name = found;
        if (!_document.ReadRaw(_document.Version, Value).SequenceEqual(value))
        {
            Keep(value);
        }
    }

    /// <summary>Ends the object: keeps what nobody took.</summary>
    /// <param name="payload">The payload that was read.</param>
    public void Finish(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        TapeNode[] nodes = _document.Tape.Nodes;
        for (_name = _node + 1; _name < nodes[_node].Next; _name = nodes[Value].Next)
        {
            if (!IsTaken())
            {
                (_source ??= new PayloadSource()).AddUnknown(NameOf(_name), _document.ReadRaw(_document.Version, Value));
                Report(expected: null);
            }
        }

        payload.Source = _source;
    }

    private static int PositionOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lines)
    {
        for (int position = 1; !lines.IsEmpty; position++)
        {
            int end = lines.IndexOf((byte)'\n');
            if (lines[..end].SequenceEqual(text))
            {
                return position;
            }

            lines = lines[(end + 1)..];
        }

        return 0;
    }

    private readonly ReadOnlySpan<byte> NameOf(int name) => _document.Binder.Text(name);

    private readonly int Find(ReadOnlySpan<byte> name)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        int found = 0;
        for (int at = _node + 1; at < nodes[_node].Next; at = nodes[at + 1].Next)
        {
            found = NameOf(at).SequenceEqual(name) ? at : found;
        }

        return found;
    }

    private void Take()
    {
        int offset = _name - _node;
        if (offset < 64)
        {
            _takenFirst |= 1UL << offset;
        }
        else
        {
            (_taken ??= []).Add(offset);
        }
    }

    private readonly bool IsTaken()
    {
        int offset = _name - _node;
        return offset < 64 ? (_takenFirst & (1UL << offset)) != 0 : _taken?.Contains(offset) == true;
    }

    /// <summary>Keeps the current member as it was received.</summary>
    private void Keep(ReadOnlySpan<byte> written) =>
        (_source ??= new PayloadSource()).Add(NameOf(_name), written, _document.ReadRaw(_document.Version, Value));

    /// <summary>Keeps the current member, whose value is of another kind than described.</summary>
    private void Mismatch(string expected)
    {
        Keep(written: default);
        Report(expected);
    }

    /// <summary>Tells of the current member.</summary>
    /// <param name="expected">What its value should be; null when nobody knows the member.</param>
    private readonly void Report(string? expected) =>
        _findings?.Add(new PayloadFinding(TapePath.Get(_document, _document.Version, _name, indexes: true), IsMismatch: expected is not null, Kind, expected));
}
