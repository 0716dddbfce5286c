namespace WaGen.Generator;

/// <summary>Names of the pipeline's steps, for tests that look at what ran again.</summary>
internal static class Steps
{
    /// <summary>Additional files that are schemas.</summary>
    public const string Schemas = "Schemas";

    /// <summary>Schema files, parsed one by one.</summary>
    public const string Files = "Files";

    /// <summary>Models of schema files, without positions.</summary>
    public const string Models = "Models";

    /// <summary>What schema files offer each other.</summary>
    public const string Exports = "Exports";

    /// <summary>Which files are printed.</summary>
    public const string Selection = "Selection";

    /// <summary>Models with references resolved, ready to print.</summary>
    public const string Linked = "Linked";

    /// <summary>Envelopes with the names of their fields, ready to print.</summary>
    public const string Contracts = "Contracts";

    /// <summary>Lists of operations, ready to print.</summary>
    public const string Operations = "Operations";

    /// <summary>The APIs that are printed, with the clients that the compilation knows.</summary>
    public const string Apis = "Apis";

    /// <summary>What the pipeline must know of the compilation.</summary>
    public const string Target = "Target";

    /// <summary>Values of MSBuild properties.</summary>
    public const string Options = "Options";

    /// <summary>Diagnostics of files.</summary>
    public const string Diagnostics = "Diagnostics";
}
