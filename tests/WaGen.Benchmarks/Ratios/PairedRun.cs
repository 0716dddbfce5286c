using System.Diagnostics;

namespace WaGen.Benchmarks.Ratios;

/// <summary>Compares two pieces of work in one process, so that whatever disturbs the machine disturbs both.</summary>
/// <remarks>
/// Samples of both alternate, and so does which of them comes first. Each pair gives one ratio; the result is their median, which a few disturbed
/// pairs do not move.
/// </remarks>
internal static class PairedRun
{
    private const int Pairs = 151;
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(2.5);
    private static readonly TimeSpan WarmUpSlice = TimeSpan.FromMilliseconds(60);

    // The runtime compiles hot methods anew in the background, a tenth of a second after the last method was met for the first time.
    private static readonly TimeSpan TieringDelay = TimeSpan.FromMilliseconds(120);

    /// <summary>Measures how long the one takes in relation to the other.</summary>
    /// <returns>Time of <paramref name="work"/> divided by that of <paramref name="baseline"/>.</returns>
    public static double Compare(Action work, Action baseline)
    {
        for (int slice = 0; slice < 4; slice++)
        {
            RunFor(work, WarmUpSlice);
            RunFor(baseline, WarmUpSlice);
            Thread.Sleep(TieringDelay);
        }

        int workRounds = RoundsIn(work);
        int baselineRounds = RoundsIn(baseline);
        double[] ratios = new double[Pairs];
        for (int pair = 0; pair < Pairs; pair++)
        {
            double first;
            double second;
            if (pair % 2 == 0)
            {
                first = Time(work, workRounds);
                second = Time(baseline, baselineRounds);
            }
            else
            {
                second = Time(baseline, baselineRounds);
                first = Time(work, workRounds);
            }

            ratios[pair] = first / second;
        }

        Array.Sort(ratios);
        return ratios[Pairs / 2];
    }

    private static int RoundsIn(Action work) => Math.Max(1, (int)(RunFor(work, Sample * 8) / 8));

    private static int RunFor(Action work, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        int rounds = 0;
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            work();
            rounds++;
        }

        return rounds;
    }

    /// <summary>Returns the time of one round.</summary>
    private static double Time(Action work, int rounds)
    {
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < rounds; round++)
        {
            work();
        }

        return (double)(Stopwatch.GetTimestamp() - start) / rounds;
    }
}
