using System.Globalization;
using System.Net.Sockets;
using WaGen.Cli.Output;
using WaGen.Testing;

namespace WaGen.Cli.Graph;

/// <summary>Runs the fake Graph API and prints a line for each request and each webhook. Lines hold no token, no phone number and no text.</summary>
internal sealed class FakeGraphRun(ToolConsole console, FakeGraphOptions options)
{
    private readonly Lock _lock = new();

    /// <summary>Runs until it is cancelled.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="ToolException">The port cannot be had.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        options.OnAnswered = request => Print(Describe(request));
        options.OnDelivered = delivery => Print($"webhook {delivery}");
        await using FakeGraph graph = await StartAsync(cancellationToken);
        Print($"The fake Graph API listens on {graph.BaseAddress} (the BaseAddress of your client). Ctrl+C stops it.");

        // The end is what people ask for: it is no failure.
        await Task.Delay(Timeout.InfiniteTimeSpan, console.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Ok;
    }

    /// <summary>The path is left out: it may hold ids, and anything at all where nobody knows it.</summary>
    private static string Describe(FakeRequest request)
    {
        string answer = request.Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : "no answer";
        string name = request.Operation ?? $"{request.Method} of an unknown path";
        return request.ErrorCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"{name}: {answer}, error {code}") : $"{name}: {answer}";
    }

    private async Task<FakeGraph> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FakeGraph.StartAsync(WhatsAppApi.Operations, options, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            throw new ToolException(string.Create(
                CultureInfo.InvariantCulture, $"Port {options.Port} is in use or not allowed: choose another one with --port, or leave the option out for any free one."));
        }
    }

    private void Print(string line)
    {
        lock (_lock)
        {
            console.Line(Printable.Text(line));
        }
    }
}
