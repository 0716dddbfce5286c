namespace WaGen.Runtime;

/// <summary>Collects what the typed members of a body hold and what they do not.</summary>
internal sealed class ViewReport(WebhookDocument document, TapePaths paths, HashSet<int> unhandled) : ViewWalk(document)
{
    /// <summary>Gets the scalars that members hold.</summary>
    public List<(int Node, ViewMember Member)> Held { get; } = [];

    /// <summary>Gets the values that no member takes.</summary>
    public List<int> NotTaken { get; } = [];

    /// <summary>Gets the values that do not fit their members, and what would.</summary>
    public List<(int Node, string Expected)> Misfits { get; } = [];

    /// <inheritdoc/>
    protected override bool EnterObject(int node) => !unhandled.Contains(node);

    /// <inheritdoc/>
    protected override void Typed(int value, ViewMember member)
    {
        if (Document.TapeNodes[value].Kind is not (JsonKind.Object or JsonKind.Array))
        {
            Held.Add((value, member));
            return;
        }

        for (int node = value + 1; node < Document.TapeNodes[value].Next; node++)
        {
            if (!paths.IsMemberName(node) && Document.TapeNodes[node].Kind is not (JsonKind.Object or JsonKind.Array))
            {
                Held.Add((node, member));
            }
        }
    }

    /// <inheritdoc/>
    protected override void Null(int value, ViewMember member) => Held.Add((value, member));

    /// <inheritdoc/>
    protected override void Mismatch(int value, ViewMember member, ScalarForms forms)
    {
        if (!unhandled.Contains(value))
        {
            Misfits.Add((value, Describe(member, forms)));
        }
    }

    /// <inheritdoc/>
    protected override void Unknown(int value) => NotTaken.Add(value);

    private static string Describe(ViewMember member, ScalarForms forms) => member switch
    {
        ViewMember.Text or ViewMember.Enum => "string",
        ViewMember.TextOrNumber => "string or number",
        ViewMember.Integer => Describe("integer", "string of digits", forms),
        ViewMember.Number => Describe("number", "string that holds a number", forms),
        ViewMember.UnixTime => Describe("integer (Unix seconds)", "string of digits (Unix seconds)", forms),
        ViewMember.Boolean => Describe("boolean", "string \"true\" or \"false\"", forms),
        ViewMember.Array => "array",
        ViewMember.Object => "object",
        _ => "any value",
    };

    private static string Describe(string plain, string text, ScalarForms forms) => forms switch
    {
        ScalarForms.Number => plain,
        ScalarForms.String => text,
        _ => plain + " or " + text,
    };
}
