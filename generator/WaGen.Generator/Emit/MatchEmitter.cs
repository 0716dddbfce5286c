namespace WaGen.Generator.Emit;

/// <summary>Prints a switch over names as they are on the wire: by length first, then by bytes.</summary>
internal static class MatchEmitter
{
    /// <param name="writer">The writer.</param>
    /// <param name="variable">The variable that holds the bytes.</param>
    /// <param name="arms">The names, and what is printed for each: statements that leave the method.</param>
    public static void Switch(CodeWriter writer, string variable, IEnumerable<(string Name, Action<CodeWriter> Body)> arms)
    {
        using (writer.Block($"switch ({variable}.Length)"))
        {
            foreach ((string name, Action<CodeWriter> body) in arms.OrderBy(static a => Code.Utf8Length(a.Name)))
            {
                using (writer.Block($"case {Code.Utf8Length(name)} when {variable}.SequenceEqual({Code.Utf8(name)}):"))
                {
                    body(writer);
                }
            }
        }
    }

    /// <summary>The same with a short statement for each name, one line an arm.</summary>
    public static void Lines(CodeWriter writer, string variable, IEnumerable<(string Name, string Statement)> arms)
    {
        using (writer.Block($"switch ({variable}.Length)"))
        {
            foreach ((string name, string statement) in arms.OrderBy(static a => Code.Utf8Length(a.Name)))
            {
                writer.Line($"case {Code.Utf8Length(name)} when {variable}.SequenceEqual({Code.Utf8(name)}): {statement}");
            }
        }
    }
}
