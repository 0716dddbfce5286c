namespace WaGen.Runtime;

/// <summary>Notes what no schema describes, with its place. The places of all are found in one pass over the text.</summary>
internal sealed class PayloadFindings(WebhookDocument document, ICollection<PayloadFinding> findings)
{
    private TapePaths? _paths;

    /// <summary>Notes a value.</summary>
    /// <param name="node">The tape index of the value of a member.</param>
    /// <param name="expected">What the value should be; null when nobody knows the member.</param>
    public void Add(int node, string? expected)
    {
        _paths ??= new TapePaths(document);
        findings.Add(new PayloadFinding(_paths.Get(node), IsMismatch: expected is not null, document.Tape.Nodes[node].Kind, expected));
    }
}
