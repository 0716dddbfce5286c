using System.Diagnostics;

namespace WaGen;

/// <summary>What all operations of an API share: hosts, version, errors. Printed code has one of each API.</summary>
[DebuggerDisplay("{Name} {Version}")]
public sealed class ApiDefinition
{
    /// <summary>Gets the name of the API in C#.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the version that is used unless the client's options say another, such as <c>v25.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the hosts by the name of their group. Tokens go to no other host.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Hosts { get; init; }

    /// <summary>Gets what is known of the error codes.</summary>
    public required ApiErrorTable Errors { get; init; }

    /// <summary>Gets the quotas by their names.</summary>
    public IReadOnlyDictionary<string, ApiQuota> Quotas { get; init; } = new Dictionary<string, ApiQuota>(StringComparer.Ordinal);

    /// <summary>Gets the reader of error bodies; null when the schema describes none.</summary>
    public PayloadBodyReader? ReadError { get; init; }
}
