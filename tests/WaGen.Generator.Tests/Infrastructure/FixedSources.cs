namespace WaGen.Generator.Tests.Infrastructure;

/// <summary>Sources after a code fix.</summary>
/// <param name="Texts">The sources in the order in which they were given, added ones last.</param>
/// <param name="Schemas">The schemas in the order in which they were given.</param>
/// <param name="Diagnostics">What the compiler and the analyzer say about them.</param>
internal sealed record FixedSources(IReadOnlyList<string> Texts, IReadOnlyList<string> Schemas, ReportedDiagnostics Diagnostics);
