using WaGen.Benchmarks.Bodies;
using WaGen.Benchmarks.Ratios;

namespace WaGen.Benchmarks.Http;

/// <summary>What a webhook costs from socket to socket, in relation to a request whose body is only read.</summary>
internal static class HttpRatio
{
    private const int RequestsOfSlice = 1_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static void Measure(RatioReport report)
    {
        using var run = new LoadRun();
        LoadResult result = run.Compare(ReceivedBodies.Text, RequestsOfSlice, WarmUp, Time);
        report.Ratio("http.requests_vs_bare_endpoint", result.Ratio);
    }
}
