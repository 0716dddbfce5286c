using System.Globalization;
using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>A message template of an account, in one language.</summary>
public sealed class FakeTemplate : FakeNode
{
    internal FakeTemplate(FakePlatform platform, string id, FakeAccount account, string name, string language)
        : base(platform, id)
    {
        Account = account;
        Name = name;
        Language = language;
        Fields["name"] = name;
        Fields["language"] = language;
        Fields["status"] = TemplateStates.Pending;
        Fields["rejected_reason"] = TemplateStates.NoReason;
        Fields["source"] = "MANUAL";
        Fields["quality_score"] = new JsonObject { ["score"] = "UNKNOWN", ["date"] = platform.Now.ToUnixTimeSeconds() };
        Touch();
    }

    /// <summary>Gets the account.</summary>
    public FakeAccount Account { get; }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the language, such as <c>en_US</c>.</summary>
    public string Language { get; }

    /// <summary>Gets the state, such as <c>PENDING</c>, <c>APPROVED</c>, <c>REJECTED</c>, <c>PAUSED</c>.</summary>
    public string Status => Platform.Locked(() => State);

    /// <summary>Gets the category: <c>MARKETING</c>, <c>UTILITY</c> or <c>AUTHENTICATION</c>.</summary>
    public string Category => Platform.Locked(() => Text("category") ?? string.Empty);

    /// <summary>Gets what users think of it: <c>GREEN</c>, <c>YELLOW</c>, <c>RED</c> or <c>UNKNOWN</c>.</summary>
    public string Quality => Platform.Locked(() => QualityScore);

    /// <summary>Gets why it was rejected; <c>NONE</c> when it was not.</summary>
    public string RejectedReason => Platform.Locked(() => Text("rejected_reason") ?? TemplateStates.NoReason);

    /// <summary>Gets how many messages of it were accepted.</summary>
    public int SentCount => Platform.Locked(() => Sends);

    /// <inheritdoc/>
    internal override string DefaultFields => "name,parameter_format,components,language,status,category,sub_category,previous_category,correct_category,library_template_name,message_send_ttl_seconds";

    /// <inheritdoc/>
    internal override FakeAccount? OwnerAccount => Account;

    internal string State
    {
        get => Text("status") ?? TemplateStates.Pending;
        set => Fields["status"] = value;
    }

    internal string QualityScore => Fields["quality_score"]?["score"]?.GetValue<string>() ?? "UNKNOWN";

    internal JsonArray Components => Fields["components"] as JsonArray ?? [];

    internal int Sends { get; set; }

    /// <summary>Gets or sets how often it was paused because of its quality.</summary>
    internal int Pauses { get; set; }

    /// <summary>Gets or sets a value indicating whether it was paused while it was sent slowly to find out what users think.</summary>
    internal bool IsPacing { get; set; }

    /// <summary>Gets or sets the state that it has after it comes back from the archive.</summary>
    internal string? StateBeforeArchive { get; set; }

    /// <summary>Gets when it was changed while it was approved.</summary>
    internal List<DateTimeOffset> Edits { get; } = [];

    /// <summary>Gets the id as webhooks write it: a number.</summary>
    internal JsonNode NumericId => long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number) : JsonValue.Create(Id);

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "template-id" or "node-id";

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field is "health_status"
        ? HealthAnswers.Of(Account, [HealthAnswers.Entity("MESSAGE_TEMPLATE", Id, State is TemplateStates.Approved ? null : (141001, "The template was not approved.", "Wait for the review, or change the template."))])
        : null;

    internal bool Is(string name, string? language) => Name.Equals(name, StringComparison.Ordinal) && (language is null || Language.Equals(language, StringComparison.Ordinal));

    /// <summary>Notes that something has changed.</summary>
    internal void Touch() => Fields["last_updated_time"] = Platform.Now.ToUnixTimeSeconds();
}
