namespace WaGen.CodeFixes;

/// <summary>Something that is added at the end of an object or an array of a schema file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Position">Where the object or array begins.</param>
/// <param name="Name">The member that is added to an object; null for an element of an array.</param>
/// <param name="Text">The value, with line feeds and without indentation of its first line.</param>
/// <param name="IsElement">Whether the value is an element of the member, which is an array that is made for it.</param>
internal sealed record SchemaEdit(string Path, int Position, string? Name, string Text, bool IsElement = false);
