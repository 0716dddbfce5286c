using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace WaGen.Testing;

/// <summary>What a <see cref="FakeGraph"/> answers.</summary>
[DebuggerDisplay("{Status} ({Body.Length} bytes)")]
public sealed record FakeAnswer
{
    private const string JsonType = "application/json; charset=UTF-8";

    /// <summary>Gets the HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Gets the body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets the media type of the body; null when there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the code of the Graph error; null when it is none.</summary>
    internal int? ErrorCode { get; init; }

    /// <summary>Gets a value indicating whether the connection is closed without an answer.</summary>
    internal bool IsDropped { get; init; }

    /// <summary>Gets what happens when the answer is out.</summary>
    internal Action? OnSent { get; init; }

    /// <summary>Answers JSON.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The answer.</returns>
    public static implicit operator FakeAnswer([StringSyntax(StringSyntaxAttribute.Json)] string json) => Json(json);

    /// <summary>Answers JSON.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>The answer.</returns>
    public static FakeAnswer Json([StringSyntax(StringSyntaxAttribute.Json)] string json, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(json);
        return OfJson(Encoding.UTF8.GetBytes(json), status);
    }

    /// <summary>Answers a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="status">The HTTP status.</param>
    /// <returns>The answer.</returns>
    public static FakeAnswer Json(Payload payload, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return OfJson(payload.ToUtf8Json(), status);
    }

    /// <summary>Answers a file.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The media type.</param>
    /// <returns>The answer.</returns>
    public static FakeAnswer Bytes(ReadOnlyMemory<byte> content, string contentType) => new() { Body = content, ContentType = contentType };

    /// <summary>Answers a Graph error.</summary>
    /// <param name="code">The code.</param>
    /// <param name="details">What is wrong in full; null leaves it out.</param>
    /// <param name="subcode">The subcode; null leaves it out.</param>
    /// <param name="status">The HTTP status; null takes the usual one of the code.</param>
    /// <returns>The answer.</returns>
    public static FakeAnswer Error(int code, string? details = null, int? subcode = null, int? status = null) =>
        GraphErrors.Create(api: null, code, details, subcode, status);

    /// <summary>Returns the status, without content.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Status} ({Body.Length} bytes)");

    internal static FakeAnswer OfJson(byte[] json, int status = 200) => new() { Status = status, Body = json, ContentType = JsonType };
}
