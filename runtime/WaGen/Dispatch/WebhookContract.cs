using WaGen.Runtime;

namespace WaGen;

/// <summary>What one provider sends: its envelope and its fields. The generated code holds one instance of it.</summary>
public abstract class WebhookContract
{
    private readonly WebhookField[] _fields;

    /// <summary>Joins the fields of a provider.</summary>
    /// <param name="name">The name of the provider.</param>
    /// <param name="fields">Its fields; none may belong to another contract.</param>
    /// <exception cref="ArgumentException">A field belongs to another contract.</exception>
    protected WebhookContract(string name, WebhookField[] fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(fields);
        Name = name;
        _fields = [.. fields];
        for (int i = 0; i < _fields.Length; i++)
        {
            _fields[i].Join(i);
        }
    }

    /// <summary>Gets the name of the provider.</summary>
    public string Name { get; }

    /// <summary>Gets the fields that the contract describes.</summary>
    public IReadOnlyList<WebhookField> Fields => _fields;

    /// <summary>Walks the envelope of a body and hands each value to its field. Generated.</summary>
    /// <param name="router">The body.</param>
    protected abstract void Route(WebhookRouter router);

    /// <summary>Walks the envelope of a body.</summary>
    internal void Run(WebhookRouter router) => Route(router);
}
