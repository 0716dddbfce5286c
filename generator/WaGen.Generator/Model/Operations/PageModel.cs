namespace WaGen.Generator.Model;

/// <summary>The pages that an operation answers, ready to print. Holds names only, so that another description of a member prints nothing again.</summary>
internal sealed record PageModel
{
    /// <summary>The C# type of an element.</summary>
    public required string ItemType { get; init; }

    /// <summary>The C# properties that lead from the answer to the array.</summary>
    public required EquatableArray<string> Items { get; init; }

    /// <summary>The C# properties that lead from the answer to the cursor.</summary>
    public required EquatableArray<string> Cursor { get; init; }

    /// <summary>The C# properties that lead from the answer to what only a page with another one behind it has; empty when the cursor says it.</summary>
    public required EquatableArray<string> More { get; init; }

    /// <summary>The query parameter that takes the cursor.</summary>
    public required string Parameter { get; init; }

    /// <summary>The query parameter that asks for the page before; null without one.</summary>
    public required string? Back { get; init; }
}
