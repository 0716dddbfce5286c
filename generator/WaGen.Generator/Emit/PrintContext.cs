using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>What a printed file must know besides its own schema: options, and names of its envelope.</summary>
internal sealed record PrintContext
{
    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>Whether the assembly says what was printed into it.</summary>
    public bool Mark { get; init; } = true;

    /// <summary>The full C# name of the contract; empty for files that belong to none.</summary>
    public required string ContractType { get; init; }

    /// <summary>The full C# name of the handler interface of the contract; empty for files that belong to none.</summary>
    public required string HandlerType { get; init; }

    /// <summary>The envelope's objects that a context shows.</summary>
    public required EquatableArray<AncestorModel> Ancestors { get; init; }

    /// <summary>The API that the file belongs to; null for files that belong to none.</summary>
    public ApiScope? Api { get; init; }
}

/// <summary>An object of the envelope as a context shows it.</summary>
internal sealed record AncestorModel
{
    /// <summary>How far it is from the root.</summary>
    public required int Level { get; init; }

    /// <summary>The name of the context's property.</summary>
    public required string ClrName { get; init; }

    /// <summary>The full C# name of its view.</summary>
    public required string TypeName { get; init; }

    /// <summary>What it is, from the schema.</summary>
    public string? Description { get; init; }
}
