namespace WaGen.Cli.Operations;

/// <summary>What a body of an operation can be.</summary>
internal enum BodySide
{
    /// <summary>What the client sends.</summary>
    Request,

    /// <summary>What the server answers when all went well.</summary>
    Answer,

    /// <summary>What the server answers when something is wrong.</summary>
    Error,
}
