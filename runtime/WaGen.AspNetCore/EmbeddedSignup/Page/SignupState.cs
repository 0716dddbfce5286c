using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace WaGen.AspNetCore;

/// <summary>Ties a request to the page that this browser got, so that no other site can put a code of its own in: a secret in a cookie, and a proof of it in the page.</summary>
internal sealed class SignupState(IDataProtectionProvider protection, TimeProvider time, TimeSpan lifetime)
{
    private const string Purpose = "WaGen.EmbeddedSignup.State.v1";
    private const int NonceBytes = 32;
    private const int LongestState = 4096;
    private const char Separator = '|';

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>Whether a cookie holds what this class could have put there.</summary>
    public static bool IsNonce(string? cookie) =>
        cookie?.Length == Base64Url.GetEncodedLength(NonceBytes) && Base64Url.IsValid(cookie, out int length) && length == NonceBytes;

    public static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));

    /// <summary>What the page sends back.</summary>
    public string Create(string nonce, ClaimsPrincipal user) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeSeconds()}{Separator}{Convert.ToHexString(Bind(nonce, user))}"));

    /// <summary>Whether what the page sent back belongs to the cookie, to who is signed in, and is not too old.</summary>
    public bool IsValid(string? state, string? nonce, ClaimsPrincipal user)
    {
        if (state is not { Length: > 0 and <= LongestState } || !IsNonce(nonce))
        {
            return false;
        }

        string[] parts;
        try
        {
            parts = _protector.Unprotect(state).Split(Separator);
        }
        catch (CryptographicException)
        {
            return false;
        }

        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) <= lifetime
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(parts[1]), Encoding.ASCII.GetBytes(Convert.ToHexString(Bind(nonce!, user))));
    }

    // A page that was opened before somebody else signed in is of no use afterwards.
    private static byte[] Bind(string nonce, ClaimsPrincipal user) => SHA256.HashData(Encoding.UTF8.GetBytes(
        nonce + Separator + (user.Identity is { IsAuthenticated: true } identity ? (user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? user.FindFirst("sub")?.Value ?? identity.Name) : null)));
}
