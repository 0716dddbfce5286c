using System.Buffers;

namespace WaGen.Testing;

/// <summary>Phone numbers as callers write them, and as the platform answers them.</summary>
internal static class PhoneNumbers
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("+ -()0123456789");

    /// <summary>Keeps the digits of a phone number. What is none, such as the id of a group, stays as it is.</summary>
    public static string Normalize(string text) =>
        text.AsSpan().ContainsAnyExcept(Allowed) ? text : string.Concat(text.Where(char.IsAsciiDigit));
}
