using WaGen.Runtime;

namespace WaGen;

/// <summary>Stands for a body or an answer that is no JSON object.</summary>
public sealed record NoPayload : Payload, IPayload<NoPayload>
{
    private NoPayload()
    {
    }

    /// <summary>Gets the only instance.</summary>
    public static NoPayload Instance { get; } = new();

    /// <inheritdoc/>
    static NoPayload IPayload<NoPayload>.Read(ref PayloadReader json) => Instance;

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref PayloadWriter json)
    {
    }
}
