using System.Runtime.CompilerServices;

namespace WaGen.Runtime;

public sealed partial class WebhookDocument
{
    /// <summary>Entries that one document remembers; more are only counted.</summary>
    internal const int MaxDrift = 256;

    private DriftEntry[] _drift = [];
    private int _driftCount;

    /// <summary>Gets the differences that were remembered, in the order of binding.</summary>
    internal ReadOnlySpan<DriftEntry> Drift => new(_drift, 0, _driftCount);

    /// <summary>Gets how many differences were counted and not remembered.</summary>
    internal int DriftDropped { get; private set; }

    /// <summary>Gets how many differences there are.</summary>
    internal int DriftTotal => _driftCount + DriftDropped;

    /// <summary>Notes a difference between the body and its schema.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void AddDrift(DriftKind kind, int node)
    {
        if (Walk is not null)
        {
            // It was noted when the object was bound.
            return;
        }

        if (_driftCount == MaxDrift)
        {
            DriftDropped++;
            return;
        }

        if (_driftCount == _drift.Length)
        {
            Array.Resize(ref _drift, Math.Max(16, _drift.Length * 2));
        }

        _drift[_driftCount++] = new DriftEntry(kind, node);
    }

    private void ResetDrift()
    {
        _driftCount = 0;
        DriftDropped = 0;
    }
}
