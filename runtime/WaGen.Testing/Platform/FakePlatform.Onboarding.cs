using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>What customers do to come to a partner, or to leave.</summary>
public sealed partial class FakePlatform
{
    private const int CodeBytes = 48;
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IssuedCode> _codes = new(StringComparer.Ordinal);

    /// <summary>Lets a customer go through Embedded Signup: accounts are shared with the app's portfolio, whose apps are told.</summary>
    /// <param name="app">The app of the signup page.</param>
    /// <param name="accounts">The customer's accounts, at least one.</param>
    /// <returns>The code that the page gets. It is good once, within 30 seconds.</returns>
    /// <exception cref="ArgumentException">There is no account, or they belong to several portfolios.</exception>
    public string IssueCode(FakeApp app, params IReadOnlyList<FakeAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(app);
        ThrowIfNotOfOne(accounts);
        return Act(() =>
        {
            foreach (FakeAccount account in accounts)
            {
                Share(app, account, "PARTNER_ADDED", solutionId: null);
            }

            string code = "AQ" + Convert.ToHexString(RandomNumberGenerator.GetBytes(CodeBytes));
            _codes[code] = new IssuedCode(app, [.. accounts], Now);
            return code;
        });
    }

    /// <summary>Lets a customer go through the hosted signup page: an account is shared and the app's portfolio is told, but nobody gets a code. The token can be fetched.</summary>
    /// <param name="app">The app.</param>
    /// <param name="account">The customer's account.</param>
    public void OnboardHosted(FakeApp app, FakeAccount account)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(account);
        Act(() =>
        {
            Share(app, account, "PARTNER_ADDED", solutionId: null);
            IssueBusinessToken(app, account.Business, [account]);
        });
    }

    /// <summary>Lets a customer give an app access without sharing an account with its portfolio. The token can be fetched.</summary>
    /// <param name="app">The app.</param>
    /// <param name="account">The customer's account.</param>
    public void InstallApp(FakeApp app, FakeAccount account)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(account);
        Act(() =>
        {
            Share(app, account, "PARTNER_APP_INSTALLED", solutionId: null);
            IssueBusinessToken(app, account.Business, [account]);
        });
    }

    /// <summary>Lets a customer end the work with an app: its tokens end, and its portfolio is told.</summary>
    /// <param name="app">The app.</param>
    /// <param name="account">The customer's account.</param>
    /// <param name="reason">Why the number is disconnected, such as <c>PRIMARY_INACTIVITY</c>; null when the customer leaves as a whole.</param>
    public void RemovePartner(FakeApp app, FakeAccount account, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(account);
        Act(() =>
        {
            var value = new JsonObject { ["event"] = "PARTNER_REMOVED", ["waba_info"] = AccountInfo(account) };
            if (reason is not null)
            {
                value["disconnection_info"] = new JsonObject { ["reason"] = reason, ["initiated_by"] = "SYSTEM" };
            }

            Fire(PlatformEvent.Of(app.Business, "account_update", value));
            account.Unsubscribe(app);
            account.Unshare(app.Business);
            foreach (FakeToken token in _tokens.Where(t => t.App == app && t.Kind == AccessTokenKind.Business && t.Holds(account)))
            {
                token.Revoke();
            }
        });
    }

    /// <summary>Shares an account with the portfolio of an app, which is told.</summary>
    internal void Share(FakeApp app, FakeAccount account, string happened, string? solutionId)
    {
        account.Share(app.Business);
        foreach (FakeNumber number in account.Numbers)
        {
            number.OnboardedAt = Now;
        }

        JsonObject info = AccountInfo(account);
        if (happened is "PARTNER_APP_INSTALLED")
        {
            info["partner_app_id"] = app.Id;
        }

        if (solutionId is not null)
        {
            info["solution_id"] = solutionId;
            info["solution_partner_business_ids"] = new JsonArray([.. account.Partners.Select(static p => JsonValue.Create(p.Id))]);
        }

        Fire(PlatformEvent.Of(app.Business, "account_update", new JsonObject { ["event"] = happened, ["waba_info"] = info }));
    }

    /// <summary>An account as events name it.</summary>
    internal static JsonObject AccountInfo(FakeAccount account) => new() { ["waba_id"] = account.Id, ["owner_business_id"] = account.Business.Id };

    /// <summary>Takes a code.</summary>
    /// <param name="app">The app that brings it.</param>
    /// <param name="code">The code.</param>
    /// <param name="subcode">What is wrong with it; null when it is not known at all.</param>
    /// <returns>The token; null when the code is good for nothing.</returns>
    internal FakeToken? Exchange(FakeApp app, string code, out int? subcode)
    {
        const int used = 36009;
        const int late = 36007;
        subcode = null;
        if (!_codes.TryGetValue(code, out IssuedCode? issued) || issued.App != app)
        {
            return null;
        }

        subcode = issued.IsUsed ? used : Now - issued.IssuedAt > CodeLifetime ? late : null;
        if (subcode is not null)
        {
            return null;
        }

        issued.IsUsed = true;
        return IssueBusinessToken(app, issued.Accounts[0].Business, issued.Accounts);
    }

    private sealed class IssuedCode(FakeApp app, FakeAccount[] accounts, DateTimeOffset issuedAt)
    {
        public FakeApp App { get; } = app;

        public FakeAccount[] Accounts { get; } = accounts;

        public DateTimeOffset IssuedAt { get; } = issuedAt;

        public bool IsUsed { get; set; }
    }
}
