using System.Diagnostics;

namespace WaGen.Benchmarks.Ratios;

/// <summary>Measures work of which the preparation does not count.</summary>
internal static class MedianTime
{
    /// <summary>Returns the median of several runs in milliseconds.</summary>
    public static double Of<T>(int runs, Func<T> prepare, Action<T> work)
    {
        double[] times = new double[runs];
        for (int run = 0; run < runs; run++)
        {
            T input = prepare();
            long start = Stopwatch.GetTimestamp();
            work(input);
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[runs / 2];
    }
}
