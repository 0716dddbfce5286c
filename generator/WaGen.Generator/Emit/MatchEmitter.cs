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

    /// <summary>Prints the rest of a method that is a switch expression, one line a name.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="head">The head of the method.</param>
    /// <param name="variable">The variable that holds the bytes.</param>
    /// <param name="arms">The names, and the value for each.</param>
    /// <param name="otherwise">The value for every other name.</param>
    public static void Method(CodeWriter writer, string head, string variable, IReadOnlyCollection<(string Name, string Value)> arms, string otherwise)
    {
        if (arms.Count == 0)
        {
            writer.Line($"{head} => {otherwise};");
            return;
        }

        using (writer.Block($"{head} => {variable}.Length switch", "};"))
        {
            foreach ((string name, string value) in arms.OrderBy(static a => Code.Utf8Length(a.Name)))
            {
                writer.Line($"{Code.Utf8Length(name)} when {variable}.SequenceEqual({Code.Utf8(name)}) => {value},");
            }

            writer.Line($"_ => {otherwise},");
        }
    }

    /// <summary>Prints a switch statement with a short statement for each name, one line an arm.</summary>
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
