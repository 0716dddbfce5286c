using System.Diagnostics;

namespace WaGen;

/// <summary>An access token and whose it is. The token never shows in texts and debuggers.</summary>
[DebuggerDisplay("{Kind} token")]
public sealed class AccessToken
{
    /// <summary>Makes a token.</summary>
    /// <param name="value">The token, without the word before it in the header.</param>
    /// <param name="kind">Whose it is; <see cref="AccessTokenKind.Unknown"/> when nobody knows, then no operation refuses it beforehand.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, or holds white space or characters that no token has.</exception>
    public AccessToken(string value, AccessTokenKind kind = AccessTokenKind.Unknown)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (!IsPossible(value))
        {
            throw new ArgumentException("An access token holds visible ASCII characters only; files and variables often carry a line break at the end.", nameof(value));
        }

        Value = value;
        Kind = kind;
    }

    /// <summary>Gets whose token it is.</summary>
    public AccessTokenKind Kind { get; }

    /// <summary>Gets the token itself.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string Value { get; }

    /// <summary>Gives the token itself, for a store that keeps it encrypted. Nothing else should call this; never log what it returns.</summary>
    /// <returns>The token, without the word before it in the header.</returns>
    public string Reveal() => Value;

    /// <summary>Describes the token without its value.</summary>
    /// <returns>The kind.</returns>
    public override string ToString() => $"{Kind} token";

    internal static bool IsPossible(string value) => value.All(static c => c is > ' ' and <= '~');
}
