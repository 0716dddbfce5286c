using System.Diagnostics;

namespace WaGen;

/// <summary>An access token that a customer granted, and to whom it belongs.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record StoredToken
{
    /// <summary>Gets the token.</summary>
    public required AccessToken Token { get; init; }

    /// <summary>Gets the id of the customer's WhatsApp Business account, by which the token is kept.</summary>
    public required string WabaId { get; init; }

    /// <summary>Gets the id of the customer's business portfolio; null when nobody told it.</summary>
    public string? BusinessId { get; init; }

    /// <summary>Gets the ids of the account's phone numbers, as far as they are known. An account with a number may make more calls.</summary>
    public IReadOnlyList<string> PhoneNumberIds { get; init => field = [.. value]; } = [];

    /// <summary>Gets the permissions that the token carries, as far as they are known.</summary>
    public IReadOnlyList<string> Scopes { get; init => field = [.. value]; } = [];

    /// <summary>Gets when the token was granted; null when nobody told it.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Gets when the token ends; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the token has ended. The client uses no such token.</summary>
    /// <param name="now">The time.</param>
    /// <returns>True from <see cref="ExpiresAt"/> on.</returns>
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <summary>Describes the token without its value and without the ids of the account.</summary>
    /// <returns>The kind, and when it ends.</returns>
    public override string ToString() => ExpiresAt is { } end ? FormattableString.Invariant($"{Token} until {end:u}") : Token.ToString();
}
