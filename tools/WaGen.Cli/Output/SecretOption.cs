using System.CommandLine;

namespace WaGen.Cli.Output;

/// <summary>The app secret, from the command line or, so that it stays out of the shell's history, from an environment variable.</summary>
internal static class SecretOption
{
    public const string Variable = "WAGEN_APP_SECRET";

    public static Option<string?> Create() => new("--secret")
    {
        Description = $"The app secret. Without this option it is taken from the environment variable {Variable}, which keeps it out of the shell's history.",
        HelpName = "SECRET",
    };

    /// <summary>Gets the secret.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public static string Read(ParseResult parsed, Option<string?> option, ToolConsole console)
    {
        string? secret = parsed.GetValue(option) ?? console.Variable(Variable);
        return string.IsNullOrWhiteSpace(secret)
            ? throw new ToolException($"There is no app secret: set the environment variable {Variable}, or add --secret. It stands in the App Dashboard under App settings, Basic.")
            : secret;
    }
}
