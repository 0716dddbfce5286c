using System.Text.Json;

namespace WaGen.Tests.Generated.Schemas;

/// <summary>How a body leads to its changes.</summary>
internal sealed class SchemaEnvelope
{
    public SchemaEnvelope(JsonElement extension, SchemaShape root)
    {
        Root = root;
        ProductMember = extension.GetProperty("product").GetProperty("member").GetString()!;
        Product = extension.GetProperty("product").GetProperty("value").GetString()!;
        Field = extension.GetProperty("field").GetString()!;
        Value = extension.GetProperty("value").GetString()!;
        Steps = extension.GetProperty("path").GetString()!.Split('.');
        if (!Steps.All(static s => s.EndsWith("[]", StringComparison.Ordinal)))
        {
            throw new NotSupportedException("The way to a change leads through arrays only, as far as these tests know.");
        }

        Steps = [.. Steps.Select(static s => s[..^2])];
    }

    public SchemaShape Root { get; }

    /// <summary>The member that names the product.</summary>
    public string ProductMember { get; }

    public string Product { get; }

    /// <summary>The arrays on the way to a change.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>The member of a change that names its field.</summary>
    public string Field { get; }

    /// <summary>The member of a change that holds its value.</summary>
    public string Value { get; }
}
