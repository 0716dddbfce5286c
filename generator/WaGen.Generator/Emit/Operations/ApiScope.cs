using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>What a printed file of an API must know beside its own schema.</summary>
internal sealed record ApiScope
{
    /// <summary>The stem of the printed classes: the API's name, with that of the group when another assembly has printed the API.</summary>
    public required string Stem { get; init; }

    /// <summary>The full C# name of the class that holds the API's definition.</summary>
    public required string DefinitionClass { get; init; }

    /// <summary>The full C# name of the client; null when this project does not know it.</summary>
    public required string? Client { get; init; }

    /// <summary>The operations that replies are sent with.</summary>
    public EquatableArray<ReplyOperation> Replies { get; init; }

    /// <summary>The class of the operations' descriptions.</summary>
    public string ApiClass => Stem + "Api";

    /// <summary>The class of the client's methods.</summary>
    public string OperationsClass => Stem + "ClientOperations";

    /// <summary>The class of the replies.</summary>
    public string RepliesClass => Stem + "Replies";
}

/// <summary>An operation that replies are sent with.</summary>
internal sealed record ReplyOperation
{
    /// <summary>The full C# name of the body.</summary>
    public required string Body { get; init; }

    /// <summary>The full C# name of the answer.</summary>
    public required string Answer { get; init; }

    /// <summary>The C# expression that is the operation.</summary>
    public required string Operation { get; init; }

    /// <summary>The parameter that takes the id of the business's number.</summary>
    public required string Account { get; init; }
}
