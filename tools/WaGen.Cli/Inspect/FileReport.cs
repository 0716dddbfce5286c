namespace WaGen.Cli.Inspect;

/// <summary>What there is to say about one file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Inspection">What it holds; null when it could not be read.</param>
/// <param name="Error">Why it is not valid, as a sentence; null when it is.</param>
internal sealed record FileReport(string File, WebhookInspection? Inspection, string? Error)
{
    public bool Ok => Error is null;

    /// <summary>Gets the ways to the members that no schema knows, without the items that no handler method takes.</summary>
    public IEnumerable<string> UnknownMembers => Inspection is null
        ? []
        : Inspection.Unknown.Except(Inspection.Items.Where(static item => item.Handler is null).Select(static item => item.Path), StringComparer.Ordinal);
}
