namespace WaGen.Testing;

/// <summary>The business side of a <see cref="FakeGraph"/>: businesses, accounts, numbers, tokens and all that hangs on them.</summary>
/// <remarks>
/// With it the server knows which objects there are and who may use them. Operations change the objects, and apps that have subscribed get the
/// webhooks that follow. The methods stand for what people do outside of the API. Safe to use from many threads at once.
/// </remarks>
/// <example>
/// <code>
/// FakePlatform platform = graph.UsePlatform();
/// FakeBusiness partner = platform.AddBusiness("Partner");
/// FakeApp app = platform.AddApp(partner, "App", secret);
/// FakeAccount account = platform.AddAccount(platform.AddBusiness("Customer"), "Lucky Shrub");
/// string code = platform.IssueCode(app, account);
/// </code>
/// </example>
public sealed partial class FakePlatform
{
    private readonly FakeGraph _graph;
    private readonly TimeProvider _time;
    private readonly PlatformTable _table = new();
    private readonly PlatformQuotas _quotas;
    private readonly PlatformOutbox _outbox;
    private readonly Dictionary<string, FakeNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<FakeNode> _order = [];
    private readonly List<FakeToken> _tokens = [];
    private int _depth;

    internal FakePlatform(FakeGraph graph, FakeGraphOptions options)
    {
        _graph = graph;
        _time = options.TimeProvider;
        _outbox = new PlatformOutbox(graph);
        _quotas = new PlatformQuotas(this);
        foreach (IPlatformArea area in PlatformAreas.Create(this))
        {
            area.Register(_table);
        }
    }

    /// <summary>Gets or sets a value indicating whether calls are counted and refused as the quotas of the operations say. Usage headers then tell the real share.</summary>
    /// <value>False by default.</value>
    public bool EnforcesQuotas { get; set; }

    /// <summary>Gets or sets the code that every number gets to prove who owns it.</summary>
    /// <value><c>123830</c> by default.</value>
    public string VerificationCode { get; set; } = "123830";

    /// <summary>Gets the lock that everything of the platform is changed under.</summary>
    internal Lock Gate { get; } = new();

    internal DateTimeOffset Now => _time.GetUtcNow();

    internal Uri BaseAddress => _graph.BaseAddress;

    /// <summary>Finds an object.</summary>
    /// <typeparam name="T">The kind of object.</typeparam>
    /// <param name="id">The id.</param>
    /// <returns>The object; null when there is none of this kind with the id.</returns>
    public T? Find<T>(string id)
        where T : FakeNode
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (Gate)
        {
            return _nodes.GetValueOrDefault(id) as T;
        }
    }

    /// <summary>Finds objects of a kind.</summary>
    /// <typeparam name="T">The kind of object.</typeparam>
    /// <param name="predicate">Which ones; null for all.</param>
    /// <returns>The objects, the oldest first.</returns>
    public IReadOnlyList<T> All<T>(Func<T, bool>? predicate = null)
        where T : FakeNode
    {
        lock (Gate)
        {
            return [.. _order.OfType<T>().Where(node => predicate is null || predicate(node))];
        }
    }

    /// <summary>Whether there is an object. To be called under the lock.</summary>
    internal bool Has<T>(Func<T, bool> predicate)
        where T : FakeNode => _order.OfType<T>().Any(predicate);

    /// <summary>The oldest object that fits; null without one. To be called under the lock.</summary>
    internal T? First<T>(Func<T, bool> predicate)
        where T : FakeNode => _order.OfType<T>().FirstOrDefault(predicate);

    internal FakeNode? FindNode(string id) => Find<FakeNode>(id);

    internal T Add<T>(T node)
        where T : FakeNode
    {
        if (!_nodes.TryAdd(node.Id, node))
        {
            throw new ArgumentException($"There is already an object with the id {node.Id}.", nameof(node));
        }

        _order.Add(node);
        return node;
    }

    internal void Remove(FakeNode node)
    {
        _nodes.Remove(node.Id);
        _order.Remove(node);
    }

    internal T Locked<T>(Func<T> read)
    {
        lock (Gate)
        {
            return read();
        }
    }

    /// <summary>Changes something, and posts the webhooks that follow at once.</summary>
    internal T Act<T>(Func<T> change)
    {
        T result = Act(change, out Action? post);
        post?.Invoke();
        return result;
    }

    /// <inheritdoc cref="Act{T}(Func{T})"/>
    internal void Act(Action change) => Act(() =>
    {
        change();
        return true;
    });

    /// <summary>Lets apps know. To be called within a change.</summary>
    internal void Fire(PlatformEvent happened) => _outbox.Add(happened);

    /// <summary>Changes something.</summary>
    /// <param name="change">What happens under the lock.</param>
    /// <param name="post">Posts the webhooks that follow; null when there are none.</param>
    private T Act<T>(Func<T> change, out Action? post)
    {
        lock (Gate)
        {
            _depth++;
            try
            {
                T result = change();
                post = _depth == 1 ? _outbox.Take() : null;
                return result;
            }
            finally
            {
                _depth--;
            }
        }
    }
}
