using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>A method that makes a payload of its most used members.</summary>
[DebuggerDisplay("{Name}, {Parameters.Length} parameters")]
internal sealed record ShorthandModel
{
    /// <summary>The C# name; of a reply without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters, those that may be left out last.</summary>
    public required EquatableArray<ShorthandParameter> Parameters { get; init; }

    /// <summary>Whether all paths lead to members; otherwise the method is not printed.</summary>
    public bool IsLinked => Parameters.All(static p => !p.Path.Steps.IsEmpty);

    /// <summary>The same with other paths.</summary>
    public ShorthandModel WithPaths(Func<PayloadPath, PayloadPath> change) =>
        this with { Parameters = Parameters.Select(p => p with { Path = change(p.Path) }).ToEquatableArray() };
}

/// <summary>A parameter of a shorthand, and the member that it sets.</summary>
internal sealed record ShorthandParameter
{
    /// <summary>The C# name, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>The member.</summary>
    public required PayloadPath Path { get; init; }

    /// <summary>Whether it may be left out.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether it says by true and false whether an object is there that has nothing to be set.</summary>
    public bool IsFlag => IsOptional && Path.Last is { IsBare: true };
}

/// <summary>A method that answers a conversation.</summary>
internal sealed record ReplyModel
{
    /// <summary>Its name and parameters.</summary>
    public required ShorthandModel Shorthand { get; init; }

    /// <summary>The member that takes the id of the message that is answered; null when there is none.</summary>
    public PayloadPath? Message { get; init; }

    /// <summary>Whether the partner of the conversation is addressed.</summary>
    public bool IsAddressed { get; init; } = true;
}

/// <summary>The members of a payload that take the facts of a conversation.</summary>
internal sealed record ConversationModel
{
    /// <summary>The member that takes the phone number.</summary>
    public PayloadPath? Phone { get; init; }

    /// <summary>The member that takes the id of the user.</summary>
    public PayloadPath? User { get; init; }

    /// <summary>The member that takes the id of the message that is quoted.</summary>
    public PayloadPath? Quote { get; init; }

    /// <summary>The member that takes the id of a group, when all in it are answered.</summary>
    public PayloadPath? Group { get; init; }

    /// <summary>The member that says that a group is addressed.</summary>
    public PayloadPath? GroupKind { get; init; }

    /// <summary>What that member says then, as on the wire.</summary>
    public string? GroupText { get; init; }

    /// <summary>The C# name of the enumeration's value for it; null until the files are linked, and for a text.</summary>
    public string? GroupValue { get; init; }
}
