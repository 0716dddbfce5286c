using Microsoft.CodeAnalysis;

namespace WaGen.Generator.Analyzers;

/// <summary>A member that gets its value in place.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Place">What says which member is meant: a name in an initializer, or an argument.</param>
/// <param name="Value">The value.</param>
/// <param name="Next">The step of the path that comes after this member.</param>
internal sealed record WrittenMember(string Name, SyntaxNode Place, IOperation Value, int Next)
{
    /// <summary>Whether it is a parameter for which no argument stands in the code.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Whether the value only says that the member is there: it is an object that has nothing to choose.</summary>
    public bool IsFlag { get; init; }
}
