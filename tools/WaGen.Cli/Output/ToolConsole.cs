using System.Text;
using Spectre.Console;

namespace WaGen.Cli.Output;

/// <summary>Everything of the surrounding process that the tool reads and writes.</summary>
internal sealed class ToolConsole
{
    // Wide enough that lines are never wrapped where a program or a file reads them.
    private const int UnlimitedWidth = 10_000;

    private IAnsiConsole? _screen;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<Stream> In { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public Func<string, string?> Variable { get; init; } = static _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets standard output for trees and tables; without colours unless it is a terminal.</summary>
    public IAnsiConsole Screen => _screen ??= Open(Out, OutIsTerminal);

    public static ToolConsole ForProcess()
    {
        // JSON is UTF-8 whatever the locale says.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new ToolConsole
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.OpenStandardInput,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>Writes a problem as one line to standard error.</summary>
    public void Fail(string sentence) => Error.Write($"wagen: {Printable.Text(sentence)}\n");

    /// <summary>Writes one line to standard output.</summary>
    public void Line(string text) => Out.Write(text + "\n");

    /// <summary>Gets a value indicating whether nobody reads standard output any more.</summary>
    public bool OutIsClosed()
    {
        try
        {
            Out.Flush();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Runs something long under a progress bar, which is shown only where somebody sees it and no other output disturbs it.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="steps">How many steps it has.</param>
    /// <param name="printing">Whether the steps print to standard output.</param>
    /// <param name="work">The work; it calls its argument after each step.</param>
    public Task WithProgressAsync(string title, int steps, bool printing, Func<Action, Task> work)
    {
        if (!ErrorIsTerminal || steps < 2 || (printing && OutIsTerminal))
        {
            return work(static () => { });
        }

        return Open(Error, terminal: true).Progress().AutoClear(enabled: true).StartAsync(async progress =>
        {
            ProgressTask task = progress.AddTask(Markup.Escape(title), maxValue: steps);
            await work(() => task.Increment(1));
        });
    }

    private IAnsiConsole Open(TextWriter writer, bool terminal)
    {
        bool colours = terminal && string.IsNullOrEmpty(Variable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = !terminal ? AnsiSupport.No : Variable("TERM") is null or "dumb" ? AnsiSupport.Detect : AnsiSupport.Yes,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
        {
            console.Profile.Width = UnlimitedWidth;
            console.Profile.Capabilities.Unicode = true;
        }

        return console;
    }
}
