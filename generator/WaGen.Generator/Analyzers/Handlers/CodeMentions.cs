using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace WaGen.Generator.Analyzers;

/// <summary>What a file says about types, by their simple names: enough to know that a class is used, and far cheaper than asking for the meaning of each name.</summary>
/// <remarks>Read once for each version of a file. A name that belongs to another type of the same name only keeps a rule silent.</remarks>
internal sealed class CodeMentions
{
    /// <summary>Reads a file; analyzers keep what it gives as long as the file stays the same.</summary>
    public static readonly SyntaxTreeValueProvider<CodeMentions> Provider = new(CodeMentionsReader.Read);

    /// <summary>Classes that somebody makes, takes as an argument, or hands to a method or type as a type argument.</summary>
    public required ImmutableHashSet<string> Used { get; init; }

    /// <summary>Types that stand in the base list of another one.</summary>
    public required ImmutableHashSet<string> Bases { get; init; }

    /// <summary>Whether types are looked for at run time, so that no name tells which classes are used.</summary>
    public required bool HasReflection { get; init; }

    /// <summary>Whether a handler for what no other handler takes is registered or written here.</summary>
    public required bool HasUnhandledHandler { get; init; }
}
