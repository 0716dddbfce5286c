using WaGen.Runtime;

namespace WaGen;

/// <summary>Walks over the direct children of a container on the tape.</summary>
internal struct RawJsonWalk
{
    private readonly WebhookDocument? _document;
    private readonly int _version;
    private readonly int _end;
    private int _current;
    private int _next;

    private RawJsonWalk(WebhookDocument document, int version, int first, int end)
    {
        _document = document;
        _version = version;
        _next = first;
        _end = end;
    }

    /// <summary>Gets the current child; for an object the name.</summary>
    public readonly RawJson Current => _document is null || _current == 0 ? default : new RawJson(_document, _version, _current);

    /// <summary>Starts before the first child; there are none when the value has another kind.</summary>
    public static RawJsonWalk Over(RawJson json, JsonKind kind)
    {
        if (json.Document is not { } document)
        {
            return default;
        }

        TapeNode node = document.ReadNode(json.Version, json.Node);
        return node.Kind == kind ? new RawJsonWalk(document, json.Version, json.Node + 1, node.Next) : default;
    }

    /// <summary>Goes on to the next child.</summary>
    /// <param name="valueOffset">How many nodes the value is behind the child: 1 behind a name, otherwise 0.</param>
    public bool MoveNext(int valueOffset)
    {
        if (_document is null || _next >= _end)
        {
            _document?.ThrowIfLate(_version);
            _current = 0;
            return false;
        }

        _current = _next;
        _next = _document.ReadNode(_version, _next + valueOffset).Next;
        return true;
    }
}
