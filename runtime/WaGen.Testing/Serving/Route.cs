namespace WaGen.Testing;

/// <summary>The path template of an operation, cut into segments.</summary>
internal sealed class Route
{
    private readonly Segment[] _segments;

    private Route(ApiOperation operation, Segment[] segments)
    {
        Operation = operation;
        _segments = segments;
        Literals = segments.Count(static s => s.Name is null);
    }

    public ApiOperation Operation { get; }

    /// <summary>How many segments are no parameters: the more, the better a match is.</summary>
    public int Literals { get; }

    /// <summary>Makes the route of an operation; null when its path is a whole address.</summary>
    public static Route? Of(ApiOperation operation) =>
        operation.Path.StartsWith('/') ? new Route(operation, [.. operation.Path[1..].Split('/').Select(Segment.Parse)]) : null;

    /// <summary>Reads the parameters of a path.</summary>
    /// <param name="path">The segments of the path, not escaped.</param>
    /// <returns>The values by name; null when the path is another one.</returns>
    public Dictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < path.Count; i++)
        {
            if (!_segments[i].TryMatch(path[i], values))
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>One segment: a text, or a parameter with a text before and behind.</summary>
    private sealed record Segment(string Before, string? Name, string After)
    {
        public static Segment Parse(string template)
        {
            int open = template.IndexOf('{', StringComparison.Ordinal);
            int close = template.IndexOf('}', StringComparison.Ordinal);
            return open < 0 || close < open ? new Segment(template, Name: null, string.Empty) : new Segment(template[..open], template[(open + 1)..close], template[(close + 1)..]);
        }

        public bool TryMatch(string text, Dictionary<string, string> values)
        {
            if (Name is null)
            {
                return text.Equals(Before, StringComparison.Ordinal);
            }

            int length = text.Length - Before.Length - After.Length;
            if (length < 1 || !text.StartsWith(Before, StringComparison.Ordinal) || !text.EndsWith(After, StringComparison.Ordinal))
            {
                return false;
            }

            values[Name] = text.Substring(Before.Length, length);
            return true;
        }
    }
}
