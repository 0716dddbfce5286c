using Microsoft.CodeAnalysis.Text;

namespace WaGen.Generator.Analyzers;

/// <summary>A member of an object's schema.</summary>
internal sealed record LocatedMember(string Name, TextSpan NameSpan, LocatedSchema Schema)
{
    /// <summary>Whether a member of a body is this one, under its own name or another.</summary>
    public bool IsCalled(string name) =>
        string.Equals(Name, name, StringComparison.Ordinal) || Schema.Aliases.Contains(name, StringComparer.Ordinal);
}
