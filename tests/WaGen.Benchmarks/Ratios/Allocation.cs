namespace WaGen.Benchmarks.Ratios;

/// <summary>Counts what a piece of work allocates.</summary>
internal static class Allocation
{
    /// <summary>Returns the bytes that one round allocates on this thread, once pools are filled.</summary>
    public static double BytesPerRound(Action work, int rounds)
    {
        for (int round = 0; round < 3; round++)
        {
            work();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < rounds; round++)
        {
            work();
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / rounds;
    }
}
