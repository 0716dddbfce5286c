namespace WaGen.Cli.Inspect;

/// <summary>Something to read a body from.</summary>
/// <param name="Name">The name as the user knows it; <c>-</c> is standard input.</param>
/// <param name="Problem">Why it cannot be read, if that is known before it is tried.</param>
internal sealed record InputFile(string Name, string? Problem = null)
{
    public const string StandardInput = "-";

    public bool IsStandardInput => Name == StandardInput;
}
