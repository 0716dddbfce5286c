namespace WaGen.Generator.Model;

/// <summary>Where a fact comes from: inherited from file to object to member.</summary>
internal sealed record Provenance
{
    /// <summary>Nothing known.</summary>
    public static Provenance None { get; } = new();

    /// <summary>The address of the page.</summary>
    public string? Source { get; init; }

    /// <summary>The date on which the page was read, as written in the schema.</summary>
    public string? Seen { get; init; }

    /// <summary>Since when the platform sends it, as written in the schema.</summary>
    public string? Since { get; init; }

    /// <summary>This provenance where it is given, <paramref name="outer"/> elsewhere; "since" is not inherited.</summary>
    public Provenance Over(Provenance outer) => new()
    {
        Source = Source ?? outer.Source,
        Seen = Seen ?? outer.Seen,
        Since = Since,
    };

    /// <summary>What is left to say where <paramref name="outer"/> has been said: nothing about a page that is the same.</summary>
    public Provenance Beside(Provenance outer) =>
        string.Equals(Source, outer.Source, StringComparison.Ordinal) && string.Equals(Seen, outer.Seen, StringComparison.Ordinal) ? new() { Since = Since } : this;
}
