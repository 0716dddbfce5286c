namespace WaGen.Cli;

/// <summary>What the tool returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>The command ran, and its answer is no: a file is not valid, a delivery was refused, a signature does not fit.</summary>
    public const int Failed = 1;

    /// <summary>The command could not run as it was given.</summary>
    public const int Usage = 2;
}
