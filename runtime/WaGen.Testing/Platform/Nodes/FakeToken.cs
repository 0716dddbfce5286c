using System.Security.Cryptography;
using System.Text;

namespace WaGen.Testing;

/// <summary>An access token. It says nothing of its value but by <see cref="Value"/>.</summary>
public sealed class FakeToken
{
    private readonly List<FakeAccount> _accounts = [];
    private readonly HashSet<string> _scopes;

    internal FakeToken(FakePlatform platform, AccessTokenKind kind, FakeApp app, FakeBusiness business, FakeSystemUser user, IEnumerable<string> scopes, string? value = null)
    {
        Platform = platform;
        Kind = kind;
        App = app;
        Business = business;
        User = user;
        IssuedAt = platform.Now;
        Value = value ?? "EAA" + Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _scopes = new HashSet<string>(scopes, StringComparer.Ordinal);
    }

    /// <summary>Gets the token itself.</summary>
    public string Value { get; }

    /// <summary>Gets whose it is.</summary>
    public AccessTokenKind Kind { get; }

    /// <summary>Gets the app that it was made for.</summary>
    public FakeApp App { get; }

    /// <summary>Gets the portfolio whose assets it is for: of a business token the customer's, otherwise that of its owner.</summary>
    public FakeBusiness Business { get; }

    /// <summary>Gets the user that acts with it.</summary>
    public FakeSystemUser User { get; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>Gets when it ends; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; internal set; }

    /// <summary>Gets the permissions, such as <c>whatsapp_business_management</c>.</summary>
    public IReadOnlyCollection<string> Scopes => Platform.Locked(() => _scopes.ToArray());

    /// <summary>Gets the accounts that a business token is good for, the newest first; empty for other kinds.</summary>
    public IReadOnlyList<FakeAccount> Accounts => Platform.Locked(() => _accounts.ToArray());

    /// <summary>Gets a value indicating whether it was neither revoked nor ran out.</summary>
    public bool IsValid => Platform.Locked(() => !Revoked && !HasExpired);

    internal FakePlatform Platform { get; }

    internal bool Revoked { get; private set; }

    internal bool HasExpired => ExpiresAt is { } end && Platform.Now >= end;

    /// <summary>Gets the ids of further assets, such as ad accounts.</summary>
    internal HashSet<string> Assets { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes it invalid, as its owner can.</summary>
    public void Revoke()
    {
        lock (Platform.Gate)
        {
            Revoked = true;
        }
    }

    /// <summary>Takes permissions away.</summary>
    /// <param name="scopes">The permissions.</param>
    public void Remove(params IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        lock (Platform.Gate)
        {
            _scopes.ExceptWith(scopes);
        }
    }

    /// <summary>Returns the kind, never the value.</summary>
    /// <returns>The name of the kind.</returns>
    public override string ToString() => Kind.ToString();

    internal bool Has(string scope) => _scopes.Contains(scope);

    internal bool Holds(FakeAccount account) => _accounts.Contains(account);

    internal void Add(FakeAccount account)
    {
        _accounts.Remove(account);
        _accounts.Insert(0, account);
    }

    internal bool HasValue(string value) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(value));
}
