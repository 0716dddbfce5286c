namespace WaGen.Cli.Inspect;

/// <summary>Members ordered as a tree by their paths.</summary>
internal sealed class PathTree
{
    private readonly Dictionary<string, PathTree> _byName = new(StringComparer.Ordinal);
    private readonly List<PathTree> _children = [];

    private PathTree(string name) => Name = name;

    /// <summary>Gets the last part of the path, such as <c>body</c> or <c>messages[0]</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the member that stands here; null for a container.</summary>
    public InspectedMember? Member { get; private set; }

    public IReadOnlyList<PathTree> Children => _children;

    /// <summary>Builds the tree below a path.</summary>
    public static PathTree Build(string root, IEnumerable<InspectedMember> members)
    {
        var tree = new PathTree(root);
        foreach (InspectedMember member in members)
        {
            PathTree node = tree;
            foreach (string part in Parts(member.Path[root.Length..]))
            {
                node = node.Child(part);
            }

            node.Member = member;
        }

        return tree;
    }

    /// <summary>Takes the last part off a path.</summary>
    /// <returns>The path of what contains it, empty for the root.</returns>
    public static string Parent(string path)
    {
        int end = 0;
        int at = 0;
        while (at < path.Length)
        {
            end = at;
            at = Next(path, at);
        }

        return path[..end];
    }

    private static IEnumerable<string> Parts(string path)
    {
        int start = 0;
        while (start < path.Length)
        {
            int end = Next(path, start);

            // An index belongs to the name before it.
            while (end < path.Length && path[end] == '[' && !IsQuoted(path, end))
            {
                end = Next(path, end);
            }

            yield return path[start..end].TrimStart('.');
            start = end;
        }
    }

    /// <summary>Gets the end of the name or index that starts at a place of the path.</summary>
    private static int Next(string path, int start)
    {
        if (path[start] == '[')
        {
            int close = IsQuoted(path, start) ? path.IndexOf("\"]", start + 2, StringComparison.Ordinal) + 2 : path.IndexOf(']', start) + 1;
            return close <= start + 1 ? path.Length : close;
        }

        int end = path.AsSpan(start + 1).IndexOfAny('.', '[');
        return end < 0 ? path.Length : start + 1 + end;
    }

    private static bool IsQuoted(string path, int bracket) => bracket + 1 < path.Length && path[bracket + 1] == '"';

    private PathTree Child(string name)
    {
        if (!_byName.TryGetValue(name, out PathTree? child))
        {
            child = new PathTree(name);
            _byName.Add(name, child);
            _children.Add(child);
        }

        return child;
    }
}
