namespace WaGen.Cli.Operations;

/// <summary>The operations that the tool knows.</summary>
internal static class OperationCatalog
{
    /// <summary>How many letters a name may be off to be meant.</summary>
    private const int MostTypos = 4;

    /// <summary>Gets all operations in the order of their names.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } = [.. WhatsAppApi.Operations.OrderBy(static operation => operation.Name, StringComparer.Ordinal)];

    /// <summary>Finds an operation by its name, whatever the case of its letters is.</summary>
    /// <exception cref="ToolException">There is none of that name.</exception>
    public static ApiOperation Find(string name) =>
        All.FirstOrDefault(operation => string.Equals(operation.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw new ToolException(Unknown(name));

    private static string Unknown(string name)
    {
        string[] near =
        [
            .. All.Select(operation => (operation.Name, Distance: Distance(operation.Name.ToUpperInvariant(), name.ToUpperInvariant())))
                .Where(static candidate => candidate.Distance <= MostTypos)
                .OrderBy(static candidate => candidate.Distance)
                .Select(static candidate => candidate.Name)
                .Take(3),
        ];
        string hint = near.Length == 0 ? string.Empty : $" Did you mean {string.Join(" or ", near)}?";
        return $"There is no operation '{name}'.{hint} 'wagen list --operations' shows all names.";
    }

    /// <summary>How many letters must be added, dropped or changed to make one text of the other.</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
