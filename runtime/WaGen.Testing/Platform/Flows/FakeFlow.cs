using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A Flow of an account.</summary>
public sealed class FakeFlow : FakeNode
{
    internal FakeFlow(FakePlatform platform, string id, FakeAccount account, string name)
        : base(platform, id)
    {
        Account = account;
        Fields["name"] = name;
        Fields["status"] = FlowStates.Draft;
        Fields["categories"] = new JsonArray();
        Fields["validation_errors"] = new JsonArray();
        RenewPreview();
        Touch();
    }

    /// <summary>Gets the account.</summary>
    public FakeAccount Account { get; }

    /// <summary>Gets the name, which no other Flow of the account has.</summary>
    public string Name => Platform.Locked(() => Text("name") ?? string.Empty);

    /// <summary>Gets the state: <c>DRAFT</c>, <c>PUBLISHED</c>, <c>DEPRECATED</c>, <c>THROTTLED</c> or <c>BLOCKED</c>.</summary>
    public string Status => Platform.Locked(() => State);

    /// <summary>Gets the Flow JSON as it was given last; null when none was given.</summary>
    public string? FlowJson => Platform.Locked(() => Source);

    /// <inheritdoc/>
    internal override string DefaultFields => "id,name,status,categories,validation_errors";

    /// <inheritdoc/>
    internal override FakeAccount? OwnerAccount => Account;

    internal string State
    {
        get => Text("status") ?? FlowStates.Draft;
        set => Fields["status"] = value;
    }

    internal string? Source { get; private set; }

    /// <summary>Gets when messages with the Flow were sent while it was throttled.</summary>
    internal List<DateTimeOffset> Sends { get; } = [];

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "flow-id" or "node-id";

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "whatsapp_business_account" => Account.Describe("id,name,currency,timezone_id,message_template_namespace"),
        "health_status" => HealthAnswers.Of(Account, [HealthAnswers.Entity("FLOW", Id, State is FlowStates.Blocked ? (132068, "The Flow is blocked.", "Mend its endpoint.") : null)]),
        _ => null,
    };

    /// <summary>Takes Flow JSON, right or wrong.</summary>
    internal void Take(string source)
    {
        Source = source;
        Fields["validation_errors"] = FlowCheck.Check(source, out JsonObject? flow);
        foreach (string name in (string[])["json_version", "data_api_version"])
        {
            Fields.Remove(name);
            if (flow?[name is "json_version" ? "version" : name] is { } value)
            {
                Fields[name] = value.ToString();
            }
        }
    }

    internal void RenewPreview() => Fields["preview"] = new JsonObject
    {
        ["preview_url"] = $"https://business.facebook.com/wa/manage/flows/{Id}/preview/?token={Guid.NewGuid():D}",
        ["expires_at"] = Time(Platform.Now + TimeSpan.FromDays(30)),
    };

    internal void Touch() => Fields["updated_at"] = Time(Platform.Now);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", System.Globalization.CultureInfo.InvariantCulture);
}
