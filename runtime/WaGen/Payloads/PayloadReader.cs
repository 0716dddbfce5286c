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
    private readonly PayloadFindings? _findings;

    // Which members of the object somebody took, and which names were met in the present walk.
    private SmallSet _taken;
    private SmallSet _met;
    private int _member;
    private int _name;
    private int _next;
    private PayloadSource? _source;

    internal PayloadReader(WebhookDocument document, int node, PayloadFindings? findings)
    {
        _document = document;
        _node = node;
        _findings = findings;
        _next = node + 1;
    }

    private readonly int Value => _name + 1;

    private readonly JsonKind Kind => _document.Tape.Nodes[Value].Kind;

    /// <summary>Goes on to the next member that has one of the names and is not null. Of members with the same name the last one counts.</summary>
    /// <param name="names">The names, each followed by a line feed.</param>
    /// <returns>The position of the name among the names, from 1; 0 at the end, after which the walk begins anew.</returns>
    public int Next(ReadOnlySpan<byte> names)
    {
        TapeNode[] nodes = _document.Tape.Nodes;
        while (_next < nodes[_node].Next)
        {
            _name = _next;
            _next = nodes[Value].Next;
            _member++;
            int position = PositionOf(NameOf(_name), names);
            if (position == 0)
            {
                continue;
            }

            _taken.Add(_member);
            bool isFirst = _met.Add(position);
            if (!isFirst)
            {
                _source?.Remove(NameOf(_name));
            }

            if (Kind == JsonKind.Null && isFirst)
            {
                Keep(written: default);
                continue;
            }

            return position;
        }

        _next = _node + 1;
        _member = 0;
        _met = default;
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
        int member = 0;
        for (int name = _node + 1; name < nodes[_node].Next; name = nodes[name + 1].Next)
        {
            if (!_taken.Contains(++member))
            {
                (_source ??= new PayloadSource()).AddUnknown(_document.ReadRaw(_document.Version, name), _document.ReadRaw(_document.Version, name + 1));
                _findings?.Add(name + 1, expected: null);
            }
        }

        payload.Source = _source is { IsEmpty: false } ? _source : null;
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

    /// <summary>Keeps the current member as it was received.</summary>
    private void Keep(scoped ReadOnlySpan<byte> written) =>
        (_source ??= new PayloadSource()).Add(NameOf(_name), written, _document.ReadRaw(_document.Version, Value));

    /// <summary>Keeps the current member, whose value is of another kind than described, or null after another value of the same name.</summary>
    private void Mismatch(string expected)
    {
        Keep(written: default);
        if (Kind != JsonKind.Null)
        {
            _findings?.Add(Value, expected);
        }
    }

    /// <summary>Small numbers, of which those below 64 need no memory.</summary>
    private struct SmallSet
    {
        private ulong _first;
        private HashSet<int>? _others;

        public bool Add(int number)
        {
            if (number >= 64)
            {
                return (_others ??= []).Add(number);
            }

            bool isNew = !Contains(number);
            _first |= 1UL << number;
            return isNew;
        }

        public readonly bool Contains(int number) => number < 64 ? (_first & (1UL << number)) != 0 : _others?.Contains(number) == true;
    }
}
