using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>What the operations of an API share.</summary>
[DebuggerDisplay("api {Name}")]
internal sealed record ApiModel
{
    /// <summary>The API's name: the stem of the C# names.</summary>
    public required string Name { get; init; }
}
