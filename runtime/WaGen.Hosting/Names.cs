namespace WaGen.Hosting;

/// <summary>Enumeration values as telemetry spells them, without making a string each time.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Cache<T>.Names.GetValueOrDefault(value, "unknown");

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(static value => value, static value => SnakeCase(value.ToString()));

        private static string SnakeCase(string name) =>
            string.Concat(name.Select(static (c, i) => char.IsUpper(c) ? (i == 0 ? string.Empty : "_") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
