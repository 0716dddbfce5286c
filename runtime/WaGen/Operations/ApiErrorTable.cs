namespace WaGen;

/// <summary>What is known of the error codes of an API.</summary>
/// <param name="entries">The entries.</param>
public sealed class ApiErrorTable(params IReadOnlyList<ApiErrorEntry> entries)
{
    private readonly Dictionary<int, ApiErrorEntry[]> _byCode = entries
        .Where(static e => e.From == e.To)
        .GroupBy(static e => e.From)
        .ToDictionary(static g => g.Key, static g => g.OrderBy(static e => e.Subcode is null).ToArray());

    private readonly ApiErrorEntry[] _ranges = [.. entries.Where(static e => e.From != e.To)];

    /// <summary>Gets all entries in the order of the schema.</summary>
    public IReadOnlyList<ApiErrorEntry> Entries { get; } = entries;

    /// <summary>Finds what is known of a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="subcode">The subcode; null when the error has none.</param>
    /// <returns>The entry of the subcode, else that of the code, else that of a range around it; null when nothing is known.</returns>
    public ApiErrorEntry? Find(int code, int? subcode = null)
    {
        if (_byCode.TryGetValue(code, out ApiErrorEntry[]? found))
        {
            return Array.Find(found, e => e.Subcode is null || e.Subcode == subcode);
        }

        return Array.Find(_ranges, e => e.From <= code && code <= e.To);
    }
}
