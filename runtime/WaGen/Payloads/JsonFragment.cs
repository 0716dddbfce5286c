using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WaGen;

/// <summary>A piece of JSON of any kind, for members whose content is the application's own. Immutable and always valid.</summary>
public sealed class JsonFragment : IEquatable<JsonFragment>
{
    private readonly byte[] _utf8;

    internal JsonFragment(byte[] utf8) => _utf8 = utf8;

    /// <summary>Gets the JSON text as UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>Gets the value for reading.</summary>
    /// <exception cref="FormatException">Never, because the text was checked.</exception>
    public RawJson Json => RawJson.Parse(_utf8);

    /// <summary>Takes a JSON text.</summary>
    /// <param name="json">Any JSON value.</param>
    /// <returns>The fragment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">The text is not valid JSON; the message says why and at which byte.</exception>
    public static JsonFragment Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Takes a JSON text.</summary>
    /// <param name="utf8Json">Any JSON value as UTF-8.</param>
    /// <returns>The fragment, with a copy of the bytes.</returns>
    /// <exception cref="FormatException">The text is not valid JSON; the message says why and at which byte.</exception>
    public static JsonFragment Parse(ReadOnlySpan<byte> utf8Json)
    {
        byte[] copy = utf8Json.ToArray();
        _ = RawJson.Parse(copy);
        return new JsonFragment(copy);
    }

    /// <summary>Serializes a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">How to write it, from a <c>JsonSerializerContext</c>.</param>
    /// <returns>The fragment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="typeInfo"/> is null.</exception>
    public static JsonFragment From<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return new JsonFragment(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));
    }

    /// <inheritdoc/>
    public bool Equals(JsonFragment? other) => other is not null && _utf8.AsSpan().SequenceEqual(other._utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonFragment);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_utf8);
        return hash.ToHashCode();
    }

    /// <summary>Describes the fragment without its content, so that it may be logged.</summary>
    /// <returns>Its size.</returns>
    public override string ToString() => $"JSON ({_utf8.Length} bytes)";
}
