namespace WaGen;

/// <summary>What became of the items of one body or lane.</summary>
/// <param name="Unhandled">Events that all handlers left, and parts that are no event.</param>
/// <param name="Failed">Items on which something failed, or that were not started because the host stops.</param>
internal readonly record struct RunCount(int Unhandled, int Failed)
{
    public static RunCount operator +(RunCount left, RunCount right) => new(left.Unhandled + right.Unhandled, left.Failed + right.Failed);
}
