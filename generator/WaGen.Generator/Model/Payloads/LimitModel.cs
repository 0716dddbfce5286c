namespace WaGen.Generator.Model;

/// <summary>What a schema limits of a value.</summary>
internal sealed record LimitModel
{
    /// <summary>The fewest code points of a text.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most code points of a text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The form of a text as a regular expression.</summary>
    public string? Pattern { get; init; }

    /// <summary>The fewest elements of an array.</summary>
    public int? MinItems { get; init; }

    /// <summary>The most elements of an array.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The smallest number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The limits of each element of an array or each value of a map.</summary>
    public LimitModel? Element { get; init; }

    /// <summary>Whether texts are limited.</summary>
    public bool LimitsText => MinLength is not null || MaxLength is not null || Pattern is not null;

    /// <summary>Whether the number of elements is limited.</summary>
    public bool LimitsCount => MinItems is not null || MaxItems is not null;

    /// <summary>Whether numbers are limited.</summary>
    public bool LimitsNumber => Minimum is not null || Maximum is not null;

    /// <summary>The limits, or null when there is none.</summary>
    public LimitModel? OrNull() => LimitsText || LimitsCount || LimitsNumber || Element is not null ? this : null;
}
