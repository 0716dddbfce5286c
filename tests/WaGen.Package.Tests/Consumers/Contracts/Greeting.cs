namespace Contracts;

/// <summary>Uses a member that only the replaced schema has.</summary>
public static class Greeting
{
    /// <summary>A greeting in the language of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The greeting.</returns>
    public static string For(TextContent text) => text.Language == "de" ? "Guten Tag" : "Hello";
}
