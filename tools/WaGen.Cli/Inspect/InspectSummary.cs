using System.Globalization;

namespace WaGen.Cli.Inspect;

/// <summary>Counts over all files.</summary>
internal sealed class InspectSummary
{
    private int _files;
    private int _events;
    private int _unhandled;
    private int _unknown;
    private int _mismatched;

    /// <summary>Gets how many files are not valid.</summary>
    public int Invalid { get; private set; }

    public void Add(FileReport report)
    {
        _files++;
        Invalid += report.Ok ? 0 : 1;
        if (report.Inspection is { } inspection)
        {
            _events += inspection.Items.Count(static item => item.Handler is not null);
            _unhandled += inspection.Items.Count(static item => item.Handler is null);
            _unknown += report.UnknownMembers.Count();
            _mismatched += inspection.Mismatched.Count;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_files} files, {Invalid} not valid: {_events} events, {_unhandled} unhandled, {_unknown} unknown members, {_mismatched} mismatched.");
}
