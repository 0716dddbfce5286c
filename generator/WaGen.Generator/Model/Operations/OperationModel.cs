using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>One operation of an API.</summary>
[DebuggerDisplay("{Name}: {Method} {Path}")]
internal sealed record OperationModel
{
    /// <summary>The name in the words of the API.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below host and version, with parameters in braces.</summary>
    public required string Path { get; init; }
}
