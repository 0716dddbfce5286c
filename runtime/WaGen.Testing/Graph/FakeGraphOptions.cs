namespace WaGen.Testing;

/// <summary>How a <see cref="FakeGraph"/> behaves. Read once, when it is made.</summary>
public sealed class FakeGraphOptions
{
    /// <summary>Gets or sets the port on the loopback address.</summary>
    /// <value>0 by default: any free one.</value>
    public int Port { get; set; }

    /// <summary>Gets or sets the secret of the app. It signs webhooks, and a proof of it in a request must be right.</summary>
    /// <value>Null by default: proofs are not looked at and nothing can be signed.</value>
    public string? AppSecret { get; set; }

    /// <summary>Gets or sets a value indicating whether a request without <c>appsecret_proof</c> is refused, as the app setting "Require app secret" does.</summary>
    /// <value>False by default. Needs <see cref="AppSecret"/>.</value>
    public bool RequireAppSecretProof { get; set; }

    /// <summary>Gets the tokens that are accepted.</summary>
    /// <value>Empty by default: every token is.</value>
    public ISet<string> AccessTokens { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets or sets the endpoint that gets the statuses of sent messages.</summary>
    /// <value>Null by default: no webhooks are sent until <see cref="FakeGraph.DeliverTo(Uri, string, StatusPlayback?)"/> is called. Needs <see cref="AppSecret"/>.</value>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Gets or sets which statuses a sent message gets, and how they are delivered.</summary>
    /// <value><c>sent</c>, <c>delivered</c> and <c>read</c>, in order and one by one, by default.</value>
    public StatusPlayback Playback { get; set; } = StatusPlayback.Default;

    /// <summary>Gets or sets the id of the business account (WABA) that webhooks name.</summary>
    public string AccountId { get; set; } = "102290129340398";

    /// <summary>Gets or sets the phone number of the business that webhooks show, digits only.</summary>
    public string DisplayPhoneNumber { get; set; } = "15550783881";

    /// <summary>Gets or sets how many messages each number may send within a second; one more is answered with 130429.</summary>
    /// <value>Null by default: any number. The platform takes 80, 1,000 or 20.</value>
    public int? MessagesPerSecond { get; set; }

    /// <summary>Gets or sets a value indicating whether a number may send one user 45 messages at once and one in 6 seconds after that; more are answered with 131056.</summary>
    /// <value>False by default.</value>
    public bool EnforcePairLimit { get; set; }

    /// <summary>Gets or sets how long each answer takes.</summary>
    /// <value>Zero by default.</value>
    public TimeSpan Delay { get; set; }

    /// <summary>Gets or sets the clock of delays, limits and expiry.</summary>
    /// <value>The clock of the system by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets how long a download address of a file is good.</summary>
    /// <value>5 minutes by default, as on the platform.</value>
    public TimeSpan MediaUrlLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the most bytes of a file that are kept. A longer one is refused.</summary>
    /// <value>128 MiB by default, more than any limit of the platform.</value>
    public int MaxFileBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>Gets or sets the most bytes of a JSON body.</summary>
    /// <value>4 MiB by default.</value>
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Gets or sets how many requests, deliveries and sent messages are remembered; the oldest are forgotten.</summary>
    /// <value>10,000 by default.</value>
    public int History { get; set; } = 10_000;

    /// <summary>Gets or sets what is called when an answer to a request is decided, such as to print a line. It may be called by several threads at once and must not throw.</summary>
    /// <value>Null by default.</value>
    public Action<FakeRequest>? OnAnswered { get; set; }

    /// <summary>Gets or sets what is called when a webhook was delivered or given up. It may be called by several threads at once and must not throw.</summary>
    /// <value>Null by default.</value>
    public Action<FakeDelivery>? OnDelivered { get; set; }

    /// <summary>Throws when a value is out of range or lacks another one.</summary>
    internal static void Check(FakeGraphOptions options)
    {
        string? problem = options switch
        {
            { Port: < 0 or > 65535 } => "Port must be between 0 and 65535.",
            { TimeProvider: null } => "TimeProvider must not be null.",
            { Playback: null } => "Playback must not be null.",
            { MessagesPerSecond: < 1 } => "MessagesPerSecond must be at least 1, or null.",
            { MaxFileBytes: < 1 } => "MaxFileBytes must be at least 1.",
            { MaxBodyBytes: < 1 } => "MaxBodyBytes must be at least 1.",
            { History: < 1 } => "History must be at least 1.",
            { RequireAppSecretProof: true, AppSecret: null or "" } => "RequireAppSecretProof needs AppSecret.",
            { WebhookUrl: not null, AppSecret: null or "" } => "WebhookUrl needs AppSecret: endpoints refuse what is not signed.",
            { WebhookUrl.IsAbsoluteUri: false } => "WebhookUrl must be an absolute address.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ArgumentException(problem, nameof(options));
        }
    }
}
