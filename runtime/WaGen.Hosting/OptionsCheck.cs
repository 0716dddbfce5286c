namespace WaGen.Hosting;

/// <summary>Says in sentences what is wrong with the options of an endpoint.</summary>
internal static class OptionsCheck
{
    private const int MostKeys = 1 << 30;

    // Timers of the platform end a little above this.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);

    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(366);

    /// <summary>How an endpoint is called in messages.</summary>
    public static string Describe(string name) => name.Length == 0 ? "the WhatsApp webhooks" : $"the WhatsApp webhooks '{name}'";

    /// <summary>The problems of <paramref name="options"/>; empty when they can be used. Never quotes a secret or a token.</summary>
    public static List<string> Problems(string name, WhatsAppWebhookOptions options)
    {
        string endpoint = Describe(name);
        List<string> problems = [];

        if (string.IsNullOrEmpty(options.AppSecret) && options.AppSecrets.Count == 0)
        {
            problems.Add($"No app secret is configured for {endpoint}: set AppSecret or AppSecrets, because without one a forged request cannot be told from a real one.");
        }

        foreach ((string key, string secret) in options.AppSecrets)
        {
            if (string.IsNullOrEmpty(secret))
            {
                problems.Add($"The app secret '{key}' of {endpoint} is empty: set it or remove the entry.");
            }
        }

        if (options.AppSecrets.Values.Append(options.AppSecret).Any(HasOuterSpace))
        {
            problems.Add($"An app secret of {endpoint} begins or ends with white space: remove it; files and variables often carry a line break at the end.");
        }

        if (string.IsNullOrEmpty(options.VerifyToken) && options.VerifyTokens.Count == 0)
        {
            problems.Add($"No verify token is configured for {endpoint}: set VerifyToken or VerifyTokens, because without one Meta can never verify the callback URL.");
        }

        if (options.VerifyTokens.Any(string.IsNullOrEmpty))
        {
            problems.Add($"A verify token in VerifyTokens of {endpoint} is empty: set it or remove the entry.");
        }

        if (options.VerifyTokens.Append(options.VerifyToken).Any(HasOuterSpace))
        {
            problems.Add($"A verify token of {endpoint} begins or ends with white space: remove it; files and variables often carry a line break at the end.");
        }

        if (options.MaxBodyBytes < 1)
        {
            problems.Add($"MaxBodyBytes of {endpoint} is {options.MaxBodyBytes}: it must be at least 1.");
        }

        if (options.MaxConcurrency < 1)
        {
            problems.Add($"MaxConcurrency of {endpoint} is {options.MaxConcurrency}: it must be at least 1.");
        }

        if (options.HandlerTimeout != Timeout.InfiniteTimeSpan && (options.HandlerTimeout <= TimeSpan.Zero || options.HandlerTimeout > LongestTimeout))
        {
            problems.Add(
                $"HandlerTimeout of {endpoint} is {options.HandlerTimeout}: it must be positive and at most {LongestTimeout.Days} days, or infinite. " +
                "Mind that 30 means days and 00:00:30 seconds.");
        }

        CheckDeduplication(endpoint, options, problems);
        return problems;
    }

    private static void CheckDeduplication(string endpoint, WhatsAppWebhookOptions options, List<string> problems)
    {
        if (options.MaxAttempts < 1)
        {
            problems.Add($"MaxAttempts of {endpoint} is {options.MaxAttempts}: it must be at least 1, or left out for no limit.");
        }

        WhatsAppDeduplicationOptions deduplication = options.Deduplication;
        if (!deduplication.Enabled)
        {
            if (options.MaxAttempts is not null)
            {
                problems.Add($"MaxAttempts of {endpoint} is set, but Deduplication.Enabled is false: attempts are counted by deduplication, so switch it on or leave MaxAttempts out.");
            }

            return;
        }

        if (deduplication.Capacity is < 1 or > MostKeys)
        {
            problems.Add($"Deduplication.Capacity of {endpoint} is {deduplication.Capacity}: it must be at least 1 and at most {MostKeys}.");
        }

        if (deduplication.Window <= TimeSpan.Zero || deduplication.Window > LongestWindow)
        {
            problems.Add(
                $"Deduplication.Window of {endpoint} is {deduplication.Window}: it must be positive and at most {LongestWindow.Days} days. " +
                "Mind that 24 and 24:00:00 mean 24 days; one day is 1.00:00:00.");
        }

        if (deduplication.ClaimLease is { } lease && (lease <= TimeSpan.Zero || lease <= options.HandlerTimeout))
        {
            problems.Add(
                $"Deduplication.ClaimLease of {endpoint} is {lease}: it must be positive and longer than HandlerTimeout, or a handler could run twice at a time. " +
                "Leave it out to let it follow HandlerTimeout.");
        }
    }

    /// <summary>Whether a text begins or ends with white space.</summary>
    public static bool HasOuterSpace(string? value) => !string.IsNullOrEmpty(value) && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]));
}
