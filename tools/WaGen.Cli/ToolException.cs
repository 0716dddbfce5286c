namespace WaGen.Cli;

/// <summary>Ends the command with a sentence for the user and an exit code.</summary>
internal sealed class ToolException(string message, int code = ExitCode.Usage) : Exception(message)
{
    public int Code { get; } = code;
}
