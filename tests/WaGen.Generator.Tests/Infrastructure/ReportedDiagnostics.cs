using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>What a compilation, its generators and analyzers have to say.</summary>
/// <param name="diagnostics">Everything reported; hidden ones and information of the compiler do not count.</param>
/// <param name="files">The texts of files that are no C#, by path, so that what is underlined in them can be read.</param>
internal sealed class ReportedDiagnostics(IEnumerable<Diagnostic> diagnostics, IReadOnlyDictionary<string, SourceText>? files = null)
{
    private readonly Diagnostic[] _diagnostics =
    [
        .. diagnostics
            .Where(static d => !d.IsSuppressed && (d.Severity >= DiagnosticSeverity.Warning || d.Id.StartsWith("WAGEN", StringComparison.Ordinal)))
            .OrderBy(static d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static d => d.Location.SourceSpan.Start),
    ];

    /// <summary>Fails unless exactly these diagnostics are there, in the order of files and lines.</summary>
    public void Expect(params ExpectedDiagnostic[] expected)
    {
        string actual = string.Join("\n", _diagnostics.Select((d, i) => Describe(
            d.Id,
            d.Severity,
            TextOf(d),
            i < expected.Length && expected[i].Message is null ? null : d.GetMessage(CultureInfo.InvariantCulture))));
        string wanted = string.Join("\n", expected.Select(static e => Describe(e.Id, e.Severity, e.Text, e.Message)));
        if (!string.Equals(wanted, actual, StringComparison.Ordinal))
        {
            Assert.Fail($"Expected diagnostics:\n{wanted}\nReported diagnostics:\n{actual}");
        }
    }

    private static string Describe(string id, DiagnosticSeverity severity, string text, string? message) =>
        $"{severity} {id} at [{text}]{(message is null ? "" : $": {message}")}";

    private string TextOf(Diagnostic diagnostic)
    {
        Location location = diagnostic.Location;
        if (location.SourceTree is { } tree)
        {
            return tree.GetText().ToString(location.SourceSpan);
        }

        FileLinePositionSpan place = location.GetLineSpan();
        if (place.Path is null || files is null || !files.TryGetValue(place.Path, out SourceText? text))
        {
            return "";
        }

        // What an editor underlines, and what the build log says.
        Assert.Equal(text.Lines.GetLinePositionSpan(location.SourceSpan), place.Span);
        return text.ToString(location.SourceSpan);
    }
}
