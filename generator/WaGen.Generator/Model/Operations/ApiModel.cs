using System.Diagnostics;

namespace WaGen.Generator.Model;

/// <summary>What the operations of an API share.</summary>
[DebuggerDisplay("api {Name}")]
internal sealed record ApiModel
{
    /// <summary>The API's name: the stem of the C# names.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, from the schema.</summary>
    public string? Description { get; init; }

    /// <summary>The version that is used unless somebody says another.</summary>
    public required string Version { get; init; }

    /// <summary>The full C# name of the type that sends requests, without prefix; null when only descriptions are printed.</summary>
    public string? Client { get; init; }

    /// <summary>The hosts that requests may go to, by the name of their group.</summary>
    public required EquatableArray<ApiHosts> Hosts { get; init; }

    /// <summary>The groups of operations.</summary>
    public required EquatableArray<ApiGroupModel> Groups { get; init; }

    /// <summary>How lists are read page by page; null when nothing is said.</summary>
    public PagingModel? Paging { get; init; }

    /// <summary>How many calls are accepted, by the names that operations use.</summary>
    public EquatableArray<ApiQuotaModel> Quotas { get; init; }

    /// <summary>The type of an error's body; null when none is described.</summary>
    public MemberType? Error { get; init; }

    /// <summary>What is known of error codes, in the order of the file.</summary>
    public required EquatableArray<ApiErrorModel> Errors { get; init; }
}

/// <summary>Some hosts under a name.</summary>
internal sealed record ApiHosts(string Name, EquatableArray<string> Hosts);

/// <summary>A group of operations.</summary>
internal sealed record ApiGroupModel
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the group is printed where nobody says which.</summary>
    public bool IsDefault { get; init; }
}

/// <summary>How many calls are accepted in a span of time.</summary>
internal sealed record ApiQuotaModel
{
    public required string Name { get; init; }

    public required long Calls { get; init; }

    public required long Seconds { get; init; }

    /// <summary>The parameter whose values have a quota each; null when the whole app has one.</summary>
    public string? Per { get; init; }

    /// <summary>How many calls are accepted for an account that is in use; null when that makes no difference.</summary>
    public long? Active { get; init; }

    public string? Description { get; init; }
}

/// <summary>What is known of an error code, or of a range of them.</summary>
internal sealed record ApiErrorModel
{
    public required long From { get; init; }

    public required long To { get; init; }

    /// <summary>The subcode that the entry is about; null for all.</summary>
    public long? Subcode { get; init; }

    /// <summary>The name of the class in C#.</summary>
    public required string Class { get; init; }

    /// <summary>The name of the way to find the time before another try in C#; null when nothing is said.</summary>
    public string? Wait { get; init; }

    /// <summary>The time before another try when it is always the same.</summary>
    public long Seconds { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }
}
