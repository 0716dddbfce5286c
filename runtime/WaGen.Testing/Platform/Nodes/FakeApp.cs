using System.Text.Json.Nodes;

namespace WaGen.Testing;

/// <summary>An app of a business. It owns tokens and gets webhooks.</summary>
public sealed class FakeApp : FakeNode
{
    internal FakeApp(FakePlatform platform, string id, FakeBusiness business, string name, string secret)
        : base(platform, id)
    {
        Business = business;
        Name = name;
        Secret = secret;
    }

    /// <summary>Gets the portfolio that owns the app.</summary>
    public FakeBusiness Business { get; }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the address that the app gets webhooks at; null when it gets none.</summary>
    public Uri? Callback => Platform.Locked(() => Address);

    /// <summary>Gets the names of the webhook fields that the app gets; empty for all.</summary>
    public IReadOnlyCollection<string> WebhookFields => Platform.Locked(() => Subscribed.ToArray());

    /// <inheritdoc/>
    internal override string DefaultFields => "id,name,link";

    internal string Secret { get; }

    internal Uri? Address { get; set; }

    /// <summary>Gets or sets the client that reaches the app; null for that of the server.</summary>
    internal HttpClient? Client { get; set; }

    internal HashSet<string> Subscribed { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the token that only the app has.</summary>
    internal string AppToken => $"{Id}|{Secret}";

    /// <summary>Says where the app gets webhooks. Nothing is asked there before.</summary>
    /// <param name="callback">The address.</param>
    /// <param name="fields">The names of the webhook fields, such as <c>messages</c>; none for all.</param>
    public void DeliverTo(Uri callback, params IEnumerable<string> fields)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentNullException.ThrowIfNull(fields);
        SetCallback(callback, client: null, fields);
    }

    /// <summary>Says where the app gets webhooks, and which client reaches it: such as that of a server in memory. Callback overrides are reached by it, too.</summary>
    /// <param name="client">The client; it stays the caller's.</param>
    /// <param name="callback">The address, relative to that of the client or absolute.</param>
    /// <param name="fields">The names of the webhook fields, such as <c>messages</c>; none for all.</param>
    public void DeliverTo(HttpClient client, Uri callback, params IEnumerable<string> fields)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentNullException.ThrowIfNull(fields);
        SetCallback(callback, client, fields);
    }

    /// <inheritdoc/>
    internal override bool Fits(string placeholder) => placeholder is "app-id";

    /// <inheritdoc/>
    internal override bool IsOpenTo(FakeToken token) => token.App == this || token.Business == Business;

    /// <inheritdoc/>
    internal override JsonNode? Compute(string field) => field switch
    {
        "name" => Name,
        "link" => Link(),
        _ => null,
    };

    /// <summary>Whether the app gets webhooks of a field.</summary>
    internal bool Receives(string field) => Address is not null && (Subscribed.Count == 0 || Subscribed.Contains(field));

    /// <summary>The app as other objects name it.</summary>
    internal JsonObject Mention() => new() { ["id"] = Id, ["name"] = Name, ["link"] = Link() };

    private string Link() => $"https://www.facebook.com/games/?app_id={Id}";

    private void SetCallback(Uri callback, HttpClient? client, IEnumerable<string> fields)
    {
        lock (Platform.Gate)
        {
            Address = callback;
            Client = client;
            Subscribed.Clear();
            Subscribed.UnionWith(fields);
        }
    }
}
