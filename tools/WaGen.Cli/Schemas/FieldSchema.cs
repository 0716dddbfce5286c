namespace WaGen.Cli.Schemas;

/// <summary>What the schema file of a field says beside its types.</summary>
/// <param name="Field">The name of the field on the wire.</param>
/// <param name="Source">The page that describes the field.</param>
/// <param name="Seen">The day on which the page was read.</param>
/// <param name="Pages">All pages that the file names, the one of the field first.</param>
/// <param name="Examples">Whole bodies.</param>
internal sealed record FieldSchema(string Field, string? Source, string? Seen, IReadOnlyList<SourcePage> Pages, IReadOnlyList<byte[]> Examples);

/// <summary>A page and the day on which it was read.</summary>
/// <param name="Page">The address.</param>
/// <param name="Seen">The day, if the schema gives one.</param>
internal sealed record SourcePage(string Page, string? Seen);
