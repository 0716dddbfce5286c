namespace WaGen.Cli.Operations;

/// <summary>A body that was read.</summary>
/// <param name="Text">The text.</param>
/// <param name="Inspection">What it holds.</param>
/// <param name="Violations">Limits that are broken; always empty for what a server answers.</param>
internal sealed record OperationBody(BodyText Text, PayloadInspection Inspection, IReadOnlyList<PayloadProblem> Violations)
{
    public Payload Payload => Inspection.Payload;

    public IEnumerable<PayloadFinding> Unknown => Inspection.Findings.Where(static finding => !finding.IsMismatch);

    public IEnumerable<PayloadFinding> Mismatched => Inspection.Findings.Where(static finding => finding.IsMismatch);

    /// <summary>Reads a body.</summary>
    /// <param name="read">The reader of the operation.</param>
    /// <param name="text">The text, which was found to be an object.</param>
    /// <param name="isSent">Whether limits hold for it.</param>
    public static OperationBody Read(PayloadBodyReader read, BodyText text, bool isSent)
    {
        var inspection = PayloadInspection.Read(read, text.Json);
        return new OperationBody(text, inspection, isSent ? inspection.Payload.Validate() : []);
    }
}
