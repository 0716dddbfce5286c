using WaGen.Generator.Model;

namespace WaGen.Generator.Schema;

/// <summary>A path of a payload with its place; whether it leads anywhere shows when all files are known.</summary>
internal sealed record SchemaPath
{
    /// <summary>Stands for the owner of what an operation says about its answer or its API, which may be in other files.</summary>
    public const string OfOperation = "";

    /// <summary>The full C# name of the payload at which the path starts, or <see cref="OfOperation"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>The path.</summary>
    public required PayloadPath Path { get; init; }

    /// <summary>The key that it belongs to.</summary>
    public required string What { get; init; }

    /// <summary>Where it stands.</summary>
    public required SchemaPlace Place { get; init; }
}
