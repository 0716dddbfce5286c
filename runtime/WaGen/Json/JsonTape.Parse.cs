namespace WaGen.Runtime;

// The parser has two halves. Scan walks over what nearly all bodies consist of and calls nothing, so that all it knows stays in registers;
// at anything else it stops. This half takes the stop, does what is to do, and lets the scan go on.
internal sealed partial class JsonTape
{
    private int _position;
    private int _parent;
    private ulong _tailSpecials;

    /// <summary>Parses a text by RFC 8259, strictly: no comments, no trailing commas, valid UTF-8 everywhere.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="anyRoot">Whether the root may be something else than an object.</param>
    /// <param name="fault">Why and where the text is wrong.</param>
    /// <returns>Whether the text is valid; if not, there are no nodes.</returns>
    public bool TryParse(ReadOnlySpan<byte> utf8, bool anyRoot, out JsonFault fault)
    {
        Count = 0;
        if (Nodes.Length < (utf8.Length / 8) + 16)
        {
            Grow(used: 0, needed: (utf8.Length / 8) + 16);
        }

        _parent = -1;
        _position = 0;
        if (utf8.IsEmpty || utf8[0] != (byte)'{')
        {
            _position = SkipWhiteSpace(utf8, 0);
            JsonFaultKind kind = CheckStart(utf8, _position, anyRoot);
            if (kind != JsonFaultKind.None)
            {
                fault = new JsonFault(kind, _position);
                return false;
            }
        }

        _tailSpecials = FindSpecialsInTail(utf8);
        bool parsed = TryParse(utf8);
        fault = parsed ? default : new JsonFault(_faultKind, _position);
        Count = parsed ? Count : 0;
        return parsed;
    }

    private bool TryParse(ReadOnlySpan<byte> utf8)
    {
        var from = ScanStep.Value;
        while (true)
        {
            switch (Scan(utf8, from))
            {
                case ScanStop.End:
                    _position = SkipWhiteSpace(utf8, _position);
                    _faultKind = JsonFaultKind.TrailingData;
                    return _position == utf8.Length;

                case ScanStop.FullBeforeName:
                    Grow(Count, Count + 2);
                    from = ScanStep.Name;
                    break;

                case ScanStop.FullBeforeValue:
                    Grow(Count, Count + 2);
                    from = ScanStep.Value;
                    break;

                case ScanStop.Name:
                    if (!TryAddText(utf8))
                    {
                        return false;
                    }

                    from = ScanStep.AfterName;
                    break;

                case ScanStop.Text:
                    if (!TryAddText(utf8))
                    {
                        return false;
                    }

                    from = ScanStep.AfterValue;
                    break;

                case ScanStop.Scalar:
                    if (!TryAddScalar(utf8))
                    {
                        return false;
                    }

                    from = ScanStep.AfterValue;
                    break;

                default:
                    return false;
            }
        }
    }

    /// <summary>Adds a string that has escapes or text outside ASCII, or that is wrong. The position is that of its quote.</summary>
    private bool TryAddText(ReadOnlySpan<byte> utf8)
    {
        int start = _position + 1;
        int end = ScanText(utf8, start);
        return TryAdd(start, end, JsonKind.String, next: end + 1);
    }

    /// <summary>Adds a number or literal of any form, or what is neither.</summary>
    private bool TryAddScalar(ReadOnlySpan<byte> utf8)
    {
        _escaped = false;
        JsonKind kind = ScalarKind(utf8[_position]);
        int end = kind == JsonKind.Number ? ScanNumber(utf8, _position) : ScanLiteral(utf8, _position, kind);
        return TryAdd(_position, end, kind, next: end);
    }

    private bool TryAdd(int start, int end, JsonKind kind, int next)
    {
        if (end < 0)
        {
            _position = ~end;
            return false;
        }

        _position = next;
        ref TapeNode node = ref Nodes[Count];
        node.Offset = start;
        node.Length = end - start;
        node.Next = ++Count;
        node.Kind = kind;
        node.Escaped = _escaped;
        return true;
    }

    /// <summary>Where a scan starts.</summary>
    private enum ScanStep
    {
        Value,
        AfterValue,
        Name,
        AfterName,
    }

    /// <summary>Why a scan stops.</summary>
    private enum ScanStop
    {
        /// <summary>The root is complete.</summary>
        End,

        /// <summary>The text is wrong; the reason is noted.</summary>
        Fault,

        /// <summary>There is no room for a name and its value.</summary>
        FullBeforeName,

        /// <summary>There is no room for a value.</summary>
        FullBeforeValue,

        /// <summary>The name is not plain.</summary>
        Name,

        /// <summary>The string is not plain.</summary>
        Text,

        /// <summary>The value is no object, array or string, and not of the usual form either.</summary>
        Scalar,
    }
}
