namespace WaGen.Cli.Operations;

/// <summary>What there is to say about the body of an operation.</summary>
/// <param name="File">The name of its file.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Side">What the body was read as; null when it could not be read.</param>
/// <param name="Body">What it holds; null when it could not be read.</param>
/// <param name="Error">Why it would be refused or cannot be read, as a sentence; null when nothing is wrong.</param>
internal sealed record OperationReport(string File, ApiOperation Operation, BodySide? Side, OperationBody? Body, string? Error)
{
    public bool Ok => Error is null;
}
