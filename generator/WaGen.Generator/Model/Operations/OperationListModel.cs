using WaGen.Generator.Emit;

namespace WaGen.Generator.Model;

/// <summary>The operations that are printed into one class.</summary>
internal sealed record OperationListModel
{
    /// <summary>The API's name.</summary>
    public required string Api { get; init; }

    /// <summary>The namespace of the class.</summary>
    public required string Namespace { get; init; }

    /// <summary>The names of the printed classes.</summary>
    public required ApiScope Scope { get; init; }

    /// <summary>Whether the API's definition is printed into the class as well.</summary>
    public required bool HasDefinition { get; init; }

    /// <summary>The groups, sorted.</summary>
    public required EquatableArray<string> Groups { get; init; }

    /// <summary>The full C# names of the properties, sorted by group and name.</summary>
    public required EquatableArray<string> Operations { get; init; }
}
