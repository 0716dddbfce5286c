using System.Diagnostics;

namespace WaGen.Package.Tests.Infrastructure;

/// <summary>A process that the tests start, outside the build that they run in.</summary>
internal sealed class Command : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task _reading;
    private readonly string _text;

    private Command(Process process, string text)
    {
        _process = process;
        _text = text;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public static Task<CommandResult> DotNetAsync(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(DotNetHost, directory, environment, arguments);

    public static async Task<CommandResult> RunAsync(string file, string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using Command command = Start(file, directory, environment, arguments);
        return await command.EndAsync();
    }

    public static Command Start(string file, string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the surrounding build and test run set for themselves would redirect the inner build to their own files.
        foreach (string name in start.Environment.Keys.Where(IsOfSurroundingBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Command(Process.Start(start)!, $"{Path.GetFileName(file)} {string.Join(' ', arguments)}");
    }

    public static string DotNetHost => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Waits for a line, which a server prints when it is ready or has done something.</summary>
    public async Task<string> LineAsync(Func<string, bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Limit)
        {
            string? line = Snapshot().FirstOrDefault(condition);
            if (line is not null)
            {
                return line;
            }

            if (_process.HasExited)
            {
                break;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"'{_text}' did not print the expected line:\n{string.Join('\n', Snapshot())}");
    }

    public async Task<CommandResult> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"'{_text}' took longer than {Limit}:\n{string.Join('\n', Snapshot())}", exception);
        }

        // A compiler server that the command started can keep the pipes open for minutes after the command has ended.
        await Task.WhenAny(_reading, Task.Delay(TimeSpan.FromSeconds(2)));
        return new CommandResult(_text, _process.ExitCode, Snapshot());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static bool IsOfSurroundingBuild(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_CLI_CONTEXT_VERBOSE" or "DOTNET_HOST_PATH" or "ASPNETCORE_URLS" or "CI";

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }

    private string[] Snapshot()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }
}
