using System.Diagnostics;

namespace WaGen.Testing;

/// <summary>A file that a <see cref="FakeGraph"/> keeps.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FakeMedia
{
    internal FakeMedia()
    {
    }

    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Gets the bytes.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Gets the SHA-256 hash of the bytes in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Gets the name that the file was uploaded with; null without one.</summary>
    public string? FileName { get; init; }

    /// <summary>Gets the id of the phone number that owns the file; null when any may use it.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>Returns type and size, without content.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ContentType} ({Content.Length} bytes)");
}
