using System.Diagnostics;

namespace WaGen.Benchmarks.Http;

/// <summary>What was measured of one of two endpoints.</summary>
internal sealed class LoadSide(SignedRequests requests)
{
    private readonly List<long> _latencies = [];

    /// <summary>Gets the requests.</summary>
    public SignedRequests Requests => requests;

    /// <summary>Gets how long the slices took.</summary>
    public List<TimeSpan> Slices { get; } = [];

    /// <summary>Gets how many requests a second were answered in the slice in the middle.</summary>
    public double RequestsPerSecond => requests.Count / Slices.Order().ElementAt(Slices.Count / 2).TotalSeconds;

    /// <summary>Adds a slice.</summary>
    public void Add(TimeSpan time, long[] latencies)
    {
        Slices.Add(time);
        _latencies.AddRange(latencies);
    }

    /// <summary>Forgets all slices.</summary>
    public void Reset()
    {
        Slices.Clear();
        _latencies.Clear();
    }

    /// <summary>Returns the time in which a share of the requests was answered, in microseconds.</summary>
    public double[] LatencyPercentiles(params ReadOnlySpan<double> shares)
    {
        long[] sorted = [.. _latencies.Order()];
        double[] result = new double[shares.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            result[i] = sorted[(int)(shares[i] * (sorted.Length - 1))] * 1e6 / Stopwatch.Frequency;
        }

        return result;
    }
}
