using WaGen.Generator.Model;

namespace WaGen.Generator.Emit;

/// <summary>Prints the methods that make payloads of their most used members.</summary>
internal static class ShorthandEmitter
{
    /// <summary>The length at which each parameter gets a line of its own.</summary>
    private const int MaxLine = 160;

    public static void Emit(CodeWriter writer, PayloadType type)
    {
        foreach (ObjectModel model in type.Shorthands)
        {
            ShorthandModel shorthand = model.Payload!.Create!;
            writer.Line();
            Docs.Summary(writer, model.Description ?? $"Makes a {model.Name}.");
            IReadOnlyList<ShorthandParameter> parameters = Ordered(shorthand);
            Describe(writer, parameters);
            writer.Line("/// <returns>A new payload; <c>with</c> sets what else it has.</returns>");
            string initializer = InitializerText.Of(Values(parameters));
            Method(writer, $"public static {model.Name} {shorthand.Name}", parameters.Select(Declaration).ToList(), $"=> new() {initializer};");
        }
    }

    /// <summary>The parameters with those that may be left out last. A member that must be set is no choice.</summary>
    public static IReadOnlyList<ShorthandParameter> Ordered(ShorthandModel shorthand) =>
        [.. shorthand.Parameters.Select(static p => p with { IsOptional = p.IsOptional && !p.Path.Steps.All(static s => s.Member.IsRequired) }).OrderBy(static p => p.IsOptional)];

    /// <summary>What the parameters set.</summary>
    public static IReadOnlyList<InitializerValue> Values(IReadOnlyList<ShorthandParameter> parameters) =>
        [.. parameters.Select(static p => new InitializerValue(p.Path, p.Name, p.IsOptional, p.IsFlag))];

    /// <summary>Prints what the parameters are.</summary>
    public static void Describe(CodeWriter writer, IReadOnlyList<ShorthandParameter> parameters)
    {
        foreach (ShorthandParameter parameter in parameters)
        {
            MemberModel member = parameter.Path.Last!.Member;
            writer.Line($"/// <param name=\"{parameter.Name.TrimStart('@')}\">{Docs.Escape(member.Description ?? $"The member {member.WireName}.")}</param>");
        }
    }

    /// <summary>A parameter as it stands in the head of the method.</summary>
    public static string Declaration(ShorthandParameter parameter)
    {
        MemberModel member = parameter.Path.Last!.Member;
        string limit = PayloadMemberEmitter.Limit(member) is { } text ? $"[{text}] " : string.Empty;
        return parameter.IsFlag ? $"bool {parameter.Name} = false"
            : parameter.IsOptional ? $"{limit}{PayloadMemberEmitter.PlainType(member.Type)}? {parameter.Name} = null"
            : $"{limit}{PayloadMemberEmitter.PlainType(member.Type)} {parameter.Name}";
    }

    /// <summary>Prints a method in one line, or with a line for each parameter.</summary>
    public static void Method(CodeWriter writer, string head, IReadOnlyList<string> parameters, string body)
    {
        string line = $"{head}({string.Join(", ", parameters)}) {body}";
        if (line.Length <= MaxLine)
        {
            writer.Line(line);
            return;
        }

        writer.Line($"{head}(\n    {string.Join(",\n    ", parameters)})\n    {body}");
    }
}
