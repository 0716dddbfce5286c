using System.Collections.Concurrent;

namespace PartnerPortal.Solutions;

/// <summary>The states of solutions, as webhooks told them. A real portal keeps them in a database.</summary>
internal sealed class SolutionBook
{
    private readonly ConcurrentDictionary<string, SolutionStatus> _states = new(StringComparer.Ordinal);

    /// <summary>Gets the state of a solution; null when nobody told it.</summary>
    public SolutionStatus? Find(string solutionId) => _states.TryGetValue(solutionId, out SolutionStatus state) ? state : null;

    /// <summary>Notes the state of a solution.</summary>
    public void Save(string solutionId, SolutionStatus state) => _states[solutionId] = state;
}
