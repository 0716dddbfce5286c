using System.Diagnostics;
using System.Text;
using System.Text.Json;
using WaGen.Cli.Output;

namespace WaGen.Cli.Tests.Support;

/// <summary>Runs the tool.</summary>
internal static class Tool
{
    /// <summary>Runs it in this process.</summary>
    public static async Task<ToolResult> RunAsync(string[] arguments, byte[]? input = null, IReadOnlyDictionary<string, string>? variables = null, TimeProvider? clock = null, bool errorIsTerminal = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new ToolConsole
        {
            Out = output,
            Error = error,
            In = () => new MemoryStream(input ?? []),
            Variable = name => variables?.GetValueOrDefault(name),
            ErrorIsTerminal = errorIsTerminal,
            Clock = clock ?? TimeProvider.System,
        };
        int code = await WagenTool.RunAsync(arguments, console);
        return new ToolResult(code, output.ToString(), error.ToString());
    }

    public static Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(arguments, input: null);

    /// <summary>Runs it as a process of its own, as the shell does.</summary>
    public static async Task<ToolResult> StartAsync(params string[] arguments)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, ["exec", Path.Combine(AppContext.BaseDirectory, "WaGen.Cli.dll"), .. arguments])
        {
            // The paths of the README start there.
            WorkingDirectory = Files.Repository(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("WAGEN_APP_SECRET");
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(limit.Token);
        return new ToolResult(process.ExitCode, await output, await error);
    }
}

/// <summary>What the tool printed and returned.</summary>
internal sealed record ToolResult(int Code, string Out, string Error)
{
    /// <summary>The lines of standard output as JSON.</summary>
    public JsonElement[] Json => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1024 }).RootElement)];

    /// <summary>Asserts that the command was refused with a sentence.</summary>
    public void MustRefuse(string part)
    {
        Assert.Equal(2, Code);
        Assert.Contains(part, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}
