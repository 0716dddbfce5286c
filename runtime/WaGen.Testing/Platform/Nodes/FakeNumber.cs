using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A phone number of a business.</summary>
public sealed class FakeNumber : FakeNode
{
    internal FakeNumber(FakePlatform platform, string id, FakeAccount account, string phone, string verifiedName)
        : base(platform, id)
    {
        Account = account;
        Phone = phone;
        Fields["verified_name"] = verifiedName;
        Fields["name_status"] = "APPROVED";
        Fields["quality_rating"] = "GREEN";
        Fields["code_verification_status"] = "VERIFIED";
        Fields["account_mode"] = "LIVE";
        Fields["is_official_business_account"] = false;
        Fields["search_visibility"] = "VISIBLE";
        Fields["throughput"] = new JsonObject { ["level"] = "STANDARD" };
        Fields["whatsapp_business_manager_messaging_limit"] = "TIER_250";
        Fields["official_business_account"] = new JsonObject { ["oba_status"] = "NOT_STARTED" };
        OnboardedAt = platform.Now;
    }

    /// <summary>Gets the account that the number belongs to now.</summary>
    public FakeAccount Account { get; internal set; }

    /// <summary>Gets the phone number, digits only.</summary>
    public string Phone { get; }

    /// <summary>Gets the name that users see.</summary>
    public string VerifiedName => Platform.Locked(() => Text("verified_name") ?? string.Empty);

    /// <summary>Gets a value indicating whether the number is registered: only then it can send.</summary>
    public bool IsRegistered => Platform.Locked(() => Registered);

    /// <summary>Gets a value indicating whether the number is also used in the WhatsApp Business app.</summary>
    public bool IsOnBusinessApp => Platform.Locked(() => OnBusinessApp);

    /// <summary>Gets a value indicating whether a PIN was set.</summary>
    public bool HasPin => Platform.Locked(() => Pin is not null);

    /// <summary>Gets the id of the object that holds the business profile.</summary>
    public string ProfileId { get; } = FakePlatform.NewId();

    /// <summary>Gets when the number was onboarded.</summary>
    public DateTimeOffset OnboardedAt { get; internal set; }

    /// <inheritdoc/>
    internal override string DefaultFields => "id,verified_name,display_phone_number,quality_rating,code_verification_status,platform_type,throughput,webhook_configuration";

    /// <inheritdoc/>
    internal override FakeAccount? OwnerAccount => Account;

    internal bool Registered { get; set; }

    internal bool OnBusinessApp { get; set; }

    internal bool Deleted { get; set; }

    internal string? Pin { get; set; }

    /// <summary>Gets or sets the code that was sent to the number; null when none is expected.</summary>
    internal string? Code { get; set; }

    /// <summary>Gets when the number was registered or deregistered, as far as it counts.</summary>
    internal List<DateTimeOffset> Registrations { get; } = [];

    /// <summary>Gets the addresses that take the place of those of apps, by the ids of the apps.</summary>
    internal Dictionary<string, Uri> Overrides { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets when users wrote last, by their phone numbers or ids.</summary>
    internal Dictionary<string, DateTimeOffset> Contacts { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "phone-number-id" or "account-number-id" or "node-id";

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "display_phone_number" => Phone,
        "status" => Deleted ? "DELETED" : Registered ? "CONNECTED" : Text("code_verification_status") is "VERIFIED" ? "PENDING" : "UNVERIFIED",
        "platform_type" or "host_platform" => Registered ? "CLOUD_API" : "NOT_APPLICABLE",
        "is_on_biz_app" => OnBusinessApp,
        "is_pin_enabled" => Pin is not null,
        "is_preverified_number" => false,
        "last_onboarded_time" => OnboardedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", System.Globalization.CultureInfo.InvariantCulture),
        "quality_score" => new JsonObject { ["score"] = Text("quality_rating") },
        "webhook_configuration" => WebhookConfiguration(),
        "health_status" => HealthAnswers.Of(this),
        "conversational_automation" => new JsonObject { ["id"] = Id },
        _ => null,
    };

    private JsonObject WebhookConfiguration()
    {
        var configuration = new JsonObject();
        foreach (FakeApp app in Account.SubscribedApps)
        {
            Add(configuration, "phone_number", Overrides.GetValueOrDefault(app.Id));
            Add(configuration, "whatsapp_business_account", Account.Overrides.GetValueOrDefault(app.Id));
            Add(configuration, "application", app.Address);
        }

        return configuration;
    }

    private static void Add(JsonObject configuration, string name, Uri? address)
    {
        if (address is not null)
        {
            configuration[name] = address.OriginalString;
        }
    }
}
