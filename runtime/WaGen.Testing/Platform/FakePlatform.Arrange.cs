namespace WaGen.Testing;

/// <summary>Makes what there is before a test begins.</summary>
public sealed partial class FakePlatform
{
    /// <summary>The permissions that tokens have when nothing else is said.</summary>
    private static readonly string[] AllScopes =
    [
        "whatsapp_business_management", "whatsapp_business_messaging", "business_management", "whatsapp_business_manage_events", "ads_read", "manage_app_solution", "catalog_management",
    ];

    private static readonly string[] CustomerScopes = ["whatsapp_business_management", "whatsapp_business_messaging", "whatsapp_business_manage_events", "business_management", "ads_read"];

    /// <summary>Makes a business portfolio, with an administrator among its system users.</summary>
    /// <param name="name">The name.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The portfolio.</returns>
    public FakeBusiness AddBusiness(string name, string? id = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Act(() =>
        {
            FakeBusiness business = Add(new FakeBusiness(this, id ?? NewId(), name));
            Add(new FakeSystemUser(this, NewId(), business, "Administrator", isAdmin: true));
            return business;
        });
    }

    /// <summary>Makes an app.</summary>
    /// <param name="business">The portfolio that owns it.</param>
    /// <param name="name">The name.</param>
    /// <param name="secret">The secret. It signs webhooks, and proofs are made with it.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The app. It gets webhooks when it said where.</returns>
    public FakeApp AddApp(FakeBusiness business, string name, string secret, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return Act(() => Add(new FakeApp(this, id ?? NewId(), business, name, secret)));
    }

    /// <summary>Makes an account.</summary>
    /// <param name="business">The portfolio that owns it.</param>
    /// <param name="name">The name.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The account.</returns>
    public FakeAccount AddAccount(FakeBusiness business, string name, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Act(() => Add(new FakeAccount(this, id ?? NewId(), business, name)));
    }

    /// <summary>Makes a phone number whose owner has proved to own it. It is not registered yet.</summary>
    /// <param name="account">The account.</param>
    /// <param name="phone">The phone number; all but its digits is passed over.</param>
    /// <param name="verifiedName">The name that users see.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The number.</returns>
    public FakeNumber AddNumber(FakeAccount account, string phone, string verifiedName, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrEmpty(phone);
        ArgumentException.ThrowIfNullOrEmpty(verifiedName);
        return Act(() =>
        {
            FakeNumber number = Add(new FakeNumber(this, id ?? NewId(), account, PhoneNumbers.Normalize(phone), verifiedName));
            Add(new PlatformObject(this, number.ProfileId, "profile-id", number, "id,account_name,about,address,description,email,vertical,websites"));
            return number;
        });
    }

    /// <summary>Makes a number that is ready to send: registered for the API.</summary>
    /// <param name="account">The account.</param>
    /// <param name="phone">The phone number; all but its digits is passed over.</param>
    /// <param name="verifiedName">The name that users see.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The number.</returns>
    public FakeNumber AddRegisteredNumber(FakeAccount account, string phone, string verifiedName, string? id = null) => Act(() =>
    {
        FakeNumber number = AddNumber(account, phone, verifiedName, id);
        number.Registered = true;
        return number;
    });

    /// <summary>Makes a number that stays in the WhatsApp Business app while the API is added. It is registered already.</summary>
    /// <param name="account">The account.</param>
    /// <param name="phone">The phone number; all but its digits is passed over.</param>
    /// <param name="verifiedName">The name that users see.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The number.</returns>
    public FakeNumber AddBusinessAppNumber(FakeAccount account, string phone, string verifiedName, string? id = null) => Act(() =>
    {
        FakeNumber number = AddRegisteredNumber(account, phone, verifiedName, id);
        number.OnBusinessApp = true;
        return number;
    });

    /// <summary>Makes a system user.</summary>
    /// <param name="business">The portfolio.</param>
    /// <param name="name">The name.</param>
    /// <param name="isAdmin">Whether it may manage others.</param>
    /// <returns>The user.</returns>
    public FakeSystemUser AddSystemUser(FakeBusiness business, string name, bool isAdmin = false)
    {
        ArgumentNullException.ThrowIfNull(business);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Act(() => Add(new FakeSystemUser(this, NewId(), business, name, isAdmin)));
    }

    /// <summary>Makes the token of a system user of the app's own portfolio.</summary>
    /// <param name="app">The app.</param>
    /// <param name="user">The system user; null for the portfolio's administrator.</param>
    /// <param name="scopes">The permissions; none for all.</param>
    /// <returns>The token, which does not end.</returns>
    public FakeToken AddSystemToken(FakeApp app, FakeSystemUser? user = null, params IReadOnlyCollection<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(scopes);
        return Act(() =>
        {
            FakeSystemUser owner = user ?? AdministratorOf(app.Business);
            return Keep(new FakeToken(this, AccessTokenKind.System, app, owner.Business, owner, scopes.Count == 0 ? AllScopes : scopes));
        });
    }

