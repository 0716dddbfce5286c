using System.Diagnostics;

namespace WaGen;

/// <summary>One parameter of an operation beside its body.</summary>
[DebuggerDisplay("{Name} in {Place}")]
public sealed class ApiParameter
{
    /// <summary>Gets the name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where it is sent.</summary>
    public required ApiParameterPlace Place { get; init; }

    /// <summary>Gets a value indicating whether a request without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets a value indicating whether it is the file of a form.</summary>
    public bool IsFile { get; init; }

    /// <summary>Gets a value indicating whether there may be several: of texts and numbers the value is a JSON array, of files each is a part of the form.</summary>
    public bool IsList { get; init; }

    /// <summary>Gets the value that is always sent; null when the caller decides.</summary>
    public string? Constant { get; init; }

    /// <summary>Gets the texts that are accepted, of a list those that each element may be; empty when any is.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Gets the kinds of file that are accepted, and how large each may be; empty when nothing is said.</summary>
    public IReadOnlyList<MediaLimit> Media { get; init; } = [];

    /// <summary>Whether a value is one of <see cref="Values"/>.</summary>
    /// <param name="value">The value as it is sent; of a list a JSON array.</param>
    /// <returns>True as well when any value is accepted. False for a list that is no array of texts or numbers.</returns>
    public bool Accepts(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (Values.Count == 0)
        {
            return true;
        }

        return IsList
            ? JsonList.TryRead(value) is { } elements && elements.TrueForAll(e => Values.Contains(e, StringComparer.Ordinal))
            : Values.Contains(value, StringComparer.Ordinal);
    }
}
