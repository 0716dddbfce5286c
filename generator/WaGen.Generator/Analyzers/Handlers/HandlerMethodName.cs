namespace WaGen.Generator.Analyzers;

/// <summary>Compares method names as somebody who misremembers one would.</summary>
internal static class HandlerMethodName
{
    private const string Prefix = "On";
    private const string Suffix = "Async";

    /// <summary>Whether a name starts like that of a handler method: <c>OnX</c>, in any case.</summary>
    public static bool HasPrefix(string name) =>
        name.Length > Prefix.Length && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !char.IsLower(name[Prefix.Length]);

    /// <summary>Whether two names are the same but for case, the prefix <c>On</c> and the suffix <c>Async</c>.</summary>
    public static bool AreAlike(string left, string right) =>
        string.Equals(Core(left), Core(right), StringComparison.OrdinalIgnoreCase)
        || string.Equals(WithoutSuffix(left), WithoutSuffix(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name is a few slips of the finger away from another one.</summary>
    public static bool AreClose(string left, string right)
    {
        string a = Core(left).ToLowerInvariant();
        string b = Core(right).ToLowerInvariant();
        int slips = Math.Min(a.Length, b.Length) switch
        {
            < 4 => 0,
            < 8 => 1,
            _ => 2,
        };
        return Distance(a, b) <= slips;
    }

    /// <summary>How many letters must be inserted, removed, replaced or swapped with their neighbour to get from one name to the other.</summary>
    public static int Distance(string left, string right)
    {
        int[,] steps = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }

                int replaced = steps[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                int best = Math.Min(replaced, Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    best = Math.Min(best, steps[i - 2, j - 2] + 1);
                }

                steps[i, j] = best;
            }
        }

        return steps[left.Length, right.Length];
    }

    private static string Core(string name)
    {
        string core = WithoutSuffix(name);
        return HasPrefix(core) ? core.Substring(Prefix.Length) : core;
    }

    private static string WithoutSuffix(string name) =>
        name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - Suffix.Length) : name;
}
