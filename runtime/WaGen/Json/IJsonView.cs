using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>A typed view of a JSON object. Implemented by generated code.</summary>
/// <typeparam name="T">The view itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonView<T>
    where T : struct, IJsonView<T>
{
    /// <summary>Wraps the bound members of an object.</summary>
    /// <param name="view">The bound members; the default value for an absent object.</param>
    /// <returns>The typed view.</returns>
    static abstract T Create(JsonView view);

    /// <summary>Binds the members of an object.</summary>
    /// <param name="binder">The document that is being bound.</param>
    /// <param name="node">The tape index of the object; its kind is known to be object.</param>
    /// <returns>The index of the block that holds the members.</returns>
    static abstract int Bind(JsonBinder binder, int node);

    /// <summary>Binds one member into its slot.</summary>
    /// <param name="binder">The document that is being bound.</param>
    /// <param name="block">The block of the object.</param>
    /// <param name="name">The name of the member, decoded.</param>
    /// <param name="value">The tape index of its value.</param>
    /// <returns>Whether the member is known.</returns>
    static virtual bool BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => false;
}
