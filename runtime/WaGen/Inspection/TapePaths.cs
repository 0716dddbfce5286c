using System.Globalization;
using System.Text;

namespace WaGen.Runtime;

/// <summary>The ways from the root to all nodes of a document, found in one pass over its tape.</summary>
internal sealed class TapePaths
{
    private const int IsName = -1;

    private readonly WebhookDocument _document;
    private readonly int[] _parents;
    private readonly int[] _indexes;

    public TapePaths(WebhookDocument document)
    {
        _document = document;
        ReadOnlySpan<TapeNode> nodes = document.TapeNodes;
        _parents = new int[nodes.Length];
        _indexes = new int[nodes.Length];
        for (int node = 0; node < nodes.Length; node++)
        {
            int index = 0;
            if (nodes[node].Kind == JsonKind.Array)
            {
                for (int element = node + 1; element < nodes[node].Next; element = nodes[element].Next)
                {
                    _parents[element] = node;
                    _indexes[element] = index++;
                }
            }
            else if (nodes[node].Kind == JsonKind.Object)
            {
                for (int name = node + 1; name < nodes[node].Next; name = nodes[name + 1].Next)
                {
                    _parents[name] = node;
                    _parents[name + 1] = node;
                    _indexes[name] = IsName;
                }
            }
        }
    }

    /// <summary>Tells whether a node is the name of a member.</summary>
    public bool IsMemberName(int node) => _indexes[node] == IsName;

    /// <summary>Returns the way to a value, empty for the root.</summary>
    public string Get(int node)
    {
        var steps = new Stack<int>();
        for (int current = node; current != 0; current = _parents[current])
        {
            steps.Push(current);
        }

        var path = new StringBuilder();
        foreach (int step in steps)
        {
            if (_document.TapeNodes[_parents[step]].Kind == JsonKind.Array)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{_indexes[step]}]");
            }
            else
            {
                TapePath.AppendName(path, Encoding.UTF8.GetString(_document.Binder.Text(step - 1)));
            }
        }

        return path.ToString();
    }
}
