using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace WaGen.Testing;

/// <summary>A request that a <see cref="FakeGraph"/> received. Tokens and proofs are not kept.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FakeRequest
{
    private byte[]? _tokenHash;

    internal FakeRequest()
    {
    }

    /// <summary>Gets the name of the operation, such as <c>SendMessage</c>; null when no operation has this method and path.</summary>
    public string? Operation => Descriptor?.Name;

    /// <summary>Gets the operation; null when none has this method and path.</summary>
    public ApiOperation? Descriptor { get; internal set; }

    /// <summary>Gets the HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path below the version, without query.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the version in the path, such as <c>v25.0</c>; null when it was left out.</summary>
    public string? Version { get; internal set; }

    /// <summary>Gets the values of the parameters in the path by their names in the schema.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; internal set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the query, without tokens, proof and secrets.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>Gets the query with secrets that are parameters of operations, for the checks of this package alone.</summary>
    internal IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the headers by their names in any case, without the token.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Gets the texts of a form; empty for other bodies.</summary>
    public IReadOnlyDictionary<string, string> Form { get; internal set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the JSON body as received; empty when there is none, or when it was a form or a file.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>Gets the body as the operation's schema reads it; null when it could not be read.</summary>
    public Payload? Payload { get; internal set; }

    /// <summary>Gets when it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets a value indicating whether it carried a proof of the app secret.</summary>
    public bool HasAppSecretProof { get; internal init; }

    /// <summary>Gets the status of the answer; null until it is decided, and when the connection was dropped instead.</summary>
    public int? Status { get; internal set; }

    /// <summary>Gets the code of the Graph error that was answered; null when it was none.</summary>
    public int? ErrorCode { get; internal set; }

    /// <summary>Gets the id of the message that was sent by it; null when none was.</summary>
    public string? MessageId { get; internal set; }

    /// <summary>Gets the JSON body for reading; absent when there is none.</summary>
    public RawJson Json => RawJson.TryParse(Body.Span, out RawJson json) ? json : default;

    /// <summary>Gets the token and how it was sent, for the checks of this package alone.</summary>
    internal RequestSecrets Secrets { get; init; } = RequestSecrets.None;

    /// <summary>Gets the file that was uploaded, for the checks of this package alone.</summary>
    internal ReceivedFile? File { get; set; }

    /// <summary>Tells whether a token came with the request.</summary>
    /// <param name="accessToken">The token.</param>
    /// <returns>Whether the request was sent with it.</returns>
    public bool WasSentWith(string accessToken)
    {
        ArgumentNullException.ThrowIfNull(accessToken);
        return _tokenHash is not null && CryptographicOperations.FixedTimeEquals(_tokenHash, SHA256.HashData(Encoding.UTF8.GetBytes(accessToken)));
    }

    /// <summary>Returns operation and answer, without content.</summary>
    /// <returns>A short description.</returns>
    public override string ToString() => $"{Operation ?? Method}: {(Status is { } status ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{status}") : "no answer")}";

    internal void RememberToken(string token) => _tokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
