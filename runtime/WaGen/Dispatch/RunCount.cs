namespace WaGen;

/// <summary>What became of the items of one body or lane.</summary>
/// <param name="Unhandled">Events that all handlers left, and parts that are no event.</param>
/// <param name="Failed">Items on which something failed, or that were not started because the host stops.</param>
/// <param name="Duplicates">Items on which everything had run before.</param>
/// <param name="Deferred">Items that run elsewhere at the moment, or about which the store could not be asked.</param>
internal readonly record struct RunCount(int Unhandled = 0, int Failed = 0, int Duplicates = 0, int Deferred = 0)
{
    public static RunCount operator +(RunCount left, RunCount right) => new(
        left.Unhandled + right.Unhandled, left.Failed + right.Failed, left.Duplicates + right.Duplicates, left.Deferred + right.Deferred);
}
