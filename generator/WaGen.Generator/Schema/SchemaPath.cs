using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>A path of a payload with its place; whether it leads anywhere shows when all files are known.</summary>
internal sealed record SchemaPath
{
    /// <summary>The full C# name of the payload at which the path starts.</summary>
    public required string Owner { get; init; }

    /// <summary>The path.</summary>
    public required PayloadPath Path { get; init; }

    /// <summary>The key that it belongs to.</summary>
    public required string What { get; init; }

    /// <summary>Where it stands.</summary>
    public required SchemaPlace Place { get; init; }
}
