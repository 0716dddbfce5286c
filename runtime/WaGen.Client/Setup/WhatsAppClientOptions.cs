namespace WaGen;

/// <summary>What a client needs to know; bound from configuration or set in code.</summary>
/// <remarks>
/// Options are named, so that one process has several clients. They are checked when the host starts, and follow a reload of the configuration; a reload
/// that cannot be used is logged as an error and the former options stay in force.
/// </remarks>
public sealed class WhatsAppClientOptions
{
    /// <summary>The token for all accounts that have none of their own.</summary>
    /// <value>Null by default; some token has to be set, here or in <see cref="Accounts"/>, or a token provider added.</value>
    public string? AccessToken { get; set; }

    /// <summary>Whose token <see cref="AccessToken"/> is. Operations refuse kinds that they do not accept before anything is sent.</summary>
    /// <value><see cref="AccessTokenKind.System"/> by default.</value>
    public AccessTokenKind TokenKind { get; set; } = AccessTokenKind.System;

    /// <summary>What differs for single accounts and numbers, by their ids.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, WhatsAppAccountOptions> Accounts { get; } = new Dictionary<string, WhatsAppAccountOptions>(StringComparer.Ordinal);

    /// <summary>The id of the app. Together with <see cref="AppSecret"/> it is the token of operations that take that of the app.</summary>
    /// <value>Null by default: such operations are refused before anything is sent, unless another token fits.</value>
    public string? AppId { get; set; }

    /// <summary>The secret of the app. With it every call proves by <c>appsecret_proof</c> that token and app belong together.</summary>
    /// <value>Null by default: no proof is sent, so the app must not require one.</value>
    public string? AppSecret { get; set; }

    /// <summary>Whether the proof is sent.</summary>
    /// <value>True by default; without <see cref="AppSecret"/> there is none to send.</value>
    public bool SendAppSecretProof { get; set; } = true;

    /// <summary>Whether the proof holds the time, so that it is good for five minutes only.</summary>
    /// <value>False by default. The clock of the machine has to be right.</value>
    public bool TimedAppSecretProof { get; set; }

    /// <summary>The version of the API, such as <c>v25.0</c>.</summary>
    /// <value>Null by default: the version that the schemas were written for.</value>
    public string? ApiVersion { get; set; }

    /// <summary>Another server in place of the API's, for a fake server or a gateway. Tokens are sent to it.</summary>
    /// <value>Null by default. Plain HTTP is accepted only for this machine (loopback).</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>Whether limits of the schema are checked before anything is sent.</summary>
    /// <value>True by default.</value>
    public bool ValidatePayloads { get; set; } = true;

    /// <summary>How many messages a business phone number may send in a second; further ones wait.</summary>
    /// <value>80 by default, the limit of a number without an upgrade. <see cref="Accounts"/> has other values for single numbers.</value>
    public int MessagesPerSecond { get; set; } = 80;

    /// <summary>Whether messages to one recipient wait for the pair limit: one in 6 seconds, 45 in advance.</summary>
    /// <value>True by default.</value>
    public bool LimitPairs { get; set; } = true;

    /// <summary>Whether calls wait for the quotas of the platform, such as 200 an hour for each account, and follow its usage headers.</summary>
    /// <value>True by default. What was sent before a restart is forgotten; the usage headers bring it back.</value>
    public bool LimitCalls { get; set; } = true;

    /// <summary>The longest time that a message or another call waits for the client's own limits; beyond it, the call fails at once and nothing is sent.</summary>
    /// <value>5 minutes by default.</value>
    public TimeSpan MaxQueueTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The time after which one try of a request is given up.</summary>
    /// <value>100 seconds by default.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The time after which one try of sending a file, or of waiting for the first byte of one, is given up.</summary>
    /// <value>10 minutes by default.</value>
    public TimeSpan MediaTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a request is tried altogether when its failure can pass and a repetition does nothing twice.</summary>
    /// <value>4 by default; 1 switches repetitions off.</value>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>The longest pause before another try; when the API asks for a longer one, the call fails at once and says for how long.</summary>
    /// <value>1 minute by default.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The first of the growing pauses where the API does not say how long to wait; each further one is twice as long.</summary>
    /// <value>1 second by default.</value>
    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(1);
}
