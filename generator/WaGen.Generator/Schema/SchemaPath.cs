namespace WaGen.Generator.Schema;

/// <summary>What a path of a payload must lead to.</summary>
internal enum PathNeed
{
    /// <summary>Any member.</summary>
    Member,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A text, a truth value or an enumeration.</summary>
    Value,

    /// <summary>Any member, without an array on the way.</summary>
    Single,

    /// <summary>A member that can be set: no array is walked on the way.</summary>
    Settable,
}

/// <summary>A path of a payload with its place; whether it leads anywhere shows when all files are known.</summary>
internal sealed record SchemaPath
{
    /// <summary>The full C# name of the payload at which the path starts.</summary>
    public required string Owner { get; init; }

    /// <summary>The path as written.</summary>
    public required string Text { get; init; }

    /// <summary>The key that it belongs to.</summary>
    public required string What { get; init; }

    /// <summary>What it must lead to.</summary>
    public required PathNeed Need { get; init; }

    /// <summary>Where it stands.</summary>
    public required SchemaPlace Place { get; init; }
}
