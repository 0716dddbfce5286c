using System.Globalization;
using WaGen.Benchmarks.Bodies;

namespace WaGen.Benchmarks.Http;

/// <summary>The longer measurement over HTTP: requests a second and latency of both endpoints, for one text message and for a batch.</summary>
internal static class HttpCommand
{
    private const int UpdatesOfBatch = 96;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(12);

    public static void Run()
    {
        using var run = new LoadRun();
        Print("body", "endpoint", "requests/s", "p50 us", "p99 us", "ratio");
        PrintBoth("text", run.Compare(ReceivedBodies.Text, requestsOfSlice: 1_000, WarmUp, Time));
        PrintBoth($"batch of {UpdatesOfBatch}", run.Compare(ReceivedBodies.BatchOf(UpdatesOfBatch), requestsOfSlice: 200, WarmUp, Time));
    }

    private static void PrintBoth(string body, LoadResult result)
    {
        PrintSide(body, "bare", result.Bare, ratio: 1);
        PrintSide(body, "webhooks", result.Webhook, result.Ratio);
    }

    private static void PrintSide(string body, string endpoint, LoadSide side, double ratio)
    {
        double[] latencies = side.LatencyPercentiles(0.5, 0.99);
        Print(body, endpoint, Text(side.RequestsPerSecond, "0"), Text(latencies[0], "0"), Text(latencies[1], "0"), Text(ratio, "0.000"));
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Print(string body, string endpoint, string rate, string median, string slow, string ratio) =>
        Console.WriteLine($"{body,-14} {endpoint,-10} {rate,10} {median,9} {slow,9} {ratio,7}");
}
