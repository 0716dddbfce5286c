using System.Text;
using System.Threading.Channels;
using WaGen.Cli.Output;

namespace WaGen.Cli.Tests.Support;

/// <summary>A command that runs in this process until it is told to stop, as Ctrl+C does.</summary>
internal sealed class RunningTool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly LineChannel _lines = new();
    private readonly StringWriter _error = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _run;

    public RunningTool(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var console = new ToolConsole { Out = _lines, Error = _error, In = static () => Stream.Null, Variable = variables.GetValueOrDefault };
        _run = WagenTool.RunAsync(arguments, console, _stop.Token);
    }

    /// <summary>Waits for the next line of standard output.</summary>
    public Task<string> LineAsync() => _lines.ReadAsync().WaitAsync(Patience);

    /// <summary>Stops the command.</summary>
    /// <returns>Its exit code, what it printed since the last line that was read, and standard error.</returns>
    public async Task<ToolResult> StopAsync()
    {
        await _stop.CancelAsync();
        int code = await _run.WaitAsync(Patience);
        return new ToolResult(code, _lines.Rest(), _error.ToString());
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _lines.Dispose();
        _error.Dispose();
    }

    /// <summary>Hands on what is written, line by line; the tool writes whole lines.</summary>
    private sealed class LineChannel : TextWriter
    {
        private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value) => _channel.Writer.TryWrite(value!.TrimEnd('\n'));

        public Task<string> ReadAsync() => _channel.Reader.ReadAsync().AsTask();

        public string Rest()
        {
            var rest = new StringBuilder();
            while (_channel.Reader.TryRead(out string? line))
            {
                rest.Append(line).Append('\n');
            }

            return rest.ToString();
        }
    }
}
