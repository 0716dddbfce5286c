namespace WaGen.Runtime;

/// <summary>Remembers which views routing bound, so that they can be visited with their types when the whole body is routed.</summary>
internal sealed class BoundViews
{
    private readonly List<View> _views = [];

    /// <summary>Gets the tape indexes of the members that the last identity or order key was made from.</summary>
    public List<int> KeyParts { get; } = [];

    /// <summary>Remembers an object of the envelope or a value.</summary>
    public void Add<T>(int block)
        where T : struct, IJsonView<T> => _views.Add(new View<T>(block));

    /// <summary>Remembers a part of a key.</summary>
    public void AddKeyPart(int node) => KeyParts.Add(node);

    /// <summary>Visits all views in the order of binding.</summary>
    public void Visit(ViewWalk walk)
    {
        foreach (View view in _views)
        {
            view.Visit(walk);
        }
    }

    private abstract class View
    {
        public abstract void Visit(ViewWalk walk);
    }

    private sealed class View<T>(int block) : View
        where T : struct, IJsonView<T>
    {
        public override void Visit(ViewWalk walk) => walk.Visit<T>(block);
    }
}