    /// <summary>Makes the token of a person, such as the one of the app's dashboard.</summary>
    /// <param name="app">The app.</param>
    /// <param name="business">The portfolio that the person works for; null for that of the app.</param>
    /// <param name="scopes">The permissions; none for all.</param>
    /// <returns>The token, which ends in 60 days.</returns>
    public FakeToken AddUserToken(FakeApp app, FakeBusiness? business = null, params IReadOnlyCollection<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(scopes);
        return Act(() =>
        {
            FakeBusiness owner = business ?? app.Business;
            FakeSystemUser person = Add(new FakeSystemUser(this, NewId(), owner, "Person", isAdmin: true));
            return Keep(new FakeToken(this, AccessTokenKind.User, app, owner, person, scopes.Count == 0 ? AllScopes : scopes) { ExpiresAt = Now + TimeSpan.FromDays(60) });
        });
    }

    /// <summary>Makes a customer's token for an app, as onboarding does. The accounts are shared with the app's portfolio.</summary>
    /// <param name="app">The app.</param>
    /// <param name="accounts">The customer's accounts that it is good for, at least one.</param>
    /// <returns>The token, which does not end.</returns>
    /// <exception cref="ArgumentException">There is no account, or they belong to several portfolios.</exception>
    public FakeToken AddBusinessToken(FakeApp app, params IReadOnlyList<FakeAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(app);
        ThrowIfNotOfOne(accounts);
        return Act(() =>
        {
            foreach (FakeAccount account in accounts)
            {
                account.Share(app.Business);
            }

            return IssueBusinessToken(app, accounts[0].Business, accounts);
        });
    }

    /// <summary>Makes a credit line.</summary>
    /// <param name="business">The portfolio that pays.</param>
    /// <param name="id">The id; null for any.</param>
    /// <returns>The credit line.</returns>
    public FakeCreditLine AddCreditLine(FakeBusiness business, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(business);
        return Act(() => Add(new FakeCreditLine(this, id ?? NewId(), business)));
    }

    /// <summary>Makes a token of a customer that also holds what earlier tokens of the customer for the app held.</summary>
    internal FakeToken IssueBusinessToken(FakeApp app, FakeBusiness customer, IEnumerable<FakeAccount> accounts)
    {
        FakeToken? earlier = FindBusinessToken(app, customer);
        FakeSystemUser user = earlier?.User ?? Add(new FakeSystemUser(this, NewId(), customer, app.Name, isAdmin: false));
        var token = new FakeToken(this, AccessTokenKind.Business, app, customer, user, CustomerScopes);
        foreach (FakeAccount account in (earlier?.Accounts ?? []).Reverse().Concat(accounts))
        {
            token.Add(account);
        }

        token.Assets.UnionWith(earlier?.Assets ?? []);
        return Keep(token);
    }

    /// <summary>Finds the newest valid token of a customer for an app.</summary>
    internal FakeToken? FindBusinessToken(FakeApp app, FakeBusiness customer) =>
        _tokens.FindLast(t => t.Kind == AccessTokenKind.Business && t.App == app && t.Business == customer && t.IsValid);

    /// <summary>Finds a token by its value, whether it is valid or not. The tokens of apps are made when they are looked for.</summary>
    internal FakeToken? FindToken(string value)
    {
        FakeToken? known = _tokens.Find(t => t.HasValue(value));
        int bar = value.IndexOf('|', StringComparison.Ordinal);
        if (known is not null || bar < 1 || FindNode(value[..bar]) is not FakeApp app)
        {
            return known;
        }

        var token = new FakeToken(this, AccessTokenKind.App, app, app.Business, AdministratorOf(app.Business), [], app.AppToken);
        return token.HasValue(value) ? Keep(token) : null;
    }

    internal FakeSystemUser AdministratorOf(FakeBusiness business) => _order.OfType<FakeSystemUser>().First(u => u.Business == business);

    internal static string NewId() => DecimalIds.Create();

    private static void ThrowIfNotOfOne(IReadOnlyList<FakeAccount> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        if (accounts.Select(static a => a.Business).Distinct().Count() != 1)
        {
            throw new ArgumentException("There must be at least one account, and all of them must belong to one portfolio.", nameof(accounts));
        }
    }

    private FakeToken Keep(FakeToken token)
    {
        _tokens.Add(token);
        return token;
    }
}
