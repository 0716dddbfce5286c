using WaGen.WhatsApp;

namespace WaGen.AspNetCore;

/// <summary>Decides what a token is good for, from what the platform says of it. What a browser claims counts only when this confirms it.</summary>
internal sealed class TokenInspection
{
    private const string Management = "whatsapp_business_management";
    private const string Portfolios = "business_management";

    private readonly IReadOnlyList<GranularScope> _scopes;

    private TokenInspection(TokenInfo info)
    {
        _scopes = info.GranularScopes ?? [];
        Scopes = [.. info.Scopes ?? []];
        IssuedAt = NullIfZero(info.IssuedAt);
        ExpiresAt = NullIfZero(info.ExpiresAt);
    }

    public IReadOnlyList<string> Scopes { get; }

    public DateTimeOffset? IssuedAt { get; }

    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Takes a token that works, belongs to the app, and may manage accounts.</summary>
    /// <exception cref="OnboardingRefusedException">It does not.</exception>
    public static TokenInspection Of(TokenInfo? info, string appId)
    {
        if (info?.IsValid is not true)
        {
            throw new OnboardingRefusedException("The platform says that the token does not work.");
        }

        if (info.AppId != appId)
        {
            throw new OnboardingRefusedException("The token was made for another app.");
        }

        var inspection = new TokenInspection(info);
        return inspection.Scopes.Contains(Management, StringComparer.Ordinal) || inspection.ScopesOf(Management).Any()
            ? inspection
            : throw new OnboardingRefusedException($"The customer did not grant the permission {Management}.");
    }

    /// <summary>The accounts that the token reaches, the newest first; null when it is not limited to some.</summary>
    public IReadOnlyList<string>? Accounts => TargetsOf(Management);

    /// <summary>Whether the platform names the portfolio among those that the token reaches.</summary>
    public bool ConfirmsBusiness(string businessId) => TargetsOf(Portfolios)?.Contains(businessId, StringComparer.Ordinal) == true;

    private IReadOnlyList<string>? TargetsOf(string permission)
    {
        GranularScope[] scopes = [.. ScopesOf(permission)];
        return scopes.Length == 0 || Array.Exists(scopes, static scope => scope.TargetIds is null) ? null : [.. scopes.SelectMany(static scope => scope.TargetIds!)];
    }

    private IEnumerable<GranularScope> ScopesOf(string permission) => _scopes.Where(scope => scope.Scope == permission);

    // The platform writes 0 for never.
    private static DateTimeOffset? NullIfZero(DateTimeOffset? time) => time > DateTimeOffset.UnixEpoch ? time : null;
}
