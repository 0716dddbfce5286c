using System.ComponentModel;

namespace WaGen.Runtime;

/// <summary>A typed view of a JSON object. Implemented by generated code.</summary>
/// <typeparam name="T">The view itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonView<T>
    where T : struct, IJsonView<T>
{
    /// <summary>Gets whether the object was sent. Members of an absent object read as absent.</summary>
    bool IsPresent { get; }

    /// <summary>Gets the object as it was received, with members that the schema does not list.</summary>
    RawJson Json { get; }

    /// <summary>Wraps the bound members of an object.</summary>
    /// <param name="view">The bound members; the default value for an absent object.</param>
    /// <returns>The typed view.</returns>
    static abstract T Create(JsonView view);

    /// <summary>Gets how many slots the members of an object take.</summary>
    static virtual int SlotCount => 0;

    /// <summary>Binds the members of an object.</summary>
    /// <param name="binder">The document that is being bound.</param>
    /// <param name="node">The tape index of the object; its kind is known to be object.</param>
    /// <returns>The index of the block that holds the members.</returns>
    static virtual int Bind(JsonBinder binder, int node) => binder.BindMembers<T>(node, T.SlotCount);

    /// <summary>Binds one member into its slot.</summary>
    /// <param name="binder">The document that is being bound.</param>
    /// <param name="block">The block of the object.</param>
    /// <param name="name">The name of the member, decoded.</param>
    /// <param name="value">The tape index of its value.</param>
    /// <returns>Whether the member is known.</returns>
    static virtual bool BindMember(JsonBinder binder, int block, ReadOnlySpan<byte> name, int value) => false;
}
