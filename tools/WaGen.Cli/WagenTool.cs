using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using WaGen.Cli.Fields;
using WaGen.Cli.Graph;
using WaGen.Cli.Inspect;
using WaGen.Cli.Output;
using WaGen.Cli.Trigger;
using WaGen.Cli.Verify;

namespace WaGen.Cli;

/// <summary>The tool as a function of its arguments and its console.</summary>
internal static class WagenTool
{
    private const string Name = "wagen";

    /// <summary>Runs one command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, ToolConsole console, CancellationToken cancellationToken = default)
    {
        try
        {
            return await RunCommandAsync(args, console, cancellationToken);
        }
        catch (ToolException problem)
        {
            console.Fail(problem.Message);
            return problem.Code;
        }
        catch (OperationCanceledException)
        {
            console.Fail("Stopped before the end.");
            return ExitCode.Failed;
        }
        catch (IOException) when (console.OutIsClosed())
        {
            // The reader of the output, such as 'head', has seen enough.
            return ExitCode.Ok;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            console.Fail($"This is a mistake of the tool ({problem.GetType().Name}: {problem.Message}). Please report it with the command that you ran.");
            return ExitCode.Failed;
        }
    }

    private static Task<int> RunCommandAsync(string[] args, ToolConsole console, CancellationToken cancellationToken)
    {
        // A root command would call itself after its assembly in the help.
        var root = new Command(Name, "Inspects, lists, posts and verifies webhook bodies of the WhatsApp Business Platform, and plays its Graph API.")
        {
            new HelpOption(),
            new VersionOption(),
            InspectCommand.Create(console),
            ListCommand.Create(console),
            TriggerCommand.Create(console),
            VerifyCommand.Create(console),
            FakeGraphCommand.Create(console),
        };

        // A secret or a file name may start with @, which is no name of a file with arguments here.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction || (parsed.Errors.Count > 0 && parsed.Action is not HelpAction))
        {
            return Task.FromResult(Refuse(parsed, console));
        }

        var configuration = new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false };
        return parsed.InvokeAsync(configuration, cancellationToken);
    }

    private static int Refuse(ParseResult parsed, ToolConsole console)
    {
        foreach (string message in parsed.Errors.Select(static error => error.Message).Distinct(StringComparer.Ordinal))
        {
            console.Fail(message);
        }

        string command = parsed.CommandResult.Command.Name is Name ? Name : $"{Name} {parsed.CommandResult.Command.Name}";
        console.Error.Write($"Run '{command} --help' to see how it is used.\n");
        return ExitCode.Usage;
    }
}
