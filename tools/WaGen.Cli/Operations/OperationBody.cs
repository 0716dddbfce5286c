namespace WaGen.Cli.Operations;

/// <summary>A body that was read.</summary>
/// <param name="Payload">The payload.</param>
/// <param name="Typed">The scalars that typed members hold, as they were received.</param>
/// <param name="Findings">What no schema describes.</param>
/// <param name="Violations">Limits that are broken; always empty for what a server answers.</param>
internal sealed record OperationBody(Payload Payload, IReadOnlyList<InspectedMember> Typed, IReadOnlyList<PayloadFinding> Findings, IReadOnlyList<PayloadProblem> Violations)
{
    public IEnumerable<PayloadFinding> Unknown => Findings.Where(static finding => !finding.IsMismatch);

    public IEnumerable<PayloadFinding> Mismatched => Findings.Where(static finding => finding.IsMismatch);

    /// <summary>Reads a body.</summary>
    /// <param name="read">The reader of the operation.</param>
    /// <param name="body">The JSON text, which was found to be an object.</param>
    /// <param name="isSent">Whether limits hold for it.</param>
    public static OperationBody Read(PayloadBodyReader read, byte[] body, bool isSent)
    {
        var findings = new List<PayloadFinding>();
        Payload payload = read(body, findings);
        var skipped = findings.Select(static finding => finding.Path).ToHashSet(StringComparer.Ordinal);
        var typed = new List<InspectedMember>();
        Collect(RawJson.Parse(body), string.Empty, skipped, typed);
        return new OperationBody(payload, typed, findings, isSent ? payload.Validate() : []);
    }

    private static void Collect(RawJson value, string path, HashSet<string> skipped, List<InspectedMember> typed)
    {
        if (skipped.Contains(path))
        {
            return;
        }

        switch (value.Kind)
        {
            case JsonKind.Object:
                foreach (RawJsonMember member in value.EnumerateObject())
                {
                    Collect(member.Value, MemberPath(path, member.Name), skipped, typed);
                }

                break;
            case JsonKind.Array:
                int index = 0;
                foreach (RawJson element in value.EnumerateArray())
                {
                    Collect(element, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{index++}]"), skipped, typed);
                }

                break;
            default:
                typed.Add(new InspectedMember(path, TypeOf(value.Kind), value));
                break;
        }
    }

    private static string MemberPath(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string TypeOf(JsonKind kind) => kind switch
    {
        JsonKind.String => "string",
        JsonKind.Number => "number",
        JsonKind.True or JsonKind.False => "boolean",
        _ => "null",
    };
}
